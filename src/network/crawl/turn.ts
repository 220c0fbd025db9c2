import { byteHash } from '../../lib/text-hash.js';
import type { StoredMember } from '../snapshots/snapshot-files.js';
import { daysBetween } from './member-life.js';

/** Days. */
const mostBetween = 7;
const leastBetween = 0.25;

/**
 * Whether it is a member's turn: a quarter of the age of its last change after it was last asked, give or take a tenth that is its
 * own, so that not all are asked on one day. One that is not in order is asked daily.
 */
export function isDue(id: string, { snapshot, record }: StoredMember, today: string): boolean {
	if (record?.asked === undefined) return true;
	const since = daysBetween(record.asked, today);
	const isSettled = record.state === 'fresh' || record.state === 'gone';
	if (!snapshot || !isSettled) return since >= 1;
	const quarter = daysBetween(snapshot.changed, today) / 4;
	return since >= Math.min(mostBetween, Math.max(leastBetween, quarter)) * jitter(id);
}

/** Between 0.9 and 1.1, always the same for an id. */
function jitter(id: string): number {
	return 0.9 + 0.2 * (Number.parseInt(byteHash(id).slice(0, 8), 16) / 0xffffffff);
}
