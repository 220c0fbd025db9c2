import type { Plugin } from 'vite';

/** Writes the group's accent into the design tokens, so that one stylesheet holds everything. */
export function accentToken(accent: number): Plugin {
	return {
		name: 'sporeprint:accent',
		enforce: 'pre',
		transform(code, id) {
			if (!/[/\\]site[/\\]styles[/\\]tokens\.css(?:$|\?)/.test(id)) return undefined;
			return { code: code.replace(/--accent-hue:\s*[\d.]+/, `--accent-hue: ${accent}`), map: null };
		},
	};
}
