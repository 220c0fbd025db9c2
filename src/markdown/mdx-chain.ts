import type { Root as HtmlRoot } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeSlug from 'rehype-slug';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { alerts } from './plugins/alerts.js';
import { anchorHeadings, demoteHeadings } from './plugins/headings.js';
import { highlighter } from './plugins/highlighter.js';
import { makeReachable } from './plugins/reachable.js';
import { resolveTargets } from './plugins/targets.js';
import { liftTitle } from './plugins/title.js';
import type { RenderOptions } from './render.js';

/** How the text at an absolute path is to be read; undefined for a file that is no entry. */
export type MdxTextLookup = (path: string) => Pick<RenderOptions, 'title' | 'labels' | 'resolver'> | undefined;

/** The plugins that compile the group's own `.mdx` the way `renderText` reads it. */
export function mdxPlugins(lookup: MdxTextLookup): { remark: Plugin<[], MarkdownRoot>[]; rehype: Plugin<[], HtmlRoot>[] } {
	const remark: Plugin<[], MarkdownRoot> = () => (tree, file) => {
		const text = lookup(pathOf(file));
		if (!text) return;
		liftTitle({ title: text.title })(tree, file);
		alerts({ labels: text.labels.alerts })(tree);
	};
	const rehype: Plugin<[], HtmlRoot> = () => (tree, file) => {
		const text = lookup(pathOf(file));
		if (!text) return;
		demoteHeadings()(tree);
		rehypeSlug()(tree);
		anchorHeadings({ idPrefix: '' })(tree, file);
		resolveTargets({ resolver: text.resolver, idPrefix: '' })(tree, file);
		highlighter()()(tree, file);
		makeReachable({ labels: text.labels })(tree);
	};
	return { remark: [remark], rehype: [rehype] };
}

function pathOf(file: VFile): string {
	return file.path ?? '';
}
