// Loaded before Astro by the profile: lets it say when it begins and when Sporeprint has read the content, without the rest of --verbose.
import process from 'node:process';

const heard = new Set(['build', 'sporeprint']);

globalThis._astroGlobalDebug = (label, ...messages) => {
	if (heard.has(label)) process.stderr.write(`[${label}] ${messages.join(' ')}\n`);
};
