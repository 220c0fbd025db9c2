import { readableAddress } from '../../lib/readable-address.js';
import { byteHash, textHash } from '../../lib/text-hash.js';
import { bundleLineSchema } from '../../schema/print.js';
import { parseForeignJson } from '../web/json-bounds.js';
import { type Failure, failed } from './outcome.js';
import type { SoundPrint } from './verify-print.js';

/** More marks on one letter than any language has. Putting them into order, which hashing needs, takes as long as their number squared. */
const pile = /(?<!\p{M})\p{M}{1000}/u;

/** The sources by the ids of their texts, when every one of them is what the print says; otherwise nothing of it is of use. */
export function verifyBundle(bytes: Uint8Array, { entries: printed, bundle }: Extract<SoundPrint, { type: 'handbook' }>): ReadonlyMap<string, string> | Failure {
	const different = (what: string): Failure => failed('bundle-different', `The texts at ${readableAddress(bundle.url)} are not those of the print: ${what}.`);
	if (bytes.byteLength !== bundle.bytes || byteHash(bytes) !== bundle.sha256) return different('the file is another one');
	const entries = new Map(printed.map((entry) => [entry.id, entry]));
	const sources = new Map<string, string>();
	for (const [index, line] of linesOf(bytes).entries()) {
		const parsed = parseForeignJson(line);
		const read = 'value' in parsed ? bundleLineSchema.safeParse(parsed.value) : undefined;
		if (!read?.success) return different(`line ${index + 1} cannot be read`);
		if (sources.has(read.data.id)) return different(`“${read.data.id}” is there twice`);
		const entry = entries.get(read.data.id);
		if (!entry) return different(`“${read.data.id}” is not among them`);
		const { kind, head, body } = read.data;
		const source = head + body;
		if (pile.test(source)) return different(`“${read.data.id}” has a letter with a thousand accents`);
		if (kind !== entry.kind || textHash(source) !== entry.sha256 || textHash(body) !== entry.bodySha256) return different(`“${read.data.id}” is another text`);
		sources.set(read.data.id, source);
	}
	const missing = printed.find(({ id }) => !sources.has(id));
	return missing ? different(`“${missing.id}” is missing`) : sources;
}

/** The lines of a file; what follows the last line end counts when there is anything. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
	const lines: Uint8Array[] = [];
	for (let start = 0; start < bytes.length; ) {
		const found = bytes.indexOf(0x0a, start);
		const end = found === -1 ? bytes.length : found;
		lines.push(bytes.subarray(start, end));
		start = end + 1;
	}
	return lines;
}
