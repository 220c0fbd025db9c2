import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** A link of a source within its handbook, as this test reads it by itself. */
export interface SourceLink {
	address: string;
	/** The file that it led to, below the source's root; undefined when it led nowhere. */
	target: string | undefined;
	fragment: string;
}

/** Every link within the handbook that a text of a source holds. `texts` is the folder of the texts, below `source`. */
export function sourceLinks(source: string, texts: string, path: string): SourceLink[] {
	const markdown = readFileSync(join(source, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
	const addresses: string[] = [];
	const tree = unified()
		.use(remarkParse)
		.use(remarkGfm)
		.parse(markdown.replace(/^\{% (?:content-ref url|page-ref page)="([^"]+)" %\}$/gm, '[x](<$1>)').replace(/\{%.*?%\}/g, ''));
	visit(tree, (node: Nodes) => {
		if (node.type === 'link') addresses.push(node.url);
		if (node.type === 'html') addresses.push(...[...node.value.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<a\s[^>]*href="([^"]*)"/gi)].map(([, href = '']) => href));
	});
	return addresses
		.filter((address) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/(?!\/)|#)/i.test(address))
		.map((address) => {
			const [file = '', fragment = ''] = address.split('#');
			return { address, fragment, target: targetOf(file.replace(/\?.*$/, ''), join(source, texts), path.slice(texts === '' ? 0 : texts.length + 1)) };
		});
}

function targetOf(file: string, root: string, from: string): string | undefined {
	let path: string;
	try {
		path = decodeURIComponent(file);
	} catch {
		return undefined;
	}
	if (path === '') return undefined;
	const below = posix.join('/', path.startsWith('/') ? path : join(dirname(from), path)).slice(1);
	const bare = below.replace(/\/$/, '');
	const names = [below, `${bare}.md`, bare.replace(/\.html$/, '.md'), bare.replace(/(^|\/)index\.html$/, '$1README.md'), join(bare, 'README.md'), join(bare, 'index.md')];
	return names.find((name) => existsSync(join(root, name)) && statSync(join(root, name)).isFile()) ?? gravTarget(below, root, from);
}

/** The page of a Grav site at a route: folders have numbers that routes do not have, and the language may stand before all. */
function gravTarget(route: string, root: string, from: string): string | undefined {
	const own = /\.(\w\w)\.md$/.exec(from)?.[1];
	if (own === undefined) return undefined;
	const [, language = own, rest = ''] = /^(?:(en|de)(?:\/|$))?(.*)$/.exec(route) ?? [];
	let folder = '';
	for (const part of rest.split('/').filter(Boolean)) {
		const name = readdirSync(join(root, folder)).find(
			(each) => [each, each.replace(/^\d+\./, '')].some((known) => known.toLowerCase() === part.toLowerCase()) && statSync(join(root, folder, each)).isDirectory(),
		);
		if (name === undefined) return undefined;
		folder = join(folder, name);
	}
	const pages = readdirSync(join(root, folder)).filter((name) => /\.\w\w\.md$/.test(name));
	const page = pages.find((name) => name.endsWith(`.${language}.md`)) ?? pages[0];
	return page === undefined ? undefined : join(folder, page);
}
