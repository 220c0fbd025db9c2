import type { Change, ChangeKind } from '../../handbook/history/handbook-history.js';
import { mostVersions } from '../../handbook/history/version-reader.js';
import type { DraftEntry } from '../../handbook/read-entry.js';
import { keyOf } from '../../lib/key-of.js';
import { type Difference, textDifference } from '../../lib/text-difference.js';
import { normalizeText } from '../../lib/text-hash.js';
import { countText, fillText } from '../../strings/index.js';
import type { HandbookSite } from '../handbook-site.js';
import { hrefOfEntry } from '../site.js';
import { type FactDifference, factDifferences } from './fact-difference.js';
import { type PageView, pageView } from './page-view.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** What became of one text. */
export interface HistoryView {
	page: PageView;
	title: string;
	href: string;
	/** Language of the title and the texts. */
	lang: string;
	intro: string;
	changes: ChangeView[];
	/** Says how many changes there are besides. */
	earlier?: string | undefined;
}

/** One change, ready to be shown. */
export interface ChangeView {
	/** Where links to it lead. */
	anchor: string;
	date: ShownDate | undefined;
	kind: string;
	by?: string | undefined;
	/** Paragraphs. */
	message: string[];
	formerAddress?: string | undefined;
	facts: FactDifference[];
	/** Of the words; undefined where there are none, or where hardly any are the same. */
	words?: Difference[] | undefined;
	hasOtherWords: boolean;
	/** Too long to be shown unasked. */
	isLong: boolean;
}

/** Letters of changed words that a reader takes in without being asked. */
const mostUnasked = 4000;

/** Pages about the histories of entries: those below the entries, or those aside, of entries below which a text has that address. */
export function historyPaths({ histories }: HandbookSite, where: 'below' | 'aside'): { params: { id: string }; props: { id: string } }[] {
	return [...histories].filter(([id, address]) => address.startsWith(id) === (where === 'below')).map(([id]) => ({ params: { id }, props: { id } }));
}

/**
 * What the page about the history of an entry is made of. To tell its changes takes longer than all other pages together, so that is not
 * done to find out whether they would be told as before: what was changed is known by the commits, and the words for it are found in the facts
 * of any entry.
 */
export function historyParts(site: HandbookSite): (path: { props: { id: string } }) => unknown {
	const facts = keyOf(site.entries.map(({ id, kind, title, lang, fields }) => [id, kind, title, lang, fields]));
	const { strings, redirects, publication } = site;
	const words = keyOf([strings, redirects, publication]);
	return ({ props: { id } }) => [facts, words, frameOfHistory(id, site), site.handbook.history.entries.get(id)];
}

function frameOfHistory(id: string, site: HandbookSite): PageView {
	const entry = site.byId.get(id);
	if (!entry) throw new Error(`There is no entry “${id}”.`);
	return pageView(site, { title: `${site.strings.history.title}: ${entry.title}`, path: `${site.histories.get(id) ?? id}/`, section: entry.kind, noindex: true });
}

/** Everything the page about the history of an entry says. */
export function historyView(id: string, site: HandbookSite): HistoryView {
	const entry = site.byId.get(id);
	const history = site.handbook.history.entries.get(id);
	if (!entry || !history) throw new Error(`There is no history of “${id}”.`);
	const words = site.strings.history;
	const hidden = history.changes.length - mostVersions;
	return {
		page: frameOfHistory(id, site),
		title: entry.title,
		href: hrefOfEntry(site, entry),
		lang: entry.lang,
		intro: fillText(words.intro, { date: shownDate(history.firstPublished, site.lang)?.text ?? '' }),
		changes: history.changes.slice(0, mostVersions).map((change) => changeView(change, site)),
		earlier: hidden > 0 ? countText(site.lang, hidden, words.earlier) : undefined,
	};
}

/** Where on the page about its text a change stands. */
export function anchorOf({ commit }: Change): string {
	return `change-${commit.slice(0, 10)}`;
}

/** What a change did, in words. */
export function changeWord(kind: ChangeKind, { strings }: Pick<HandbookSite, 'strings'>): string {
	return strings.history.kinds[kind];
}

function changeView(change: Change, site: HandbookSite): ChangeView {
	const { read } = site.handbook.history;
	const [before, after] = [change.before && read(change.before), read(change.after)];
	const { words, hasOtherWords } = before && after ? wordDifference(before, after) : { words: undefined, hasOtherWords: false };
	return {
		anchor: anchorOf(change),
		date: shownDate(change.day, site.lang),
		kind: changeWord(change.kind, site),
		by: change.author === undefined ? undefined : fillText(site.strings.history.by, { name: change.author }),
		message: change.message.split('\n\n').filter((paragraph) => paragraph !== ''),
		formerAddress: change.formerId,
		facts: before && after ? factDifferences(before, after, site) : [],
		words,
		hasOtherWords,
		isLong: (words ?? []).reduce((sum, difference) => sum + changedLetters(difference), 0) > mostUnasked,
	};
}

function wordDifference(before: DraftEntry, after: DraftEntry): Pick<ChangeView, 'words' | 'hasOtherWords'> {
	const differences = textDifference(normalizeText(before.body), normalizeText(after.body));
	return { words: differences?.some(({ type }) => type === 'changed') ? differences : undefined, hasOtherWords: differences === undefined };
}

function changedLetters(difference: Difference): number {
	return difference.type === 'same' ? 0 : difference.pieces.reduce((sum, { text }) => sum + text.length, 0);
}
