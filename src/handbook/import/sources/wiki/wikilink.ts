/** A link as wikis write it, taken apart: `[[Note#Heading|words]]`. */
export interface Wikilink {
	/** `![[...]]`: what it leads to is shown in its place. */
	isEmbed: boolean;
	/** Name or path of the text, empty for the text itself. */
	target: string;
	heading?: string;
	/** Name of a block: `^abc`. */
	block?: string;
	/** Words of its own; for an image, what stands there besides its size. */
	words?: string;
}

/** The order of the two parts in `[[a|b]]`: most wikis put the target first, those of GitHub the words. */
export type PartOrder = 'target-first' | 'words-first';

const wikilink = /(?<!\\)(!?)\[\[([^[\]\n]+)\]\](?![([])/g;

/** Replaces every link of a piece of text; what is returned undefined stays as it is. */
export function replaceWikilinks(text: string, order: PartOrder, replace: (link: Wikilink, whole: string) => string | undefined): string {
	return text.replace(wikilink, (whole, mark: string, inner: string) => replace(readWikilink(mark, inner, order), whole) ?? whole);
}

/** The link that a line consists of, or undefined. */
export function loneEmbed(text: string, order: PartOrder): { before: string; link: Wikilink } | undefined {
	const [, before, inner] = /^([\s>]*)!\[\[([^[\]\n]+)\]\]\s*$/.exec(text) ?? [];
	return before === undefined || inner === undefined ? undefined : { before, link: readWikilink('!', inner, order) };
}

function readWikilink(mark: string, inner: string, order: PartOrder): Wikilink {
	// In a table the bar has a backslash before it.
	const parts = inner.split(/\\?\|/);
	const swapped = order === 'words-first' && parts.length === 2 && mark === '';
	const address = (swapped ? parts[1] : parts[0]) ?? '';
	const words = (swapped ? [parts[0] ?? ''] : parts.slice(1)).filter((part) => mark === '' || !/^\s*\d+(?:x\d+)?\s*$/.test(part));
	const [, target = '', anchor] = /^([^#]*)(?:#(.*))?$/s.exec(address) ?? [];
	const [, bare = target, ownBlock] = anchor === undefined ? (/^([^^]*)\^([\w-]+)$/.exec(target) ?? []) : [];
	const last = anchor?.split('#').at(-1)?.trim();
	const block = ownBlock ?? (last?.startsWith('^') ? last.slice(1) : undefined);
	return {
		isEmbed: mark === '!',
		target: bare.trim(),
		...(block !== undefined && { block }),
		...(block === undefined && last !== undefined && last !== '' && { heading: last }),
		...(words.join('|').trim() !== '' && { words: words.join('|').trim() }),
	};
}
