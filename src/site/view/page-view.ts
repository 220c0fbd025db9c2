import { hrefOfId } from '../../lib/href.js';
import { textDirection } from '../../lib/language.js';
import type { Kind } from '../../schema/kinds.js';
import { fillText } from '../../strings/index.js';
import { hrefOfKind, type Site, type SitePage } from '../site.js';
import { type Frame, frameOf } from './frame.js';

/** What every page has around its content. */
export interface PageView {
	frame: Frame;
	/** The page's own title; the home page has none but the group's name. */
	title: string;
	description?: string | undefined;
	/** Path below the base, such as `practices/check-in/`; empty for the home page. */
	path: string;
	/** Absolute address. */
	canonical: string;
	kind: 'website' | 'article';
	nav: { label: string; href: string; current: boolean }[];
	/** The pages of the site itself that the foot leads to. */
	foot: { label: string; href: string }[];
	jsonLd?: Record<string, unknown> | undefined;
	noindex: boolean;
	/** Feeds that readers' programs find by this page. */
	feeds: { title: string; href: string; type: string }[];
	/** True for the copy of a text that is at home elsewhere, to which `canonical` leads. */
	isCopy: boolean;
}

/** What differs from page to page. */
export interface PageOptions {
	title: string;
	description?: string | undefined;
	path: string;
	kind?: PageView['kind'];
	/** What of the menu the page belongs to. */
	section?: Kind | SitePage | undefined;
	jsonLd?: Record<string, unknown>;
	noindex?: boolean;
	/** True for the home page and for lists, by which feeds are found. */
	feeds?: boolean;
	/** Where the text of the page is at home, when this is a copy. */
	home?: string | undefined;
}

/** The frame of a page. */
export function pageView(site: Site, { title, description, path, kind = 'website', section, jsonLd, noindex = false, feeds = false, home }: PageOptions): PageView {
	const canonical = home ?? new URL(path, site.publication.url).href;
	return {
		frame: frameOf(site),
		title,
		description,
		path,
		canonical,
		kind,
		nav: navOf(site, section),
		foot: footOf(site),
		jsonLd,
		noindex,
		feeds: feeds ? feedLinks(site) : [],
		isCopy: home !== undefined,
	};
}

function feedLinks({ feeds, base, name, strings }: Site): PageView['feeds'] {
	return feeds.flatMap(({ path, title }) => {
		const said = fillText(strings.feeds[title], { name });
		return [
			{ title: said, href: `${base}${path}.xml`, type: 'application/atom+xml' },
			{ title: said, href: `${base}${path}.json`, type: 'application/feed+json' },
		];
	});
}

function navOf(site: Site, section: PageOptions['section']): PageView['nav'] {
	return [
		...site.menu.map((page) => ({ ...linkToPage(site, page), current: page === section })),
		...site.kinds.map((kind) => ({ label: site.strings.kinds[kind].many, href: hrefOfKind(site, kind), current: kind === section })),
	];
}

function footOf(site: Site): { label: string; href: string }[] {
	return site.foot.filter((page) => (page !== 'tags' || site.topics.size > 0) && (page !== 'families' || site.families.size > 0)).map((page) => linkToPage(site, page));
}

function linkToPage(site: Site, page: SitePage): { label: string; href: string } {
	const { search, lists, review, copy, book, history, groups, families, status, feeds } = site.strings;
	const labels: Record<SitePage, string> = {
		search: search.title,
		tags: lists.tags,
		review: review.title,
		copy: copy.title,
		book: book.title,
		changes: history.changes,
		groups: groups.title,
		families: families.title,
		status: status.title,
		feeds: feeds.title,
	};
	return { label: labels[page], href: hrefOfPage(site, page) };
}

/** Address of a page of the site itself. */
export function hrefOfPage({ base }: Pick<Site, 'base'>, page: SitePage): string {
	return hrefOfId(base, page);
}

/** Language attributes of a text, empty when it is in the language of the page around it. */
export function languageAttributes(lang: string, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
	return lang === around ? {} : { lang, dir: textDirection(lang) };
}
