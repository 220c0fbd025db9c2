import type { Line } from '../../lines.js';
import { figureBlock, linkTo } from '../../markdown-blocks.js';
import { tagValues } from '../../tags.js';
import { alertOfInclude, mediaOfTag } from './known-tags.js';
import { evaluate, type Lookup } from './liquid-values.js';

/** What a tag asks to bring in. */
export interface Include {
	/** As the tag names it. */
	file: string;
	/** Without its folder and its ending. */
	name: string;
	/** What the file is given. */
	values: ReadonlyMap<string, unknown>;
}

/** Reads what stands behind `include`; undefined when a value is not certain. */
export function readInclude(text: string, lookup: Lookup): Include | undefined {
	const [, file = '', rest = ''] = /^(\S+)([\s\S]*)$/.exec(text) ?? [];
	const { named, bare } = tagValues(rest);
	const values = new Map<string, unknown>();
	for (const [key, value] of Object.entries(named)) {
		const known = bare.has(key) ? evaluate(value, lookup) : { value };
		if (!known) return undefined;
		values.set(key, known.value);
	}
	return { file, name: file.replace(/^.*\//, '').replace(/\.\w+$/, ''), values };
}

/** What a file shows that themes bring, whatever is in it: a box, or nothing for a table of contents. */
export function knownInclude(include: Include, from: number): Line[] | undefined {
	return include.name === 'toc' ? [] : alertOfInclude(include.name, (...names) => wordOf(include, names), from);
}

/** What a file shows that is not there, by its name and what it is given: a picture, or a link to a film. */
export function missingInclude(include: Include, from: number): Line[] | undefined {
	const value = (...names: string[]): string | undefined => wordOf(include, names);
	const src = value('image_path', 'src', 'url', 'file', 'image');
	const captions = [value('caption') ?? ''];
	if (src !== undefined && /^(?:figure|image|img)$/.test(include.name)) return figureBlock({ src, alt: value('alt') ?? captions[0] ?? '', link: '', captions }, from);
	const media = mediaOfTag(value('provider') ?? include.name, { plain: [value('id', 'url') ?? ''], named: {}, bare: new Set() });
	return media === undefined ? undefined : [{ text: linkTo(media, media), from }];
}

/** The first of some values that is text. */
function wordOf({ values }: Include, names: readonly string[]): string | undefined {
	return names.map((name) => values.get(name)).find((value) => typeof value === 'string');
}
