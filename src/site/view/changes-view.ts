import type { Change } from '../../handbook/history/handbook-history.js';
import { hrefOfId } from '../../lib/href.js';
import type { Entry } from '../../markdown/entry.js';
import { fillText } from '../../strings/index.js';
import type { HandbookSite } from '../handbook-site.js';
import { hrefOfEntry } from '../site.js';
import { anchorOf, changeWord } from './history-view.js';
import { type PageView, pageView } from './page-view.js';
import { furtherPages, itemsOnPage, type Paging, pagingOf, pathOfPage } from './paging.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** What was changed in all texts. */
export interface ChangesView {
	page: PageView;
	days: ChangedDay[];
	paging: Paging;
}

/** What was changed on one day, together with what was changed at once. */
export interface ChangedDay {
	date: ShownDate | undefined;
	steps: ChangeStep[];
}

/** Changes that were made at once, and why. */
export interface ChangeStep {
	/** The first paragraph of the message. */
	message?: string | undefined;
	by?: string | undefined;
	texts: ChangedText[];
}

/** A text that was changed. */
export interface ChangedText {
	kind: string;
	title: string;
	href: string;
	lang: string;
	/** Where its difference is shown. */
	differenceHref?: string | undefined;
}

interface EntryChange {
	change: Change;
	entry: Entry;
}

const path = 'changes';

/** One page of the list of all changes. */
export function changesView(site: HandbookSite, number = 1): ChangesView {
	const changes = latestChanges(site);
	const { history } = site.strings;
	return {
		page: pageView(site, { title: history.changes, description: history.changesIntro, path: `${pathOfPage(path, number)}/`, noindex: number > 1 || changes.length === 0 }),
		days: [...Map.groupBy(itemsOnPage(changes, number), ({ change }) => change.day)].map(([day, items]) => ({ date: shownDate(day, site.lang), steps: stepsOf(items, site) })),
		paging: pagingOf(path, changes.length, number, site),
	};
}

/** The pages of the list after the first. */
export function furtherChangesPaths(site: HandbookSite): { params: { number: string }; props: { number: number } }[] {
	return furtherPages(latestChanges(site).length).map((number) => ({ params: { number: String(number) }, props: { number } }));
}

/** The changes of one day in the order of their commits, those of one commit in reading order. */
function latestChanges({ handbook, entries }: HandbookSite): EntryChange[] {
	return entries
		.flatMap((entry) => (handbook.history.entries.get(entry.id)?.changes ?? []).map((change) => ({ change, entry })))
		.sort((a, b) => b.change.seconds - a.change.seconds || compare(a.change.commit, b.change.commit));
}

function stepsOf(items: readonly EntryChange[], site: HandbookSite): ChangeStep[] {
	return [...Map.groupBy(items, ({ change }) => change.commit).values()].map((together) => {
		const { message = '', author } = together[0]?.change ?? {};
		const [first] = message.split('\n\n');
		return {
			message: first === '' ? undefined : first,
			by: author === undefined ? undefined : fillText(site.strings.history.by, { name: author }),
			texts: together.map((item) => changedText(item, site)),
		};
	});
}

function changedText({ change, entry }: EntryChange, site: HandbookSite): ChangedText {
	const address = site.histories.get(entry.id);
	return {
		kind: changeWord(change.kind, site),
		title: entry.title,
		href: hrefOfEntry(site, entry),
		lang: entry.lang,
		differenceHref: change.before && address !== undefined ? `${hrefOfId(site.base, address)}#${anchorOf(change)}` : undefined,
	};
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
