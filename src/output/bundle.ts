import { createHash } from 'node:crypto';
import type { Entry } from '../markdown/entry.js';
import type { BundleLine } from '../schema/print.js';

/** All sources, one JSON object a line, in reading order. */
export function bundleText({ entries }: { entries: readonly Entry[] }): string {
	return [...bundleLines(entries)].join('');
}

/** The lines of the bundle, each with its line end. */
export function* bundleLines(entries: readonly Entry[]): Generator<string> {
	for (const { id, kind, fields, body, source } of entries) {
		const head = source.slice(0, source.length - body.length);
		yield `${JSON.stringify({ id, kind, fields, head, body } satisfies BundleLine)}\n`;
	}
}

/** Hash and length of the bundle of these texts, without putting the whole into memory. */
export function measureBundle(entries: readonly Entry[]): { sha256: string; bytes: number } {
	const hash = createHash('sha256');
	let bytes = 0;
	for (const line of bundleLines(entries)) {
		hash.update(line);
		bytes += Buffer.byteLength(line);
	}
	return { sha256: hash.digest('hex'), bytes };
}
