import type { Problem } from '../../errors.js';
import type { HandbookEntry } from '../../handbook/handbook.js';
import { isDueOn, standingOn } from '../../handbook/review/due-standing.js';
import type { ReviewPlan } from '../../handbook/review/review-plan.js';
import type { PartialDate } from '../../lib/partial-date.js';

/** What is due, for programs. */
export function reviewJson({ due, never }: ReviewPlan<HandbookEntry>, problems: readonly Problem[], today: PartialDate): string {
	const items = due.map(({ entry, what, date, keepers, last = null }) => ({ ...textOf(entry), what, date, standing: standingOn(today, date), isDue: isDueOn(today, date), keepers, last }));
	return JSON.stringify({ today, problems, due: items, never: never.map(textOf) }, null, 2);
}

function textOf({ id, kind, title, path }: HandbookEntry): { id: string; kind: string; title: string; path: string } {
	return { id, kind, title, path: `content/${path}` };
}
