import type { Entry } from '../markdown/entry.js';
import { isGivenUp } from '../schema/given-up.js';

/** True for a text that the group says it no longer lives by: retired, superseded, or given up for a reason. It stays readable. */
export function isOutOfUse({ fields }: Entry): boolean {
	return isGivenUp(fields);
}
