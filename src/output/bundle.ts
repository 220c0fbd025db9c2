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
