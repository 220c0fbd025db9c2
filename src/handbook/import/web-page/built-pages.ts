import type { SourceFolder } from '../source-folder.js';

/** Folders of sites and themes: their pages are made from other files, or hold no words of their own. */
const builtFolder =
	/(?:^|\/)(?:_site|public|build|dist|out|_build|site-packages|themes?|layouts?|_layouts|_includes|templates?|partials|includes|components|coverage|javadoc|node_modules|vendor|assets|static|wp-content|wp-includes)\//i;

/** Files that only built sites have. */
const builtFile = /(?:^|\/)(?:sitemap\.xml|search_index\.json|searchindex\.js|search-index\.json|asset-manifest\.json|objects\.inv|\.nojekyll|mix-manifest\.json|docsify\.js)$/i;

/** What holds the place of words that a program would write there. */
const placeholder = /\{\{[^}]*\}\}|\{%[^%]*%\}|<%[^%]*%>|<\?php|<\?=|\[%[^%]*%\]|\$\{[\w.]+\}/;

/** Programs that build sites from other files. Editors of documents name themselves in the same place. */
const builder =
	/<meta[^>]{0,100}name\s*=\s*["']?generator["']?[^>]{0,100}content\s*=\s*["']?\s*(?:hugo|jekyll|mkdocs|docusaurus|mdbook|gitbook|astro|eleventy|gatsby|next\.js|vuepress|vitepress|sphinx|docsify|wordpress|drupal|joomla|antora|pelican|hexo|zola)/i;

/**
 * The web pages among some files that are evidently no texts, and why, each a sentence: pages of a built site, patterns of a theme,
 * and pages whose Markdown lies beside them.
 */
export function builtPages(folder: SourceFolder, paths: readonly string[]): Map<string, string> {
	const pages = paths.filter((path) => /\.html?$/i.test(path));
	const found = new Map<string, string>();
	const files = new Set(folder.files.map((path) => path.toLowerCase()));
	const roots = folder.files.filter((path) => builtFile.test(path)).map((path) => path.replace(/[^/]*$/, ''));
	for (const path of pages) {
		const stem = path.toLowerCase().replace(/\.html?$/, '');
		if (builtFolder.test(path)) found.set(path, 'It lies in a folder that programs build, or make pages with.');
		else if (roots.some((root) => path.startsWith(root))) found.set(path, 'It is a page of a built site. Import what the site was built from.');
		else if (files.has(`${stem}.md`) || files.has(`${stem}.markdown`) || files.has(`${stem}.docx`)) found.set(path, 'A text of the same name lies beside it, which is imported.');
		else {
			const html = Buffer.from(folder.bytes(path)).toString('latin1');
			if (placeholder.test(html.replace(/<(script|style|pre|code)\b[\s\S]*?<\/\1>/gi, ''))) found.set(path, 'It is a pattern that a program fills with words.');
			else if (builder.test(html.slice(0, 20_000))) found.set(path, 'It is a page of a built site. Import what the site was built from.');
		}
	}
	return found;
}
