import { basename } from 'node:path/posix';
import { readPercentSigns } from '../../../../lib/percent-signs.js';
import { readableAddress } from '../../../../lib/readable-address.js';
import { type Alert, boldWords, plainWords, quotedAlert, trimBlank, withoutPrefix } from '../../alert-lines.js';
import type { Line } from '../../lines.js';
import type { Rewriting, RewritingContext } from '../../rewriting.js';
import { type Block, blocksOf, type Part } from './blocks.js';
import { isTableRow, piecesOf, replaceTags, type Tag, tagsIn } from './tags.js';

/** A line on its way, that knows whether it is code. */
type Written = Line & { code?: boolean };

/** What a block becomes, given the lines in it. */
type Writer = (block: Block, content: readonly Written[], page: Page) => readonly Written[];

/** The page that a block stands on. */
interface Page {
	context: RewritingContext;
	/** Depth of the last heading above, 1 when there is none. */
	depth: number;
	/** How many steps there are up to here. */
	step: number;
}

const alertOf: Readonly<Record<string, Alert>> = { info: 'NOTE', success: 'TIP', tip: 'TIP', warning: 'WARNING', danger: 'CAUTION', working: 'NOTE' };
/** Blocks that only group others. */
const transparent = new Set([
	'tabs',
	'tab',
	'stepper',
	'step',
	'columns',
	'column',
	'updates',
	'update',
	'raw',
	'swagger-response',
	'swagger-parameter',
	'api-method-spec',
	'api-method-request',
	'api-method-response',
]);
/** Tags that may have words of their own, with an end, or none. */
const optionalEnd = new Set(['embed', 'file', 'content-ref', 'swagger', 'openapi', 'openapi-operation', 'openapi-schemas']);

const passOn: Writer = (_block, content) => content;

const writers: Readonly<Record<string, Writer>> = {
	hint: (block, content) => quotedAlert(alertFor(attributeOf(block, 'style')), '', content, block),
	tabs: passOn,
	tab: (block, content, page) => titled(block, attributeOf(block, 'title'), content, page),
	stepper: passOn,
	step: (block, content, { step }) => listItem(`${step})`, block, content),
	columns: passOn,
	column: passOn,
	updates: passOn,
	update: (block, content, page) => titled(block, attributeOf(block, 'date'), content, page),
	raw: passOn,
	code: (block, content) => (attributeOf(block, 'title') === '' ? content : [...paragraph(block, `**${boldWords(attributeOf(block, 'title'))}**`), ...content]),
	'content-ref': (block, content, page) => reference(block, attributeOf(block, 'url'), content, page),
	'page-ref': (block, content, page) => reference(block, attributeOf(block, 'page'), content, page),
	embed: (block, content) => shown(block, attributeOf(block, 'url'), readableAddress, content),
	file: (block, content) => shown(block, attributeOf(block, 'src'), fileName, content),
	swagger: description,
	'swagger-description': passOn,
	'swagger-parameter': description,
	'swagger-response': description,
	openapi: description,
	'openapi-operation': description,
	'openapi-schemas': description,
	'api-method': description,
	'api-method-summary': passOn,
	'api-method-description': passOn,
	'api-method-spec': passOn,
	'api-method-request': passOn,
	'api-method-path-parameters': passOn,
	'api-method-query-parameters': passOn,
	'api-method-headers': passOn,
	'api-method-body-parameters': passOn,
	'api-method-form-data-parameters': passOn,
	'api-method-parameter': description,
	'api-method-response': passOn,
	'api-method-response-example': description,
	'api-method-response-example-description': passOn,
};

/** Turns GitBook's blocks into Markdown: hints are alerts, tabs their titles and words, references and embeds links. */
export const blocksToMarkdown: Rewriting = (lines, context) => {
	if (!lines.some(({ text }) => text.includes('{%'))) return lines;
	const { parts, faults } = blocksOf(piecesOf(lines, isKnown), {
		isSingle: (name) => name === 'page-ref' || name.startsWith('@'),
		mayBeSingle: (name) => optionalEnd.has(name),
		isTransparent: (name) => transparent.has(name),
	});
	for (const { from, message } of faults) context.note({ from }, message);
	return write(parts, { context, depth: 1, step: 0 }).map(({ text, from }) => ({ text, from }));
};

function isKnown(name: string): boolean {
	return name.startsWith('@') || Object.hasOwn(writers, name.replace(/^end/, ''));
}

/** Lines and blocks as lines. A block has an empty line on either side. */
function write(parts: readonly Part[], page: Page): Written[] {
	const lines: Written[] = [];
	let below: string | undefined;
	let { depth } = page;
	let step = 0;
	const push = (line: Written): void => {
		if (!line.code) depth = /^\s{0,3}(#{1,6})\s/.exec(line.text)?.[1]?.length ?? depth;
		lines.push(line);
	};
	for (const part of parts) {
		if (part.block === undefined) {
			const line = part.code ? part : inPlace(part, page.context);
			if (below !== undefined && !isBlank(line.text)) lines.push({ text: below.trimEnd(), from: line.from });
			below = undefined;
			push(line);
			continue;
		}
		const { block } = part;
		if (block.tag.name === 'step') step += 1;
		const written = trimBlank(writeBlock(block, { ...page, depth, step }));
		const [first, ...others] = written;
		if (first === undefined) continue;
		const last = lines.at(-1);
		const marker = last && !last.code && /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s*$/.test(last.text);
		if (last && marker) lines[lines.length - 1] = { ...last, text: `${last.text.trimEnd()} ${withoutPrefix(first.text, block.prefix).trimStart()}` };
		else {
			if (last && !isBlank(last.text)) lines.push({ text: block.prefix.trimEnd(), from: first.from });
			push(first);
		}
		others.forEach(push);
		below = block.prefix;
	}
	return lines;
}

function writeBlock(block: Block, page: Page): readonly Written[] {
	const { name } = block.tag;
	const content = trimBlank(write(block.parts, page));
	if (name.startsWith('@')) return integration(block, page);
	page.context.became(name);
	return writers[name]?.(block, content, page) ?? content;
}

/** An embed of another service that GitBook calls an integration. */
function integration(block: Block, { context }: Page): readonly Written[] {
	const url = attributeOf(block, 'url') || attributeOf(block, 'content');
	if (!/^https?:/i.test(url)) {
		context.note(block, `${block.tag.source} was left as it is: it shows something of another service.`);
		return [{ text: block.prefix + block.tag.source, from: block.from }];
	}
	context.became('embed');
	return shown(block, url, readableAddress, []);
}

function alertFor(style: string): Alert {
	return (Object.hasOwn(alertOf, style) && alertOf[style]) || 'NOTE';
}

/** A title above words: bold, or a heading when there are headings among the words. */
function titled(block: Block, title: string, content: readonly Written[], { depth }: Page): readonly Written[] {
	if (title.trim() === '') return content;
	const hasHeadings = content.some(({ text, code }) => !code && /^\s{0,3}#{1,6}\s/.test(text));
	return [...paragraph(block, hasHeadings ? `${'#'.repeat(Math.min(6, depth + 1))} ${boldWords(title)}` : `**${boldWords(title)}**`), ...content];
}

function listItem(marker: string, { prefix }: Block, content: readonly Written[]): readonly Written[] {
	const indent = ' '.repeat(marker.length + 1);
	return content.map((line, index) => ({ ...line, text: (prefix + (index === 0 ? `${marker} ` : indent) + withoutPrefix(line.text, prefix)).trimEnd() }));
}

/** A link to a text of the handbook, under its title. */
function reference(block: Block, address: string, content: readonly Written[], { context }: Page): readonly Written[] {
	const [, words = ''] = content.length === 1 ? (/^[\s>]*\[(.*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$/.exec(content[0]?.text ?? '') ?? []) : [];
	const own = words === '' || words === address || words.replace(/\\/g, '') === fileName(address) ? '' : words;
	const title = context.titleAt(address);
	const link = address === '' ? [] : paragraph(block, `[${title === undefined ? own || plainWords(address) : plainWords(title)}](${inBrackets(address)})`);
	return words === '' ? [...link, ...content] : link.length > 0 ? link : content;
}

/** A link to what was shown, then the words below it. */
function shown(block: Block, address: string, wordsOf: (address: string) => string, content: readonly Written[]): readonly Written[] {
	const caption = attributeOf(block, 'caption');
	const link = address === '' ? [] : paragraph(block, `[${plainWords(attributeOf(block, 'title') || wordsOf(address))}](${inBrackets(address)})`);
	return [...link, ...(caption === '' ? [] : paragraph(block, plainWords(caption))), ...content];
}

/** What is said of a program's interface, as words: GitBook made a form of it. */
function description(block: Block, content: readonly Written[], { context }: Page): readonly Written[] {
	const said = ['method', 'baseUrl', 'host', 'path', 'in', 'name', 'type', 'status', 'httpCode'].map((name) => attributeOf(block, name)).filter(Boolean);
	const words = ['summary', 'description'].map((name) => attributeOf(block, name)).filter(Boolean);
	const source = attributeOf(block, 'src') || attributeOf(block, 'spec');
	if (source !== '') context.note(block, `${block.tag.source} showed what stands in ${source}. Only a link to it is left.`);
	return [
		...words.flatMap((each) => paragraph(block, plainWords(each))),
		...(said.length > 0 ? paragraph(block, `\`${said.join(' ').replace(/`/g, "'")}\``) : []),
		...(/[./]/.test(source) && content.length === 0 ? paragraph(block, `[${plainWords(readableAddress(source))}](${inBrackets(source)})`) : []),
		...content,
	];
}

/** A line whose tags stay in their place: in a row of a table, or not known. */
function inPlace(line: Written, context: RewritingContext): Written {
	if (!line.text.includes('{%')) return line;
	if (!isTableRow(line.text)) {
		for (const { tag } of tagsIn(line.text)) context.note(line, `${tag.source} was left as it is: it is not known here.`);
		return line;
	}
	const text = replaceTags(line.text, (tag) => {
		const inline = inlineLink(tag, context);
		if (inline === undefined) context.note(line, `${tag.source} was left as it is: it is not known here, or not in a table.`);
		else context.became(tag.name.replace(/^end/, ''));
		return inline;
	});
	return { ...line, text };
}

function inlineLink(tag: Tag, context: RewritingContext): string | undefined {
	const address = tag.attributes.get({ embed: 'url', file: 'src', 'content-ref': 'url', 'page-ref': 'page' }[tag.name] ?? '');
	if (['endembed', 'endfile', 'endcontent-ref'].includes(tag.name)) return '';
	if (address === undefined) return undefined;
	const words = tag.name === 'embed' ? readableAddress(address) : tag.name === 'file' ? fileName(address) : (context.titleAt(address) ?? address);
	return `[${plainWords(words).replace(/\|/g, '\\|')}](${inBrackets(address)})`;
}

function paragraph({ prefix, from }: Block, text: string): Written[] {
	return [
		{ text: prefix + text, from },
		{ text: prefix.trimEnd(), from },
	];
}

function attributeOf({ tag }: Block, name: string): string {
	return tag.attributes.get(name)?.trim() ?? '';
}

/** The address as Markdown takes it. */
function inBrackets(address: string): string {
	return /^[^\s()<>\\]+$/.test(address) ? address : `<${address.replace(/[<>]/g, encodeURIComponent)}>`;
}

function fileName(address: string): string {
	return readPercentSigns(basename(address.replace(/[?#].*$/s, '')));
}

function isBlank(text: string): boolean {
	return /^[\s>]*$/.test(text);
}
