// The phases of a build, told by the lines that Astro and Sporeprint print on the way.

/** A phase ends with the last line that fits. Where a build prints no such line, what it did then counts to the phase after it. */
const ends = [
	{ phase: 'start of Node and Astro', line: /\[build\] Initial setup/ },
	{ phase: 'reading the content', line: /\[sporeprint\] The content is read/ },
	{ phase: 'types and collections', line: /\[types\] Generated/ },
	{ phase: 'bundling', line: /\[vite\] .*built in/ },
	{ phase: 'rendering and writing pages', line: /^(?:\d\d:\d\d:\d\d )?✓ Completed in/ },
	{ phase: 'waiting for the search index', line: /\[sporeprint\] .*searchable/ },
	{ phase: 'site map and statistics', line: /\[build\] Complete!/ },
];

/** How long each phase took, in seconds, in the order in which they came. `lines` and `wall` are those of measureOutput(). */
export function phasesOf(lines, wall) {
	const phases = [];
	let last = 0;
	for (const { phase, line: pattern } of ends) {
		const end = lines.findLast(({ line }) => pattern.test(plain(line)));
		if (end === undefined || end.at < last) continue;
		phases.push({ phase, seconds: end.at - last });
		last = end.at;
	}
	return [...phases, { phase: 'the end of the processes', seconds: wall - last }];
}

/** A line without its colours. */
function plain(line) {
	return line.replaceAll(/\u001b\[\d+m/g, '');
}
