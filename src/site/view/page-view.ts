import { hrefOfId } from '../../handbook/resolve-targets.js';
import { textDirection } from '../../lib/language.js';
import { type Kind, kinds } from '../../schema/kinds.js';
import { hrefOfKind, type Site } from '../site.js';

/** What every page has around its content. */
export interface PageView {
	site: Site;
	/** The page's own title; the home page has none but the group's name. */
	title: string;
	description?: string | undefined;
	/** Path below the base, such as `practices/check-in/`; empty for the home page. */
	path: string;
	/** Absolute address. */
	canonical: string;
	kind: 'website' | 'article';
	nav: { label: string; href: string; current: boolean }[];
	jsonLd?: Record<string, unknown> | undefined;
	noindex: boolean;
}

/** What differs from page to page. */
export interface PageOptions {
	title: string;
	description?: string | undefined;
	path: string;
	kind?: PageView['kind'];
	/** The kind whose list the page belongs to. */
	section?: Kind | undefined;
	jsonLd?: Record<string, unknown>;
	noindex?: boolean;
}

/** The frame of a page. */
export function pageView(site: Site, { title, description, path, kind = 'website', section, jsonLd, noindex = false }: PageOptions): PageView {
	return { site, title, description, path, canonical: new URL(path, site.publication.url).href, kind, nav: navOf(site, section), jsonLd, noindex };
}

function navOf(site: Site, section: Kind | undefined): PageView['nav'] {
	return kinds.filter((kind) => (site.byKind.get(kind)?.length ?? 0) > 0).map((kind) => ({ label: site.strings.kinds[kind].many, href: hrefOfKind(site, kind), current: kind === section }));
}

/** Address of a page of the site itself. */
export function hrefOfPage({ base }: Pick<Site, 'base'>, name: 'search' | 'tags' | 'copy' | 'book'): string {
	return hrefOfId(base, name);
}

/** Language attributes of a text, empty when it is in the language of the page around it. */
export function languageAttributes(lang: string, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
	return lang === around ? {} : { lang, dir: textDirection(lang) };
}
