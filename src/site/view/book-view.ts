import { textDirection } from '../../lib/language.js';
import { prefixIds } from '../../markdown/prefix-ids.js';
import type { Site } from '../site.js';
import { type ContentsLine, contentsLines } from './contents-view.js';
import { entryState } from './entry-state.js';
import type { Tone } from './fact.js';
import { type EntryFacts, entryFacts } from './facts.js';
import { type OutOfUseView, outOfUseView } from './out-of-use-view.js';
import { type PageView, pageView } from './page-view.js';

/** The whole handbook on one page. */
export interface BookView {
	page: PageView;
	title: string;
	group: string;
	/** Its lines lead to places on this page. */
	contents: ContentsLine[];
	chapters: Chapter[];
}

interface Chapter {
	anchor: string;
	title: string;
	titleId?: string | undefined;
	lang: string;
	dir: 'ltr' | 'rtl';
	kind: string;
	state?: { label: string; tone: Tone } | undefined;
	outOfUse?: OutOfUseView | undefined;
	facts: EntryFacts;
	html: string;
}

/** Every entry, in reading order. */
export function bookView(site: Site): BookView {
	const { title, intro } = site.strings.book;
	const anchors = new Map(site.entries.map(({ id }) => [`${site.base}${id}/`, id]));
	return {
		page: pageView(site, { title, description: intro, path: 'book/', noindex: true }),
		title,
		group: site.name,
		contents: contentsLines(site).map((line) => withinPage(line, anchors)),
		chapters: site.entries.map((entry) => ({
			anchor: entry.id,
			title: entry.title,
			lang: entry.lang,
			dir: textDirection(entry.lang),
			kind: site.strings.kinds[entry.kind].one,
			state: entryState(entry, site.strings),
			outOfUse: outOfUseView(entry, site),
			facts: entryFacts(entry, site),
			titleId: entry.text.titleId && `${entry.id}:${entry.text.titleId}`,
			html: prefixIds(entry.text.html, `${entry.id}:`),
		})),
	};
}

function withinPage({ label, href, lang, items }: ContentsLine, anchors: ReadonlyMap<string, string>): ContentsLine {
	const anchor = href && anchors.get(href);
	return { label, lang, href: anchor && `#${anchor}`, items: items.map((item) => withinPage(item, anchors)) };
}
