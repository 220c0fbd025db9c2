import { type Line, linesOf } from '../../lines.js';
import { alertBlock } from '../../markdown-blocks.js';
import type { TagValues } from '../../tags.js';

const boxes = new Set(['note', 'tip', 'important', 'warning', 'caution', 'danger', 'info', 'callout', 'alert', 'notice', 'hint', 'success']);

/** A box that a theme brings, by the name of its file and the words given to it. */
export function alertOfInclude(name: string, value: (...names: string[]) => string | undefined, from: number): Line[] | undefined {
	const words = value('content', 'text', 'body', 'message');
	if (!boxes.has(name) || words === undefined) return undefined;
	const kind = ['callout', 'alert', 'notice'].includes(name) ? (value('type', 'kind', 'style', 'level') ?? 'note') : name;
	return alertBlock(
		kind,
		value('title', 'heading') ?? '',
		linesOf(words).map(({ text }) => ({ text, from })),
		from,
	);
}

/** The web address of what a tag shows from elsewhere. */
export function mediaOfTag(name: string, { plain: [id = '', ...others] }: TagValues): string | undefined {
	if (id === '') return undefined;
	if (/^https?:\/\/\S+$/.test(id)) return ['youtube', 'vimeo', 'video', 'twitter', 'tweet', 'embed', 'jsfiddle'].includes(name) ? id : undefined;
	if (!/^[\w/-]+$/.test(id)) return undefined;
	switch (name) {
		case 'youtube':
			return `https://www.youtube.com/watch?v=${id}`;
		case 'vimeo':
			return `https://vimeo.com/${id}`;
		case 'gist':
			return `https://gist.github.com/${[id, ...others].slice(0, 1).join('/')}`;
		default:
			return undefined;
	}
}
