import type { Code, Html, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { kindOfAddress } from '../../markdown/address-kind.js';
import { applyEdits, type Edit } from '../import/edits.js';
import { parseMarkdown } from '../import/parse-markdown.js';
import type { InertReport } from './inert-report.js';

/** A foreign text without HTML and without code that only spaces mark as such. */
export interface PreparedBody {
	body: string;
	/** Words of each image that stands beside the text, in order. */
	images: string[];
	report: InertReport;
}

/** Rounds after which a text that still brings forth HTML is given up. */
const mostRounds = 20;

/** Takes the HTML out of a foreign text. Undefined when it is one that no person would write, made to hang a program. */
export function prepareBody(text: string): PreparedBody | undefined {
	if (isMonster(text)) return undefined;
	const report: InertReport = { html: 0, comments: 0, brackets: 0, codeLines: 0, links: 0 };
	let body = text;
	try {
		for (let round = 0; round < mostRounds; round++) {
			const tree = parseMarkdown(body);
			const edits = editsOf(tree, body, report);
			if (edits.length === 0) return { body, images: siblingImages(tree).map(({ alt }) => alt), report };
			body = applyEdits(body, edits);
		}
	} catch {
		// Nested deeper than the parser can follow.
	}
	return undefined;
}

/** The images beside a text, in order: those with a relative address. */
export function siblingImages(tree: Root): { node: Nodes; alt: string }[] {
	const addresses = new Map<string, string>();
	visit(tree, 'definition', ({ identifier, url }) => {
		if (!addresses.has(identifier)) addresses.set(identifier, url);
	});
	const images: { node: Nodes; alt: string }[] = [];
	visit(tree, (node: Nodes) => {
		if (node.type !== 'image' && node.type !== 'imageReference') return;
		const url = node.type === 'image' ? node.url : (addresses.get(node.identifier) ?? '');
		if (kindOfAddress(url) === 'relative') images.push({ node, alt: node.alt ?? '' });
	});
	return images;
}

/** What takes a program longer than anybody waits: wide and long tables, deep quotations, and thousands of open brackets or stars. */
function isMonster(text: string): boolean {
	const many = (sign: RegExp): number => text.match(sign)?.length ?? 0;
	const lines = text.split('\n');
	const columns = lines.reduce((most, line) => Math.max(most, /^[\s>|:*+.\d-]+$/.test(line) ? line.split('|').length : 0), 0);
	return columns > 300 || columns * lines.length > 200_000 || /^(?:[ \t]*(?:>|[-*+]|\d+[.)])){60}/m.test(text) || many(/\[/g) > 5000 || many(/[*_~]{1,3}/g) > 20_000;
}

function editsOf(tree: Root, body: string, report: InertReport): Edit[] {
	const edits: Edit[] = [];
	visit(tree, (node: Nodes) => {
		if (node.type === 'html') edits.push(...htmlEdits(node, body, report));
		if (node.type === 'code') edits.push(...fenceEdits(node, body));
	});
	return edits;
}

function htmlEdits({ position }: Html, body: string, report: InertReport): Edit[] {
	const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
	const source = body.slice(start, end);
	const comment = /^<!--(?:>|->|[\s\S]*?-->)/.exec(source)?.[0];
	if (comment !== undefined) {
		report.comments += 1;
		return [{ start, end: start + comment.length, text: '' }];
	}
	report.html += 1;
	return [...source.matchAll(/</g)].map(({ index }) => ({ start: start + index, end: start + index + 1, text: '&lt;' }));
}

/** Code that is marked by four spaces is text for MDX, so it gets fences. */
function fenceEdits({ value, position }: Code, body: string): Edit[] {
	const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
	if (/^[ \t]*(?:```|~~~)/.test(body.slice(start, end))) return [];
	const above = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
	const margin = above.replace(/[^>\s]/g, ' ');
	const fence = '`'.repeat(Math.max(3, ...[...value.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	return [{ start, end, text: [fence, ...value.split('\n'), fence].join(`\n${margin}`) }];
}
