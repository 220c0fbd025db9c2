import type { Handbook } from '../handbook.js';

/** A decision about a change of a parent. */
export interface ChangeDecision {
	path: string;
	status: 'open' | 'passed' | 'notPassed' | 'withdrawn' | 'superseded';
}

/** The newest decision of the group about taking a version of a parent's text over, known by the text it is about and the version's hash. */
export function decisionAbout({ entries }: Pick<Handbook, 'entries'>, id: string, sha256: string): ChangeDecision | undefined {
	const decisions = entries.flatMap((entry) =>
		entry.kind === 'decision' && entry.fields.related?.includes(id) && entry.body.includes(sha256) ? [{ path: entry.path, status: entry.fields.status ?? 'open' }] : [],
	);
	return decisions.sort((a, b) => (a.path < b.path ? 1 : -1))[0];
}

/** Whether the group has said that it leaves a change. */
export function isDeclined(decision: ChangeDecision | undefined): boolean {
	return decision?.status === 'notPassed' || decision?.status === 'withdrawn';
}
