import type { Handbook } from '../handbook/handbook.js';
import { type ReviewPlan, reviewPlan } from '../handbook/review/review-plan.js';
import { usedTexts, usersOf } from '../handbook/users.js';
import { kinds } from '../schema/kinds.js';
import { handbookFeeds } from './handbook-feeds.js';
import { createSite, notesDecisions, type Setting, type Site } from './site.js';

/** The site of one group's handbook. */
export interface HandbookSite extends Site {
	handbook: Handbook;
	/** What the group said it would look at again. */
	reviews: ReviewPlan;
}

/** Computes what every page asks of a handbook. */
export function createHandbookSite(handbook: Handbook, setting: Setting): HandbookSite {
	const { group, entries, contents, redirects, tombstones, origin, history } = handbook;
	const { name, repo } = group.fields;
	const reviews = reviewPlan(entries);
	const site = createSite(
		{
			name,
			hostLang: group.lang,
			entries,
			contents,
			redirects,
			tombstones,
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
			feeds: handbookFeeds,
			kinds: kinds.filter((kind) => entries.some((entry) => (entry.kind === kind && !entry.introduces) || (kind === 'decision' && notesDecisions(entry)))),
			menu: [],
			foot: [...(history.entries.size > 0 ? (['changes'] as const) : []), ...(hasReviews(reviews) ? (['review'] as const) : []), 'copy', 'book', 'feeds', 'tags'],
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
function historiesOf({ entries, redirects, tombstones, history }: Handbook): Map<string, string> {
	const taken = new Set([...entries.map(({ id }) => id), ...redirects.map(({ from }) => from), ...tombstones.map((tombstone) => tombstone.id)]);
	const shown = entries.filter(({ id, introduces }) => !introduces && (history.entries.get(id)?.changes.length ?? 0) > 1);
	return new Map(shown.map(({ id }) => [id, historyAddress(id, taken)]));
}

/** Below the text; a text of the group's own that stands there goes first. */
function historyAddress(id: string, taken: ReadonlySet<string>): string {
	const below = `${id}/history`;
	return taken.has(below) ? `changes/of/${id}` : below;
}
