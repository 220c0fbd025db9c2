// Astro as it comes: its own Markdown, one page for each entry, and a list of all. With Pagefind or without any search.
import { join } from 'node:path';
import { astroBuild } from '../handbook-site.mjs';
import { writeFiles } from '../write-files.mjs';
import { installed, pagefindStep } from './installed.mjs';
import { plainPlaces, plainSource, plainSources } from './plain-source.mjs';

const packages = { astro: '7.3.4', pagefind: '1.6.0' };

const files = {
	'package.json': '{ "private": true, "type": "module" }\n',
	'astro.config.mjs': "import { defineConfig } from 'astro/config';\nexport default defineConfig({ site: 'https://handbook.example', trailingSlash: 'always', devToolbar: { enabled: false } });\n",
	'src/content.config.mjs': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { entries: defineCollection({ loader: glob({ pattern: '**/*.md', base: './content' }) }) };
`,
	'src/pages/[...id].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
	return (await getCollection('entries')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<!doctype html>
<html lang="en">
	<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{entry.data.title}</title><meta name="description" content={entry.data.description}></head>
	<body>
		<header><a href="/">A made-up group</a></header>
		<main data-pagefind-body><h1>{entry.data.title}</h1><p>{entry.data.description}</p><ul>{entry.data.tags.map((tag) => <li>{tag}</li>)}</ul><Content /></main>
	</body>
</html>
`,
	'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
const entries = await getCollection('entries');
---
<!doctype html>
<html lang="en">
	<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A made-up group</title></head>
	<body><main><h1>A made-up group</h1><ul>{entries.map(({ id, data }) => <li><a href={\`/\${id}/\`}>{data.title}</a></li>)}</ul></main></body>
</html>
`,
};

export const bareAstroWithPagefind = bareAstro('bare Astro + Pagefind', 'pagefind', true);
export const bareAstroWithoutSearch = bareAstro('bare Astro, no search', 'bare', false);

function bareAstro(name, folder, withSearch) {
	const write = (entries) => {
		const home = installed('bare-astro', packages);
		const site = join(home, `${folder}-${entries.length}`);
		writeFiles(site, { ...files, ...plainSources('content', entries, (entry) => plainSource(entry, [`tags: [${entry.tags.join(', ')}]`])) });
		const { steps, ...built } = astroBuild(home);
		return { folder: site, ...built, steps: withSearch ? [...steps, pagefindStep(home, 'dist')] : steps, ...plainPlaces('content', entries) };
	};
	return { name, write };
}
