import matter from 'gray-matter';
import { type Document, isCollection, isMap, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { ProblemCode } from '../errors.js';

/** Where something stands in a file; both count from 1. */
export interface Position {
	line: number;
	column: number;
}

/** Something wrong with front matter; the caller knows the file. */
export interface FrontMatterFault extends Position {
	code: Extract<ProblemCode, 'front-matter-invalid' | 'front-matter-unclosed' | 'front-matter-language'>;
	message: string;
}

/** A source taken apart. */
export interface FrontMatter {
	/** Plain data; empty when there is no front matter or it is faulty. */
	data: Record<string, unknown>;
	/** The text below the front matter. */
	body: string;
	/** Line of the source on which `body` begins, from 1. */
	bodyLine: number;
	fault?: FrontMatterFault;
	/** Where a field stands, by its path such as `['basedOn', 0, 'url']`; the nearest parent when it is absent. */
	locate(path: readonly PropertyKey[]): Position;
}

/** Removes a byte order mark and the line ends of other systems, which no later step should ever see. */
export function cleanSource(source: string): string {
	return source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/**
 * Splits a clean source into front matter and body. The only place that knows gray-matter,
 * which by default runs `---js` blocks, caches by text and reads YAML 1.1: here every language
 * but YAML is refused, and passing options switches its cache off.
 * Foreign text gets no aliases, so that no small text grows large.
 */
export function readFrontMatter(source: string, { foreign = false } = {}): FrontMatter {
	const faulty = (code: FrontMatterFault['code'], message: string, position: Position = { line: 1, column: 1 }): FrontMatter => ({
		data: {},
		body: '',
		bodyLine: 1,
		fault: { code, message, ...position },
		locate: () => position,
	});

	const fence = /^(---|\+\+\+|;;;)[^\S\n]*([^\n]*?)[^\S\n]*(?:\n|$)/.exec(source);
	if (!fence || source.startsWith('----')) {
		const stray = strayFact(source);
		if (stray) return faulty('front-matter-invalid', 'There are facts at the top, but they are not between two lines of three dashes of which one is the first line of the file.', stray);
		return { data: {}, body: source, bodyLine: 1, locate: () => ({ line: 1, column: 1 }) };
	}
	const [opening, marker, name = ''] = fence;
	if (marker !== '---') return faulty('front-matter-language', `The facts at the top stand between ${marker} lines.`);
	if (name !== '' && name !== 'yaml') {
		return faulty('front-matter-language', `The facts at the top are marked as “${name}”.`);
	}
	const closing = /^---(.*)$/m.exec(source.slice(opening.length));
	if (!closing) return faulty('front-matter-unclosed', 'The facts at the top have no second line of three dashes.');
	const end = opening.length + closing.index + closing[0].length;
	// gray-matter takes any line that begins with three dashes for the end, and would lose the facts below it.
	if (closing[1]?.trim()) {
		return faulty('front-matter-invalid', 'A line among the facts begins with three dashes and goes on.', { line: source.slice(0, end).split('\n').length, column: 1 });
	}

	const lines = new LineCounter();
	let document: Document.Parsed | undefined;
	let trouble: YamlTrouble | undefined;
	const refuse = { parse: refuseLanguage };
	const engines = {
		yaml: {
			parse: (text: string) => {
				document = parseDocument(text.replace(/^\n/, ''), { schema: 'core', uniqueKeys: true, lineCounter: lines, prettyErrors: false, logLevel: 'error' });
				trouble = document.errors[0] ?? unusableAlias(document, foreign);
				return trouble ? {} : (document.toJS({ maxAliasCount: 100 }) ?? {});
			},
		},
		javascript: refuse,
		js: refuse,
		json: refuse,
		coffee: refuse,
	};
	let data: Record<string, unknown>;
	try {
		data = matter(source.slice(0, end).replace(/^---.*$/gm, '---'), { engines }).data;
	} catch {
		// The parser gives up on a thousand brackets, and on aliases of aliases of aliases.
		return faulty('front-matter-invalid', 'The facts at the top are too deeply nested to be read.', { line: 2, column: 1 });
	}

	const at = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: line + 1, column: col };
	};
	if (trouble) return faulty('front-matter-invalid', plainYamlMessage(trouble.code, trouble.message), at(trouble.pos[0]));
	if (typeof data !== 'object' || Array.isArray(data)) {
		return faulty('front-matter-invalid', 'The facts at the top are not lines of name: value.', { line: 2, column: 1 });
	}

	const rest = source.slice(end).replace(/^\n/, '');
	return {
		data,
		body: rest,
		bodyLine: source.slice(0, source.length - rest.length).split('\n').length,
		locate: (path) => locate(document, path, at),
	};
}

function refuseLanguage(): never {
	throw new Error('Front matter is YAML only.');
}

/** What stops YAML from being read. */
interface YamlTrouble {
	code: string;
	message: string;
	/** Where it begins and ends, from 0. */
	pos: readonly [number, number];
}

/** The first alias that stands for nothing, as a word between stars does, or for a part of itself. Foreign text may have none at all. */
function unusableAlias(document: Document.Parsed, foreign: boolean): YamlTrouble | undefined {
	let found: YamlTrouble | undefined;
	visit(document, {
		Alias: (_, alias, parents) => {
			const meant = foreign ? undefined : alias.resolve(document);
			if (meant && !parents.includes(meant)) return undefined;
			const [start = 0, end = start] = alias.range ?? [];
			found = { code: 'BAD_ALIAS', message: 'An alias stands for nothing', pos: [start, end] };
			return visit.BREAK;
		},
	});
	return found;
}

function locate(document: Document.Parsed | undefined, path: readonly PropertyKey[], at: (offset: number) => Position): Position {
	for (let length = path.length; length > 0; length -= 1) {
		const offset = offsetOf(document, path.slice(0, length));
		if (offset !== undefined) return at(offset);
	}
	return { line: 1, column: 1 };
}

/** Where a value begins. A list or a group of fields, which may begin a line later, is found at its name. */
function offsetOf(document: Document.Parsed | undefined, path: readonly PropertyKey[]): number | undefined {
	const node = document?.getIn(path, true);
	const parent = document?.getIn(path.slice(0, -1), true);
	const name = isCollection(node) && isMap(parent) ? parent.items.find(({ value }) => value === node)?.key : undefined;
	const place = isNode(name) ? name : node;
	return isNode(place) ? place.range?.[0] : undefined;
}

/** A rule or the opening of a code block, as people put facts between them by mistake. */
const fenceLike = /^\W*(?:ya?ml)?$/;
const factLike = /^\s*(?:$|[#-]|["']?[\w-]+["']?\s*[:=])/;
const hidingFact = /^\s*["']?(?:drafts?|private|(?:un)?published|hidden|unlisted)["']?\s*[:=]\s*["']?(?:true|false|yes|no|on|off|[01])\b/i;

/** Where facts stand that are not read as such, but may say that the text is hidden. */
function strayFact(source: string): Position | undefined {
	const lines = source.split('\n');
	const first = lines.findIndex((line) => /\w|\S{2}/.test(line));
	const fenced = first >= 0 && fenceLike.test(lines[first] ?? '');
	for (const [index, line] of lines.entries()) {
		if (index < first || (fenced && index === first)) continue;
		if (!factLike.test(line)) return undefined;
		if (hidingFact.test(line) || (fenced && index === first + 1 && /^title:\s/.test(line))) return { line: index + 1, column: 1 };
	}
	return undefined;
}

function plainYamlMessage(code: string, message: string): string {
	if (/end with a [\]}]/.test(message)) return 'A bracket is opened and not closed.';
	switch (code) {
		case 'DUPLICATE_KEY':
			return 'A field is there twice.';
		case 'TAB_AS_INDENT':
			return 'A line is indented with a tab; use spaces.';
		case 'BAD_INDENT':
		case 'BLOCK_AS_IMPLICIT_KEY':
		case 'MULTILINE_IMPLICIT_KEY':
			return 'A line is indented in a way that cannot be read, or text with a colon in it lacks quotes.';
		case 'MISSING_CHAR':
			return 'A quotation mark, a bracket or a colon is missing.';
		case 'BAD_ALIAS':
			return 'Text that begins with a star needs quotes around it.';
		case 'BAD_SCALAR_START':
			return 'Text that begins with a sign such as @, ` or % needs quotes around it.';
		case 'UNEXPECTED_TOKEN':
			return 'There is something that does not belong here. Text with brackets, quotation marks or other signs in it needs quotes around it.';
		default:
			return `This is not valid YAML: ${message}.`;
	}
}
