import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { BuiltSite } from './built-site.js';
import { type HtmlPage, parseHtml } from './html-page.js';

/** Paths of every file of a built site, with `/`, sorted. */
export function outputFiles({ folder }: Pick<BuiltSite, 'folder'>): string[] {
	return globSync('**/*', { cwd: folder, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.split(sep)
				.join('/'),
		)
		.sort();
}

/** A file of a built site. */
export function outputBytes({ folder }: Pick<BuiltSite, 'folder'>, path: string): Buffer {
	return readFileSync(join(folder, path));
}

/** A file of a built site, as text. */
export function outputText(site: Pick<BuiltSite, 'folder'>, path: string): string {
	return outputBytes(site, path).toString('utf8');
}

/** Every page of a built site. A file with another name leads from an address of another program's to a page. */
export function outputPages(site: Pick<BuiltSite, 'folder' | 'base'>): HtmlPage[] {
	return outputFiles(site)
		.filter((path) => /(?:^|\/)index\.html$|^404\.html$/.test(path))
		.map((path) => parseHtml(outputText(site, path), site.base + path.replace(/index\.html$/, '')));
}

/** One page of a built site, by its path below the base. */
export function outputPage(site: Pick<BuiltSite, 'folder' | 'base'>, path: string): HtmlPage {
	return parseHtml(outputText(site, path.endsWith('.html') ? path : `${path}index.html`), site.base + path);
}
