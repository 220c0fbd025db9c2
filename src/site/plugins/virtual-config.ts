import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Site } from '../site.js';

const name = 'virtual:sporeprint/config';
const resolved = `\0${name}`;

/**
 * The one virtual module: whether this is a build, and the group's own `.mdx` texts, by id. Only visible entries are in it,
 * so that a hidden one is never compiled.
 */
export function virtualConfig(root: string, site: () => Site): Plugin {
	let isBuild = true;
	return {
		name: 'sporeprint:config',
		// Vite's own `import.meta.env.PROD` goes by NODE_ENV, which may say anything.
		configResolved: ({ command }) => {
			isBuild = command === 'build';
		},
		resolveId: (id) => (id === name ? resolved : undefined),
		load: (id) => (id === resolved ? moduleText(root, site(), isBuild) : undefined),
	};
}

function moduleText(root: string, { entries }: Site, isBuild: boolean): string {
	const texts = entries.filter(({ syntax }) => syntax === 'mdx').map(({ id, path }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(join(root, 'content', path ?? ''))}),`);
	return `export const isBuild = ${isBuild};\nexport const mdxTexts = {\n${texts.join('\n')}\n};\n`;
}
