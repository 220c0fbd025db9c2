// A made-up handbook as Sporeprint builds it.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { writeFiles } from './write-files.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A folder for measurements; all of them are below .cache/bench, where a handbook finds this very package. */
export function benchFolder(...names) {
	return join(root, '.cache', 'bench', ...names);
}

/** Writes a handbook of these entries, and says how it is built. */
export function handbookSite(folder, entries) {
	writeFiles(folder, {
		'content/group.md': '---\nname: A made-up group\nlicence: CC0-1.0\n---\n\nWords without meaning, to measure with.\n',
		'astro.config.mjs':
			"import { defineConfig } from 'astro/config';\nimport { handbook } from 'sporeprint';\nexport default defineConfig({ site: 'https://handbook.example', integrations: [handbook()] });\n",
		...Object.fromEntries(entries.map((entry) => [textPath(entry), sourceOf(entry)])),
	});
	return { name: 'Sporeprint', folder, ...astroBuild(root), steps: [[process.execPath, join(root, 'dist/cli/main.js'), 'build']], texts: entries.map(textPath), pages: entries.map(({ id }) => id) };
}

/** How a site of Astro is built by the packages of a folder, where it comes out, and what a cold build does not have. */
export function astroBuild(packages) {
	return { steps: [[process.execPath, join(packages, 'node_modules/astro/bin/astro.mjs'), 'build']], output: 'dist', caches: ['dist', '.astro', 'node_modules'] };
}

function textPath({ id }) {
	return `content/${id}.md`;
}

function sourceOf({ title, summary, tags, facts, related, body }) {
	const head = ['---', `title: ${title}`, `summary: ${JSON.stringify(summary)}`, `tags: [${tags.join(', ')}]`, ...facts, ...(related.length > 0 ? [`related: [${related.join(', ')}]`] : []), '---'];
	return `${head.join('\n')}\n\n${body}\n`;
}
