import { basename, dirname, join, relative } from 'node:path/posix';
import { readPercentSigns } from '../../../../lib/percent-signs.js';
import { codeLines, type Line, linesOf, outsideCode } from '../../lines.js';
import { encodePath } from '../../plan-links.js';
import type { Rewriting } from '../../rewriting.js';
import { isExternal } from '../../source-targets.js';
import { blockId } from './marks.js';
import type { Note, NoteIndex } from './note-index.js';
import { blockName, blockOf, headingId, headingsOf, type NoteHeading, sectionOf } from './note-parts.js';
import { loneEmbed, type PartOrder, replaceWikilinks, type Wikilink } from './wikilink.js';

/** What a wiki's links are turned into Markdown with. */
export interface WikiLinks {
	index: NoteIndex;
	order: PartOrder;
	/** What is done to the words of a text before its links, also where they are shown within another. */
	before: readonly Rewriting[];
	/** True for a text that nobody saw: its words are shown nowhere. */
	isHidden(note: Note): boolean;
	/** What a link that leads nowhere is called in the report. */
	missing: string;
}

const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;
/** How deep texts may show each other, and how many lines one may show in all. */
const deepest = 4;
const mostLines = 2000;

/** Links of a wiki become links of Markdown, and what it shows from other texts becomes a quotation with a link to them. A link that leads nowhere leaves its words. */
export function linksAndEmbeds(wiki: WikiLinks): Rewriting {
	const headings = new Map<string, NoteHeading[]>();
	const idOf = (note: Note, heading: string): string | undefined => {
		const known = headings.get(note.path) ?? headingsOf(linesOf(note.split.body));
		headings.set(note.path, known);
		return headingId(known, heading);
	};
	/** What stands behind a link's path for its heading or block. */
	const anchorOf = (link: Wikilink, note: Note): string => {
		if (link.block !== undefined) return `#${blockId(link.block)}`;
		if (link.heading === undefined) return '';
		return `#${encodeURIComponent(idOf(note, link.heading) ?? link.heading.trim().toLowerCase().replace(/\s+/g, '-'))}`;
	};
	return (lines, context) => {
		const told = new Set<string>();
		let left = mostLines;

		const convert = (part: readonly Line[], from: string, shown: readonly string[]): Line[] => {
			const inCode = codeLines(part);
			return part.flatMap((line, index): Line[] => {
				if (inCode[index] || !line.text.includes('[[')) return [inCode[index] || from === context.path ? line : moved(line, from)];
				const lone = loneEmbed(line.text, wiki.order);
				const quoted = lone && quotation(lone.link, line, from, shown);
				if (lone && quoted) return quoted.map(({ text }) => ({ text: `${lone.before}${text}`.trimEnd(), from: line.from }));
				const text = outsideCode(line.text, (words) => replaceWikilinks(from === context.path ? words : rebased(words, from), wiki.order, (link) => inline(link, line, from)));
				return [text === line.text ? line : { ...line, text }];
			});
		};

		/** What a text shows of another, as a quotation; undefined when it cannot be shown. */
		const quotation = (link: Wikilink, line: Line, from: string, shown: readonly string[]): Line[] | undefined => {
			const path = link.target === '' ? from : wiki.index.resolve(link.target, from);
			const note = path === undefined ? undefined : wiki.index.notes.get(path);
			if (!note) return undefined;
			const key = `${note.path}#${link.heading ?? link.block ?? ''}`;
			if (wiki.isHidden(note)) {
				context.note(line, `${note.name} was shown here. It stays hidden, so that its words were left out.`);
				return [];
			}
			if (shown.includes(note.path) || shown.length > deepest) return void context.note(line, `${note.name} was shown here, within itself or too deep. A link to it stands here instead.`);
			const whole = linesOf(note.split.body);
			const wanted = link.block !== undefined ? blockOf(whole, link.block) : link.heading !== undefined ? sectionOf(whole, link.heading) : whole;
			if (!wanted) return undefined;
			if (wanted.length > left) return void context.note(line, `${note.name} was shown here, and is too long to be shown twice. A link to it stands here instead.`);
			left -= wanted.length;
			context.became('embed');
			const cleaned = wiki.before.reduce<readonly Line[]>(
				(current, rewriting) => rewriting(current, { ...context, path: note.path, note: () => undefined, became: () => undefined }),
				asQuoted(wanted),
			);
			const body = trimmed(convert(cleaned, note.path, [...shown, note.path, key]));
			const words = link.words ?? (link.heading === undefined ? note.name : `${note.name}: ${link.heading}`);
			return [`> ${linkTo(note.path, anchorOf(link, note), words)}`, '>', ...body.map(({ text }) => `> ${text}`.trimEnd())].map((text) => ({ text, from: line.from }));
		};

		const inline = (link: Wikilink, line: Line, from: string): string | undefined => {
			if (isExternal(link.target)) return `[${escaped(link.words ?? link.target)}](${link.target.replace(/[\s()<>]/g, encodeURIComponent)}${link.heading === undefined ? '' : `#${link.heading}`})`;
			const path = link.target === '' ? from : wiki.index.resolve(link.target, from);
			const words = link.words ?? ([link.target, link.heading].filter(Boolean).join(' > ') || link.target);
			if (path === undefined) {
				if (!told.has(link.target)) context.note(line, `“${link.target}” leads nowhere: ${wiki.missing}. Its words stay.`);
				told.add(link.target);
				context.became('link');
				return escaped(words);
			}
			context.became('link');
			const note = wiki.index.notes.get(path);
			if (link.isEmbed && !note && imageFile.test(path)) return `!${linkTo(path, '', link.words ?? basename(path).replace(/\.\w+$/, ''))}`;
			if (link.isEmbed && note) return linkTo(path, anchorOf(link, note), link.words ?? note.name);
			return linkTo(path, note ? anchorOf(link, note) : '', words || (note?.name ?? basename(path)));
		};

		const linkTo = (path: string, anchor: string, words: string): string => {
			const address = path === context.path && anchor !== '' ? '' : encodePath(relative(dirname(context.path), path) || basename(path));
			return `[${escaped(words)}](${address}${anchor})`;
		};

		const moved = (line: Line, from: string): Line => {
			const text = outsideCode(line.text, (words) => rebased(words, from));
			return text === line.text ? line : { ...line, text };
		};
		/** Links of Markdown in a text that is shown elsewhere lead to the same files from there. */
		const rebased = (words: string, from: string): string =>
			words.replace(/(\]\()([^()\s<>#?]+)/g, (whole, opening: string, address: string) => {
				if (isExternal(address) || address.startsWith('/')) return whole;
				const near = join(dirname(from), readPercentSigns(address));
				const target = context.files.has(near) ? near : (wiki.index.resolve(readPercentSigns(address), from) ?? near);
				return opening + encodePath(relative(dirname(context.path), target) || basename(target));
			});

		return convert(lines, context.path, [context.path]);
	};
}

/** The lines of a text as others show them: names of blocks stay behind, and headings are bold lines, so that no link is led to the wrong one. */
function asQuoted(lines: readonly Line[]): Line[] {
	const inCode = codeLines(lines);
	return lines.map((line, index) => {
		if (inCode[index]) return line;
		const words = /^ {0,3}#{1,6}[^\S\n](.*)$/
			.exec(line.text)?.[1]
			?.trim()
			.replace(/(?<=\s)#+$/, '')
			.trim();
		const heading = words === '' || words?.includes('*') ? undefined : words;
		return { ...line, text: heading === undefined ? line.text.replace(blockName, '') : `**${heading.replace(blockName, '')}**` };
	});
}

function trimmed(lines: readonly Line[]): readonly Line[] {
	const first = lines.findIndex(({ text }) => text.trim() !== '');
	return first < 0 ? [] : lines.slice(first, lines.findLastIndex(({ text }) => text.trim() !== '') + 1);
}

/** Words of a name as words within a link. */
function escaped(words: string): string {
	return words.replace(/[\\`*_[\]<]/g, '\\$&');
}

/** Which blocks the links of a wiki name, by the path of their text. */
export function namedBlocks(index: NoteIndex, order: PartOrder): (path: string, name: string) => boolean {
	let named: Set<string> | undefined;
	return (path, name) => {
		named ??= new Set(
			[...index.notes.values()].flatMap((note) => {
				const found: string[] = [];
				replaceWikilinks(note.split.body.includes('^') ? note.split.body : '', order, ({ target, block }) => {
					const to = target === '' ? note.path : index.resolve(target, note.path);
					if (block !== undefined && to !== undefined) found.push(`${to}\0${block.toLowerCase()}`);
					return undefined;
				});
				return found;
			}),
		);
		return named.has(`${path}\0${name.toLowerCase()}`);
	};
}
