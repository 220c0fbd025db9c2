import { dirname } from 'node:path/posix';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Destinations } from './destinations.js';
import { anchorsOf, findSections, headingIds, type Section } from './find-sections.js';
import type { Line } from './lines.js';
import { parseMarkdown } from './parse-markdown.js';
import type { PreparedText } from './prepare-text.js';

/** Where a place within a split page is now. */
export interface SectionPlace {
	/** Path of the text that holds it, below the layout's root: `page.md` or `page.md#section`. */
	path: string;
	/** What stands behind the path in a link to it: `#place`, or nothing when the whole text is meant. */
	behind: string;
}

/** A page that became several texts. */
export interface SplitText {
	/** The page, which introduces the others now, and a text for each section. */
	texts: PreparedText[];
	/** Every place that a link may lead to, by its id in the page as it was. */
	places: ReadonlyMap<string, SectionPlace>;
}

/** Words of a title that say that the page holds several agreements. */
export const namesAgreements = /(?<!\p{L})(?:agreements|policies|rules|\p{L}*vereinbarungen|regeln|acuerdos|accords|acordos|accordi|afspraken)(?!\p{L})/iu;

/** The place that an earlier import gave a text, by its path in the source folder. */
type PlaceBefore = (from: string) => { to: string; id: string } | undefined;

/** Makes a text of every section of a page; undefined when it has none. Each sentence stands in one of them. */
export function splitText(page: PreparedText, destinations: Destinations, placeBefore: PlaceBefore): SplitText | undefined {
	const sections = findSections(page.tree);
	if (sections.length === 0) return undefined;
	const needed = definitionsNeeded(page.tree, page.rewritten.lines, sections);
	const parts = sections.map((section, index) => sectionText(page, section, needed(index), destinations, placeBefore));
	const introduction = introductionOf(page, sections, parts, needed(undefined));
	return { texts: [introduction, ...parts], places: placesOf(page, sections, introduction, parts) };
}

function sectionText(page: PreparedText, section: Section, definitions: readonly Line[], destinations: Destinations, placeBefore: PlaceBefore): PreparedText {
	const path = `${page.source.path}#${section.id}`;
	const from = `${page.from}#${section.id}`;
	const title = titleOf(section.heading);
	const lines = [...promoted(page, section), ...definitions];
	const { kind: choice, id, keepsId: _own, ...destination } = destinations.text(path, { place: `${folderFor(page)}/${title.replace(/[/\\]+/g, ' ')}.md`, kept: placeBefore(from) });
	const body = joined(lines, page.body);
	const { lang, draft, private: isPrivate, published } = page.fields.kept;
	const kept = Object.fromEntries(Object.entries({ lang, draft, private: isPrivate, published }).filter(([, value]) => value !== undefined));
	return {
		from,
		source: { path, text: page.source.text, encoding: 'utf-8', extension: page.source.extension },
		split: { data: {}, body, bodyLine: page.split.bodyLine },
		partOf: page.source.path,
		destination,
		choice,
		id,
		kind: choice.kind,
		fields: { kept, dropped: [], ...(page.fields.hiddenBy !== undefined && { hiddenBy: page.fields.hiddenBy }) },
		title: title.slice(0, 200),
		facts: {},
		body,
		rewritten: { lines, became: new Map(), notes: [] },
		tree: parseMarkdown(body),
	};
}

/** The page without its sections: a list of links stands in the place of the first. */
function introductionOf(page: PreparedText, sections: readonly Section[], parts: readonly PreparedText[], definitions: readonly Line[]): PreparedText {
	const first = sections[0]?.start ?? 1;
	const within = new Set(sections.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_each, index) => start + index)));
	const lines = page.rewritten.lines.flatMap((line, index): Line[] => {
		if (index + 1 === first) {
			return [
				...sections.map((section) => ({
					text: `- [${section.heading.replace(/[\\`*_[\]<]/g, '\\$&')}](#${encodeURIComponent(section.id)})`,
					from: page.rewritten.lines[section.start - 1]?.from ?? line.from,
				})),
				{ text: '', from: line.from },
			];
		}
		// The empty lines between two sections went with them.
		const isGap = line.text.trim() === '' && within.has(index);
		return within.has(index + 1) || isGap ? [] : [line];
	});
	const all = [...lines, ...definitions];
	const body = joined(all, page.body);
	return { ...page, body, rewritten: { ...page.rewritten, lines: all }, tree: parseMarkdown(body), sections: parts.map(({ source: { path }, title }) => ({ path, title })) };
}

/** The lines of a section with its headings so many levels up that its own is the first. */
function promoted(page: PreparedText, { start, end, depth }: Section): Line[] {
	const lines = page.rewritten.lines.slice(start - 1, end).map((line) => ({ ...line }));
	for (const node of page.tree.children) {
		const at = (node.position?.start.line ?? 0) - start;
		const line = lines[at];
		if (node.type !== 'heading' || !line || depth === 1) continue;
		const marks = '#'.repeat(node.depth - depth + 1);
		const underline = lines[(node.position?.end.line ?? 0) - start];
		if (/^ {0,3}#/.test(line.text)) line.text = line.text.replace(/#+/, marks);
		else if (underline && underline !== line && /^ {0,3}-+\s*$/.test(underline.text)) underline.text = underline.text.replace(/-/g, '=');
	}
	return [...lines, { text: '', from: lines.at(-1)?.from ?? 1 }];
}

/** The definitions of links and notes that a part refers to and that stand in another. */
function definitionsNeeded(tree: Root, lines: readonly Line[], sections: readonly Section[]): (part: number | undefined) => Line[] {
	const partOf = (line: number): number | undefined => {
		const index = sections.findIndex(({ start, end }) => line >= start && line <= end);
		return index < 0 ? undefined : index;
	};
	const definitions = new Map<string, { part: number | undefined; start: number; end: number }>();
	const references: { key: string; line: number }[] = [];
	visit(tree, (node) => {
		const line = node.position?.start.line ?? 1;
		if (node.type === 'definition' || node.type === 'footnoteDefinition') {
			const key = `${node.type === 'definition' ? '' : '^'}${node.identifier}`;
			if (!definitions.has(key)) definitions.set(key, { part: partOf(line), start: line, end: node.position?.end.line ?? line });
		}
		if (node.type === 'linkReference' || node.type === 'imageReference') references.push({ key: node.identifier, line });
		if (node.type === 'footnoteReference') references.push({ key: `^${node.identifier}`, line });
	});
	const byPart = Map.groupBy(references, ({ line }) => partOf(line));
	return (part) => {
		const wanted = new Set((byPart.get(part) ?? []).map(({ key }) => key));
		// A note may refer to others.
		for (const key of wanted) {
			const own = definitions.get(key);
			if (own) for (const reference of references) if (reference.line >= own.start && reference.line <= own.end) wanted.add(reference.key);
		}
		const found = [...wanted].flatMap((key) => definitions.get(key) ?? []).filter((definition) => definition.part !== part);
		return found.flatMap(({ start, end }) => [{ text: '', from: lines[start - 1]?.from ?? 1 }, ...lines.slice(start - 1, end)]);
	};
}

function placesOf(page: PreparedText, sections: readonly Section[], introduction: PreparedText, parts: readonly PreparedText[]): Map<string, SectionPlace> {
	const places = new Map<string, SectionPlace>();
	const partAt = (line: number): number => sections.findIndex(({ start, end }) => line >= start && line <= end);
	const newIds = new Map([introduction, ...parts].map((text) => [text.source.path, [...headingIds(text.tree).values()]]));
	const seen = new Map<string, number>();
	for (const [heading, id] of headingIds(page.tree)) {
		const part = partAt(heading.position?.start.line ?? 1);
		const path = parts[part]?.source.path ?? page.source.path;
		const nth = seen.get(path) ?? 0;
		seen.set(path, nth + 1);
		if (!places.has(id)) places.set(id, { path, behind: sections[part]?.id === id ? '' : `#${newIds.get(path)?.[nth] ?? id}` });
	}
	for (const { name, line } of anchorsOf(page.tree)) {
		const path = parts[partAt(line)]?.source.path ?? page.source.path;
		if (!places.has(name)) places.set(name, { path, behind: `#${name}` });
	}
	return places;
}

/** A heading as a title, without the number that orders it. The text keeps it. */
function titleOf(heading: string): string {
	return heading.replace(/^(?:§\s?)?\d+(?:\.\d+)*[a-z]?[.):]\s+(?=\p{L})/u, '');
}

/** The folder that a page's sections are placed in, below the layout's root. */
function folderFor({ source, facts, choice, title }: PreparedText): string {
	const place = facts.place ?? source.path;
	const stem = place.replace(/\.\w+$/, '');
	const folder = /(?:^|\/)(?:readme|index)$/i.test(stem) ? dirname(stem) : stem;
	const named = folder === '.' ? 'sections' : folder;
	return choice.by === 'none' && namesAgreements.test(title) && !/^(?:agreements|policies)(?:\/|$)/i.test(named) ? `agreements/${named.split('/').at(-1)}` : named;
}

function joined(lines: readonly Line[], like: string): string {
	return lines.map(({ text }) => text).join(like.includes('\r\n') ? '\r\n' : '\n');
}
