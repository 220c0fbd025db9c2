import { isDeepStrictEqual } from 'node:util';
import { type Document, isCollection, isMap, isScalar, isSeq, Lexer, parseDocument, type Scalar, stringify, visit } from 'yaml';

const reading = { schema: 'core', logLevel: 'error' } as const;

/** Gives a field of some YAML lines another value, or takes it out. Every other line stays as it is, and no comment is lost. */
export function setField(facts: string, field: string, value: unknown): string {
	const lines = simpleLines(facts);
	const place = findField(lines, field);
	if (!place) return value === undefined ? facts : lines + stringify({ [field]: value }, { lineWidth: 0 });
	const old = lines.slice(place.start, place.end);
	const now = value === undefined ? '' : changedField(old, field, value);
	const kept = new Set(commentsIn(now));
	const lost = commentsIn(old).filter((comment) => !kept.has(comment));
	return lines.slice(0, place.start) + lost.map((comment) => `${comment}\n`).join('') + now + lines.slice(place.end);
}

/** Writes a comment above a field, or below all of them when there is no such field. */
export function noteField(facts: string, field: string, comment: string): string {
	const lines = simpleLines(facts);
	const at = findField(lines, field)?.start ?? lines.length;
	return `${lines.slice(0, at)}${comment}\n${lines.slice(at)}`;
}

/** A value as YAML on a single line. */
export function valueInLine(value: unknown): string {
	const text = stringify(value, { lineWidth: 0, collectionStyle: 'flow' }).trim();
	const breaking = /[\p{Cc}\u2028\u2029]/gu;
	if (text.search(breaking) < 0) return text;
	return JSON.stringify(value).replace(breaking, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same lines, with each field on lines of its own and no value that stands elsewhere. Nearly always they are so already. */
function simpleLines(facts: string): string {
	const document: Document = parseDocument(facts, reading);
	let aliases = 0;
	visit(document, {
		Alias: (_, alias) => {
			aliases += 1;
			return document.createNode(alias.toJS(document));
		},
	});
	const isFlow = isMap(document.contents) && document.contents.flow === true;
	if (isMap(document.contents)) document.contents.flow = false;
	return aliases > 0 || isFlow ? document.toString({ lineWidth: 0 }) : facts;
}

/** The lines of a field: from its name to the last line of its value. */
function findField(facts: string, field: string): { start: number; end: number } | undefined {
	const { contents } = parseDocument(facts, reading);
	if (!isMap(contents)) return undefined;
	const starts = contents.items.map(({ key }) => facts.lastIndexOf('\n', (key.range?.[0] ?? 0) - 1) + 1);
	const index = contents.items.findIndex(({ key }) => isScalar(key) && key.value === field);
	const start = starts[index];
	if (start === undefined) return undefined;
	// Comments at the left margin are about what follows.
	const below = facts.slice(start, starts[index + 1]).replace(/(?<=\n)(?:[^\S\n]*\n|#[^\n]*\n)*$/, '');
	return { start, end: start + below.length };
}

/** The lines of a field with another value, in the style of the old one unless that cannot hold it. */
function changedField(old: string, field: string, value: unknown): string {
	const text = restyledField(old, field, value);
	const document = parseDocument(text, reading);
	const isRight = document.errors.length === 0 && isDeepStrictEqual(document.toJS(), { [field]: value });
	return isRight ? text : stringify({ [field]: value }, { lineWidth: 0 });
}

function restyledField(old: string, field: string, value: unknown): string {
	const document = parseDocument(old, reading);
	const node = document.get(field, true);
	if (isSeq(node) && Array.isArray(value)) {
		const known = node.items.filter((item) => isScalar(item));
		const style = known.find((item) => typeof item.value === 'string')?.type;
		node.items = value.map((item) => known.find((scalar) => scalar.value === item) ?? styled(document.createNode(item), style));
	} else if (isScalar(node) && (typeof value !== 'object' || value === null)) {
		node.value = value;
	} else {
		const replacement = document.createNode(value);
		if (isCollection(replacement) && isCollection(node)) replacement.flow = node.flow;
		document.set(field, replacement);
	}
	return document.toString({ lineWidth: 0, flowCollectionPadding: /[[{] /.test(old), indentSeq: !/^-/m.test(old) });
}

function styled(node: unknown, type: Scalar['type']): unknown {
	if (isScalar(node) && typeof node.value === 'string') node.type = type;
	return node;
}

/** The comments of some lines, each from its sign on. */
function commentsIn(facts: string): string[] {
	return [...new Lexer().lex(facts)].filter((token) => token.startsWith('#'));
}
