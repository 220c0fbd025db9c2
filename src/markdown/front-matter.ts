import matter from 'gray-matter';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
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

const bomOrCarriageReturn = /^\uFEFF|\r(?=\n)/g;

/** Removes a byte order mark and Windows line ends, which no later step should ever see. */
export function cleanSource(source: string): string {
	return source.replace(bomOrCarriageReturn, '');
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
	if (!fence || source.startsWith('----')) return { data: {}, body: source, bodyLine: 1, locate: () => ({ line: 1, column: 1 }) };
	const [opening, marker, name = ''] = fence;
	if (marker !== '---') return faulty('front-matter-language', `The facts at the top stand between ${marker} lines.`);
	if (name !== '' && name !== 'yaml') {
		return faulty('front-matter-language', `The facts at the top are marked as “${name}”.`);
	}
	const closing = /^---[^\S\n]*$/m.exec(source.slice(opening.length));
	if (!closing) return faulty('front-matter-unclosed', 'The facts at the top have no second line of three dashes.');

	const end = opening.length + closing.index + closing[0].length;
	const lines = new LineCounter();
	let document: Document.Parsed | undefined;
	const refuse = { parse: refuseLanguage };
	const { data } = matter(source.slice(0, end).replace(/^---.*$/gm, '---'), {
		engines: {
			yaml: {
				parse: (text: string) => {
					document = parseDocument(text.replace(/^\n/, ''), { schema: 'core', uniqueKeys: true, lineCounter: lines, prettyErrors: false });
					return document.errors.length > 0 ? {} : (document.toJS({ maxAliasCount: foreign ? 0 : 100 }) ?? {});
				},
			},
			javascript: refuse,
			js: refuse,
			json: refuse,
			coffee: refuse,
		},
	});

	const at = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: line + 1, column: col };
	};
	const error = document?.errors[0];
	if (error) return faulty('front-matter-invalid', plainYamlMessage(error.code, error.message), at(error.pos[0]));
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

function locate(document: Document.Parsed | undefined, path: readonly PropertyKey[], at: (offset: number) => Position): Position {
	for (let length = path.length; length > 0; length -= 1) {
		const node = document?.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return at(node.range[0]);
	}
	return { line: 1, column: 1 };
}

function plainYamlMessage(code: string, message: string): string {
	if (code === 'DUPLICATE_KEY') return 'A field is there twice.';
	if (code === 'TAB_AS_INDENT') return 'A line is indented with a tab; use spaces.';
	if (code === 'BAD_INDENT' || code === 'BLOCK_AS_IMPLICIT_KEY') return 'A line is indented in a way that cannot be read, or text with a colon in it lacks quotes.';
	if (code === 'MISSING_CHAR') return 'A quotation mark, a bracket or a colon is missing.';
	return `This is not valid YAML: ${message}`;
}
