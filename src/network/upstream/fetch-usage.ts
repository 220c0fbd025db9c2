import { pageAddress } from '../../lib/page-address.js';
import { withSlash } from '../../lib/with-slash.js';
import { cleanForeign } from '../clean-foreign.js';
import { failed } from '../crawl/outcome.js';
import { isRecord } from '../crawl/sound-fields.js';
import type { Web } from '../fetch.js';
import { readPrint } from './read-print.js';
import type { Found } from './upstream.js';

/** The facts of a text that say who uses what. */
const keptFields = ['id', 'kind', 'title', 'status', 'retiredReason', 'inUseSince', 'adoptedOn', 'basedOn', 'mirrorOf'];

/** Asks an index which texts of others are based on those below a home. Gives its `network.json` without all the rest. */
export async function fetchUsage(web: Web, index: string, home: string, now: Date): Promise<Found<{ excerpt: Record<string, unknown> & { entries: Record<string, unknown>[] } }>> {
	const url = new URL('network.json', withSlash(index)).href;
	const read = await readPrint(web, url, now);
	if ('fault' in read) return { fault: read.fault };
	if (read.print.type !== 'index') return { fault: failed('print-invalid', `At ${url} there is a handbook, and not an index.`).fault };
	const { sporeprint, url: stated, generatedAt, group, entries } = read.data;
	const texts = (Array.isArray(entries) ? entries : []).filter((entry): entry is Record<string, unknown> => isRecord(entry) && isBasedOn(entry, home));
	return {
		excerpt: {
			sporeprint,
			url: stated,
			...(generatedAt !== undefined && { generatedAt }),
			group: { name: isRecord(group) ? cleanForeign(group).name : undefined },
			entries: texts.map((entry) => pick(cleanForeign(entry))),
		},
	};
}

function isBasedOn({ basedOn }: Record<string, unknown>, home: string): boolean {
	return Array.isArray(basedOn) && basedOn.some((line) => isRecord(line) && typeof line.url === 'string' && pageAddress(line.url).startsWith(home));
}

function pick(entry: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(keptFields.filter((field) => entry[field] !== undefined).map((field) => [field, entry[field]]));
}
