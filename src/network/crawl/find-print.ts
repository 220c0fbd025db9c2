import { fromHtml } from 'hast-util-from-html';
import { readableAddress } from '../../lib/readable-address.js';
import type { Web } from '../fetch.js';
import type { Answer } from '../web/exchange.js';
import { type Failure, failed, type Seen } from './outcome.js';
import { refusedAnswer } from './refused-answer.js';
import type { RobotsGate } from './robots-gate.js';

/** Where a print is looked for. */
export interface PrintSearch {
	home: string;
	/** Where it was found the last time. */
	printUrl?: string | undefined;
	/** By what it would be known again. Without, it is fetched in any case. */
	seen?: Seen | undefined;
}

/** What was found. */
export type FoundPrint =
	| { type: 'print'; bytes: Uint8Array; printUrl: string; etag?: string | undefined; lastModified?: string | undefined }
	| { type: 'unchanged' }
	| { type: 'gone'; url: string }
	| Failure;

const MiB = 1024 * 1024;
const pageLimits = { wire: MiB / 4, decoded: MiB };
const printLimits = { wire: MiB, decoded: 4 * MiB };
/** Of a bundle, and of the print of an index, which tells of many handbooks. */
export const bundleLimits: { wire: number; decoded: number } = { wire: 8 * MiB, decoded: 16 * MiB };

/** As long as most programs take. */
const longestAddress = 2000;

/** Characters of a page in which its head is looked for. */
const longestHead = 128 * 1024;

/** Asks a site for its print: where it was, at `handbook.json`, and where the first page says that it is. */
export async function findPrint({ home, printUrl, seen }: PrintSearch, web: Web, gate: RobotsGate): Promise<FoundPrint> {
	const usual = new URL('handbook.json', home).href;
	const asked = new Set<string>();
	const ask = async (url: string, validators: Seen = {}): Promise<FoundPrint | undefined> => {
		asked.add(url);
		const refused = await gate(url);
		if (refused) return refused;
		const answer = await web.get({ url, accept: 'application/json', limits: limitsOf(url), etag: validators.etag, lastModified: validators.lastModified });
		return isMissing(answer) ? undefined : readAnswer(answer, url);
	};

	const first = await ask(printUrl ?? usual, seen);
	if (first) return first;
	const second = asked.has(usual) ? undefined : await ask(usual);
	if (second) return second;

	const refused = await gate(home);
	if (refused) return refused;
	const page = await web.get({ url: home, accept: 'text/html', limits: pageLimits });
	if (page.type !== 'body' && !isMissing(page)) return refusedAnswer(page, home);
	const named = page.type === 'body' ? namedPrint(page.bytes, page.url, home) : undefined;
	const third = named === undefined || asked.has(named) ? undefined : await ask(named);
	return third ?? failed('print-missing', `There is no handbook at ${readableAddress(home)}: ${readableAddress(usual)} is not there.`);
}

function limitsOf(url: string): { wire: number; decoded: number } {
	return new URL(url).pathname.endsWith('/network.json') ? bundleLimits : printLimits;
}

function isMissing(answer: Answer): boolean {
	return answer.type === 'status' && answer.status === 404;
}

function readAnswer(answer: Answer, url: string): FoundPrint {
	if (answer.type === 'unchanged') return answer;
	if (answer.type === 'status' && answer.status === 410) return { type: 'gone', url };
	if (answer.type !== 'body') return refusedAnswer(answer, url);
	if (/^text\/html\b/i.test(answer.contentType)) return failed('print-invalid', `At ${readableAddress(url)}, where the print should be, there is a web page.`);
	return { type: 'print', bytes: answer.bytes, printUrl: url, etag: answer.etag, lastModified: answer.lastModified };
}

/** The print that the head of a page names with `<link rel="alternate" type="application/json">`, when it is of the same origin as the handbook. */
function namedPrint(bytes: Uint8Array, pageUrl: string, home: string): string | undefined {
	const [head = ''] = new TextDecoder().decode(bytes).split(/<body\b|<\/head\b/i, 1);
	const html = fromHtml(head.slice(0, longestHead)).children.find((node) => node.type === 'element' && node.tagName === 'html');
	const parts = html?.type === 'element' ? html.children : [];
	const nodes = parts.flatMap((node) => (node.type === 'element' && node.tagName === 'head' ? node.children : []));
	for (const node of nodes) {
		if (node.type !== 'element' || node.tagName !== 'link') continue;
		const { rel, type, href } = node.properties;
		const isAlternate = Array.isArray(rel) && rel.some((word) => String(word).toLowerCase() === 'alternate');
		if (!isAlternate || String(type).toLowerCase() !== 'application/json' || typeof href !== 'string') continue;
		const url = URL.parse(href, pageUrl);
		if (!url || url.origin !== new URL(home).origin || url.href.length > longestAddress) continue;
		url.hash = '';
		return url.href;
	}
	return undefined;
}
