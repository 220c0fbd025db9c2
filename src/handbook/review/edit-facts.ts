import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isNode, isScalar, isSeq, type Pair, parseDocument, Scalar, stringify, type YAMLMap, type YAMLSeq } from 'yaml';

/** Some facts with another value, each on one line. */
export type Facts = Readonly<Record<string, string>>;

/** Gives a field of some YAML lines a value of one line; nothing else changes by a byte. Undefined where that cannot be done. */
export function setFact(facts: string, field: string, value: string): string | undefined {
	const { map, pair } = find(facts, field);
	const edited = pair ? replaced(facts, pair, value, map?.flow === true) : withField(facts, map, field, scalarText(value, map?.flow === true));
	return edited !== undefined && says(edited, { ...readFacts(facts), [field]: value }) ? edited : undefined;
}

/** Puts an item at the end of a list in some YAML lines; nothing else changes by a byte. Undefined where that cannot be done. */
export function appendFact(facts: string, field: string, item: Facts): string | undefined {
	const { map, pair } = find(facts, field);
	const edited = pair ? appended(facts, pair, item) : withField(facts, map, field, map?.flow ? `[${flowItem(item)}]` : `\n${blockItem(item, indentOf(facts, map) + 2)}`);
	const before = readFacts(facts);
	const known = Array.isArray(before[field]) ? before[field] : [];
	return edited !== undefined && says(edited, { ...before, [field]: [...known, item] }) ? edited : undefined;
}

function find(facts: string, field: string): { map?: YAMLMap | undefined; pair?: Pair | undefined } {
	const { contents } = read(facts);
	if (!isMap(contents)) return {};
	return { map: contents, pair: contents.items.find(({ key }) => isScalar(key) && key.value === field) };
}

function read(facts: string): Document.Parsed {
	return parseDocument(facts, { schema: 'core', logLevel: 'error' });
}

function readFacts(facts: string): Record<string, unknown> {
	return (read(facts).toJS() as Record<string, unknown> | null) ?? {};
}

function says(facts: string, expected: Record<string, unknown>): boolean {
	const document = read(facts);
	return document.errors.length === 0 && isDeepStrictEqual(document.toJS(), expected);
}

/** The lines with a field more, after all the others. */
function withField(facts: string, map: YAMLMap | undefined, field: string, value: string): string | undefined {
	if (!map?.flow) {
		const separator = value.startsWith('\n') ? '' : ' ';
		return `${facts}${' '.repeat(indentOf(facts, map))}${field}:${separator}${value}\n`;
	}
	const last = map.items.at(-1);
	const end = last ? (endOf(last.value) ?? endOf(last.key)) : (map.range?.[0] ?? 0) + 1;
	return end === undefined ? undefined : insert(facts, end, `${last ? ', ' : ' '}${field}: ${value}${last ? '' : ' '}`);
}

function replaced(facts: string, { key, value: node }: Pair, value: string, isFlow: boolean): string | undefined {
	if (!isScalar(node) || !node.range) return undefined;
	const [start, end] = node.range;
	if (start === end || facts.slice(start, end).trim() === '') return insert(facts, facts.indexOf(':', endOf(key) ?? 0) + 1, ` ${scalarText(value, isFlow)}`);
	const lineEnd = facts.slice(start, end).endsWith('\n') ? '\n' : '';
	return facts.slice(0, start) + scalarText(value, isFlow, node.type) + lineEnd + facts.slice(end);
}

function appended(facts: string, { key, value: list }: Pair, item: Facts): string | undefined {
	if (isSeq(list)) return list.flow ? inFlowList(facts, list, item) : inBlockList(facts, list, item);
	if (!isScalar(list) || list.value !== null || !list.range) return undefined;
	const [start, end] = list.range;
	if (facts.slice(start, end).trim() !== '') return `${facts.slice(0, start)}[${flowItem(item)}]${facts.slice(end)}`;
	return insert(facts, facts.indexOf(':', endOf(key) ?? 0) + 1, ` [${flowItem(item)}]`);
}

function inFlowList(facts: string, list: YAMLSeq, item: Facts): string | undefined {
	const last = list.items.at(-1);
	const end = last === undefined ? (list.range?.[0] ?? 0) + 1 : endOf(last);
	return end === undefined ? undefined : insert(facts, end, (last === undefined ? '' : ', ') + flowItem(item));
}

function inBlockList(facts: string, list: YAMLSeq, item: Facts): string | undefined {
	const end = endOf(list.items.at(-1));
	if (end === undefined || !list.range) return undefined;
	const lineEnd = facts.indexOf('\n', facts.slice(0, end).trimEnd().length);
	return insert(facts, lineEnd + 1, `${blockItem(item, columnOf(facts, list.range[0]))}\n`);
}

function insert(text: string, at: number, words: string): string {
	return text.slice(0, at) + words + text.slice(at);
}

function endOf(node: unknown): number | undefined {
	return isNode(node) ? node.range?.[1] : undefined;
}

function indentOf(facts: string, map: YAMLMap | undefined): number {
	const first = map?.items[0]?.key;
	return isNode(first) && first.range ? columnOf(facts, first.range[0]) : 0;
}

function columnOf(facts: string, at: number): number {
	return at - (facts.lastIndexOf('\n', at - 1) + 1);
}

function blockItem(item: Facts, indent: number): string {
	return Object.entries(item)
		.map(([name, value], index) => `${' '.repeat(indent)}${index === 0 ? '- ' : '  '}${name}: ${scalarText(value, false)}`)
		.join('\n');
}

function flowItem(item: Facts): string {
	return `{ ${Object.entries(item)
		.map(([name, value]) => `${name}: ${scalarText(value, true)}`)
		.join(', ')} }`;
}

/** A value of one line, in the quotes that stood there, or in those that it needs. */
function scalarText(value: string, isFlow: boolean, type?: Scalar['type']): string {
	if (type === Scalar.QUOTE_SINGLE) return `'${value.replaceAll("'", "''")}'`;
	const isPlain = /^[a-z]+$|^\d{4}-[\d-]+$/.test(value);
	if (type === Scalar.QUOTE_DOUBLE || (isFlow && !isPlain)) return JSON.stringify(value);
	return stringify({ value }, { lineWidth: 0 }).slice('value: '.length).trimEnd();
}
