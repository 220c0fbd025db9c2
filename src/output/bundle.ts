import type { Entry, Handbook } from '../handbook/handbook.js';
import type { BundleLine } from '../schema/print.js';

/** All sources of a handbook, one JSON object a line, in reading order. */
export function bundleText({ entries }: Pick<Handbook, 'entries'>): string {
	return entries.map((entry) => `${JSON.stringify(bundleLine(entry))}\n`).join('');
}

function bundleLine({ id, kind, fields, body, source }: Entry): BundleLine {
	return { id, kind, fields, body, source };
}
