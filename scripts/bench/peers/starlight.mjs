// Astro with Starlight: the theme that most handbooks in this ecosystem would take.
import { join } from 'node:path';
import { astroBuild } from '../handbook-site.mjs';
import { writeFiles } from '../write-files.mjs';
import { installed } from './installed.mjs';
import { plainPlaces, plainSources } from './plain-source.mjs';

const packages = { astro: '7.3.4', '@astrojs/starlight': '0.42.4' };
const texts = 'src/content/docs';

const files = {
	// Astro looks here for the packages that have to go through its compiler.
	'package.json': `${JSON.stringify({ private: true, type: 'module', dependencies: packages })}\n`,
	'src/content.config.mjs': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
	[`${texts}/index.md`]: '---\ntitle: A made-up group\n---\n\nWords without meaning, to measure with.\n',
};

/** Of every group that the page is not in, only its first page stays: as lean as the sidebar can be made without a plugin. */
const foldedSidebar = {
	'src/folded-sidebar.mjs': `import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
const pagesOf = (entry) => (entry.type === 'link' ? [entry] : entry.entries.flatMap(pagesOf));
const folded = (entry) => {
	if (entry.type === 'link') return entry;
	const pages = pagesOf(entry);
	return pages.some(({ isCurrent }) => isCurrent) ? { ...entry, entries: entry.entries.map(folded) } : { ...pages[0], label: entry.label };
};
export const onRequest = defineRouteMiddleware(({ locals }) => {
	locals.starlightRoute.sidebar = locals.starlightRoute.sidebar.map(folded);
});
`,
};

export const starlight = starlightWith('Starlight', 'whole', {}, '');
export const foldedStarlight = starlightWith('Starlight, folded sidebar', 'folded', foldedSidebar, ", routeMiddleware: './src/folded-sidebar.mjs'");

function starlightWith(name, folder, more, option) {
	const write = (entries) => {
		const home = installed('starlight', packages);
		const site = join(home, `${folder}-${entries.length}`);
		const config = `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ site: 'https://handbook.example', integrations: [starlight({ title: 'A made-up group'${option} })] });
`;
		writeFiles(site, { ...files, ...more, 'astro.config.mjs': config, ...plainSources(texts, entries) });
		return { folder: site, ...astroBuild(home), ...plainPlaces(texts, entries) };
	};
	return { name, write };
}
