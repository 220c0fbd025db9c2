import { byteHash } from '../../lib/text-hash.js';
import type { Snapshot } from '../snapshot.js';
import type { SoundPrint } from './verify-print.js';

/** Through how many indexes a handbook may be found. */
export const deepest = 3;

/** The handbooks that an index lists, under names of ours: nothing in a path is of a stranger's choosing. */
export function listedMembers(index: string, { home, members }: Extract<SoundPrint, { type: 'index' }>, self: string): Snapshot['members'] {
	const listed = new Map<string, string>();
	for (const url of members) {
		const id = foundId(index, url);
		if (url !== self && url !== home && !listed.has(id)) listed.set(id, url);
	}
	return [...listed].map(([id, url]) => ({ id, url }));
}

/** The id of a handbook that was found through an index. */
function foundId(index: string, url: string): string {
	return `${index}-${byteHash(url).slice(0, 12)}`;
}

/** Whether a member may have been found through an index. */
export function isFoundThrough(id: string, index: string): boolean {
	return id.startsWith(`${index}-`) && /^(?:-[0-9a-f]{12})+$/.test(id.slice(index.length));
}
