import type { Handbook } from '../handbook/handbook.js';
import { type ReviewPlan, reviewPlan } from '../handbook/review/review-plan.js';
import { usedTexts, usersOf } from '../handbook/users.js';
import { kinds } from '../schema/kinds.js';
import { createSite, type Setting, type Site } from './site.js';

/** The site of one group's handbook. */
export interface HandbookSite extends Site {
	handbook: Handbook;
	/** What the group said it would look at again. */
	reviews: ReviewPlan;
}

/** Computes what every page asks of a handbook. */
export function createHandbookSite(handbook: Handbook, setting: Setting): HandbookSite {
	const { group, entries, contents, redirects, origin, history } = handbook;
	const { name, repo } = group.fields;
	const reviews = reviewPlan(entries);
	const site = createSite(
		{
			name,
			hostLang: group.lang,
			entries,
			contents,
			redirects,
			members: new Map(),
			parents: handbook.parents,
			families: new Map(),
			usage: usageOf(handbook, setting.publication.url),
			histories: historiesOf(handbook),
			repository: repo === undefined ? undefined : { url: repo, content: `${origin.pathInRepo}content/` },
			licence: group.licence,
			asOf: origin.committedAt?.slice(0, 10),
			unlisted: false,
			print: 'handbook.json',
			kinds: kinds.filter((kind) => entries.some((entry) => entry.kind === kind && !entry.introduces)),
			menu: [],
			foot: [...(history.entries.size > 0 ? (['changes'] as const) : []), ...(hasReviews(reviews) ? (['review'] as const) : []), 'copy', 'book', 'tags'],
		},
		setting,
	);
	return { ...site, handbook, reviews };
}

/** True when there is something to look at again. */
export function hasReviews({ due, never }: ReviewPlan): boolean {
	return due.length + never.length > 0;
}

function usageOf({ index, entries, redirects }: Handbook, url: string): Site['usage'] {
	if (!index) return undefined;
	const texts = usedTexts(
		url,
		entries.map(({ id }) => id),
		redirects,
	);
	return { by: usersOf(index, texts), index: index.name, url: index.url, date: index.date };
}

/** Only what was changed since it was first published has a history to show. Introductions have no page of their own. */
function historiesOf({ entries, history }: Handbook): Set<string> {
	return new Set(entries.filter(({ id, introduces }) => !introduces && (history.entries.get(id)?.changes.length ?? 0) > 1).map(({ id }) => id));
}
