import { readableAddress } from '../../lib/readable-address.js';
import { textHash } from '../../lib/text-hash.js';
import { cleanSource, readFrontMatter } from '../../markdown/front-matter.js';
import { isHidden } from '../../schema/hidden.js';
import { entrySchemas } from '../../schema/kinds.js';
import { parseFields } from '../../schema/validate.js';
import { cleanForeign } from '../clean-foreign.js';
import { bundleLimits } from '../crawl/find-print.js';
import { failed } from '../crawl/outcome.js';
import { refusedAnswer } from '../crawl/refused-answer.js';
import { verifyBundle } from '../crawl/verify-bundle.js';
import type { Web } from '../fetch.js';
import type { Found, Upstream, UpstreamEntry } from './upstream.js';

/** A text of another group, as it came. */
export interface UpstreamSource {
	/** The whole file, without byte order mark and Windows line ends. */
	source: string;
	/** Its front matter: plain data, in NFC and without signs that cannot be seen. */
	data: Record<string, unknown>;
	/** The text below, without control characters. */
	body: string;
}

/** Bytes in UTF-8 that a source may have, as on an index. */
const longestSource = 128 * 1024;
const sourceLimits = { wire: 2 * longestSource, decoded: 2 * longestSource };

/** More marks on one letter than any language has: putting them into order, which hashing needs, takes as long as their number squared. */
const pile = /(?<!\p{M})\p{M}{1000}/u;

/** Fetches the source of a text. It must be the one that the print describes. */
export async function fetchSource(web: Web, entry: UpstreamEntry): Promise<Found<UpstreamSource>> {
	const answer = await web.get({ url: entry.sourceUrl, accept: 'text/markdown, text/plain;q=0.9, */*;q=0.1', limits: sourceLimits });
	if (answer.type !== 'body') return { fault: refusedAnswer(answer, entry.sourceUrl).fault };
	try {
		return readSource(entry, new TextDecoder('utf-8', { fatal: true }).decode(answer.bytes));
	} catch {
		return { fault: failed('bundle-different', `${readableAddress(entry.sourceUrl)} is not a text: it is not stored as UTF-8.`).fault };
	}
}

/** Fetches all sources of a handbook in one request, by id. */
export async function fetchSources(web: Web, { home, bundle, entries, aliases, group }: Upstream): Promise<Found<{ sources: ReadonlyMap<string, string> }>> {
	if (!bundle)
		return { fault: failed('bundle-different', `${readableAddress(home)} does not answer, and an index keeps single texts only.`, 'Give the address of one of its texts on the index.').fault };
	const answer = await web.get({ url: bundle.url, accept: 'application/x-ndjson, application/json', limits: bundleLimits });
	if (answer.type !== 'body') return { fault: refusedAnswer(answer, bundle.url).fault };
	const printed = entries.map(({ page: _page, licence = '', ...entry }) => ({ ...entry, licence }));
	const sources = verifyBundle(answer.bytes, { type: 'handbook', home, repo: {}, group: { name: group.name }, entries: printed, aliases, tombstones: [], bundle });
	return 'type' in sources ? { fault: sources.fault } : { sources };
}

/** Takes a source apart, when it is the text that the print describes and its author does not hide it. */
export function readSource(entry: UpstreamEntry, text: string): Found<UpstreamSource> {
	const different = (what: string): { fault: ReturnType<typeof failed>['fault'] } => ({ fault: failed('bundle-different', `${readableAddress(entry.sourceUrl)} ${what}.`).fault });
	if (Buffer.byteLength(text) > longestSource) return different(`has more than ${longestSource / 1024} KiB, and so long a text is not copied`);
	if (pile.test(text)) return different('has a letter with a thousand accents');
	const source = cleanSource(text);
	const { data, body, fault } = readFrontMatter(source, { foreign: true });
	if (textHash(source) !== entry.sha256) return different('is not the text that the print describes');
	if (fault) return different('has facts at its top that cannot be read');
	if (textHash(body) !== entry.bodySha256) return different('is not the text that the print describes');
	const clean = cleanForeign(data);
	const { fields, faults } = parseFields(entrySchemas[entry.kind], clean);
	if (isHidden(fields, faults, clean)) return different('is hidden by its authors');
	return { source, data: clean, body: withoutControls(body) };
}

/** NUL, and what moves the cursor of a terminal or ends a page of a printer. */
function withoutControls(text: string): string {
	return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}
