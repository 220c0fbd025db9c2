import { basename } from 'node:path/posix';
import type { Plugin } from 'vite';

/** Lets styles find their fonts, and scripts each other, from where they lie: so they are the same wherever a site stands. */
export function relativeAddresses(): Plugin {
	return {
		name: 'sporeprint:relative-addresses',
		// Vite's own way to say this is for browsers' bundles alone, and Astro takes styles from the other one. All of them lie in one folder.
		config: () => ({ experimental: { renderBuiltUrl: (file, { hostType }) => (hostType === 'css' ? `./${basename(file)}` : undefined) } }),
	};
}
