import type { Entry } from '../markdown/entry.js';

/** True for a text that the group says it no longer lives by: retired, superseded, or given up for a reason. It stays readable. */
export function isOutOfUse({ fields }: Entry): boolean {
	const status = 'status' in fields ? fields.status : undefined;
	return status === 'retired' || status === 'superseded' || ('retiredReason' in fields && fields.retiredReason !== undefined);
}
