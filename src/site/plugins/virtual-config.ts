import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Site } from '../site.js';

const name = 'virtual:sporeprint/config';
const resolved = `\0${name}`;

/**
 * The one virtual module: the group's own `.mdx` texts, by id. Only visible entries are in it,
 * so that a hidden one is never compiled.
 */
export function virtualConfig(root: string, site: () => Site): Plugin {
	return {
		name: 'sporeprint:config',
		resolveId: (id) => (id === name ? resolved : undefined),
		load: (id) => (id === resolved ? moduleText(root, site()) : undefined),
	};
}

function moduleText(root: string, { entries }: Site): string {
	const texts = entries.filter(({ syntax }) => syntax === 'mdx').map(({ id, path }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(join(root, 'content', path ?? ''))}),`);
	return `export const mdxTexts = {\n${texts.join('\n')}\n};\n`;
}
