import { createHash } from 'node:crypto';
import { utf8Text } from '../../lib/utf8-text.js';
import { isGivenUp } from '../../schema/given-up.js';
import type { DraftEntry } from '../read-entry.js';
import { readEntry } from '../read-entry.js';

/** What telling the changes of a text asks of one version of it. Two versions that read the same have the same `words` and `facts`. */
export interface VersionFacts {
	/** The id that the version gives itself. */
	id?: string | undefined;
	words: string;
	facts: string;
	/** It says where it comes from. */
	adopted: boolean;
	/** It says that it no longer holds. */
	retired: boolean;
	/** How often it was looked at again. */
	reviews: number;
}

/** The version of a text at a path below `content/`; undefined when readers may not see it. */
export function readVersion(path: string, bytes: Uint8Array): DraftEntry | undefined {
	const text = utf8Text(bytes);
	const entry = text === undefined ? undefined : readEntry(path, text).entry;
	return entry?.hidden ? undefined : entry;
}

/** What can be kept of a version without its text. */
export function factsOf({ fields, body }: DraftEntry): VersionFacts {
	const { id, draft, private: secret, published, ...shown } = fields;
	const reviews = 'reviews' in shown ? shown.reviews : undefined;
	return {
		id,
		words: hash(body.normalize('NFC').replace(/\s+/g, ' ').trim()),
		facts: hash(JSON.stringify(shown, sortedKeys)),
		adopted: (shown.basedOn?.length ?? 0) > 0,
		retired: isGivenUp(shown),
		reviews: reviews?.length ?? 0,
	};
}

/** The order of the facts says nothing. */
function sortedKeys(_: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function hash(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 22);
}
