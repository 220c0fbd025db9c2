/** True when the facts of a text say that the group no longer lives by it: retired, superseded, or given up for a reason. */
export function isGivenUp(fields: object): boolean {
	const { status, retiredReason } = fields as { status?: unknown; retiredReason?: unknown };
	return status === 'retired' || status === 'superseded' || retiredReason !== undefined;
}
