import type { AdoptionPlan } from '../../handbook/adopt/plan-adoption.js';
import type { Upstream } from '../../network/upstream/upstream.js';

/** A text and what became of it. */
export interface Outcome {
	title: string;
	url: string;
	status: 'written' | 'planned' | 'same' | 'refused';
	/** Why it was refused. */
	why?: string;
	plan?: AdoptionPlan;
}

/** The texts of a handbook for programs. */
export function entriesAsJson({ group, home, entries }: Upstream): unknown {
	return { group: group.name, handbook: home, entries: entries.map(({ id, kind, title, url, licence }) => ({ id, kind, title, url, licence })) };
}

/** What became of each text, for programs. */
export function outcomesAsJson({ group, home, from }: Upstream, outcomes: readonly Outcome[]): unknown {
	const texts = outcomes.map(({ title, url, status, why, plan }) => ({
		title,
		url,
		status,
		...(why !== undefined && { why }),
		...(plan && {
			path: `content/${plan.text.path}`,
			upstream: `content/${plan.upstream.path}`,
			images: plan.images.map(({ path }) => `content/${path}`),
			imagesLeft: plan.imagesLeft,
			licence: plan.licence.licence ?? null,
			licenceSays: plan.licence.sentence,
			dropped: plan.dropped,
			escaped: plan.inert,
		}),
	}));
	return { group: group.name, handbook: home, from: from === 'origin' ? { origin: home } : { index: from.index, because: from.because.message }, texts };
}
