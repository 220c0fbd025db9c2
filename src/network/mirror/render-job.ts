import { byteHash } from '../../lib/text-hash.js';
import type { MemberIndex } from './foreign-targets.js';
import type { ForeignText } from './read-foreign-text.js';

/** What a worker is sent. */
export interface RenderJob {
	number: number;
	text: ForeignText;
	index: PackedIndex;
	/** Whether the worker measures first how slow it is. */
	measured: boolean;
}

/** What a worker says when it starts on a text. */
export interface StartMessage {
	/** The number of the job. */
	number: number;
	/** The worker's own. */
	thread: number;
	/** How many times as long as usual it takes; 1 when that was not measured. */
	slowness: number;
}

/** An index of a member that its many texts share, since a copy for each would take longer than the texts. */
export interface PackedIndex {
	/** SHA-256 of the bytes. */
	key: string;
	bytes: SharedArrayBuffer;
}

/** Packs an index, so that all workers read the same bytes. */
export function packIndex({ ids, aliases }: MemberIndex): PackedIndex {
	const json = new TextEncoder().encode(JSON.stringify([[...ids], [...aliases]]));
	const bytes = new SharedArrayBuffer(json.byteLength);
	new Uint8Array(bytes).set(json);
	return { key: byteHash(json), bytes };
}

/** The index that was packed. */
export function unpackIndex({ bytes }: PackedIndex): MemberIndex {
	const [ids, aliases] = JSON.parse(Buffer.from(bytes).toString('utf8')) as [string[], [string, string][]];
	return { ids: new Set(ids), aliases: new Map(aliases) };
}
