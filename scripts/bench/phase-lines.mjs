// Loaded before a build by the profile: says at once when a phase of it has ended, which the build marks for whoever looks.
import process from 'node:process';

const mark = performance.mark.bind(performance);

performance.mark = (name, options) => {
	if (name.startsWith('sporeprint: ')) process.stderr.write(`[phase] ${name.slice('sporeprint: '.length)}\n`);
	return mark(name, options);
};
