import { hrefOfId } from '../../lib/href.js';
import { numberFormat } from '../../lib/intl-formats.js';
import type { Site } from '../site.js';

/** As many cards as an old phone shows without a pause. */
const cardsOnPage = 200;

/** One page of a long list. */
export interface Paging {
	/** From 1. */
	number: number;
	/** Links to all pages of the list; none for a list of one page. */
	links: { number: string; href: string; current: boolean }[];
}

/** The numbers of the pages after the first that a list of so many items has. */
export function furtherPages(count: number): number[] {
	return Array.from({ length: Math.max(0, Math.ceil(count / cardsOnPage) - 1) }, (_, index) => index + 2);
}

/** The items of a page. */
export function itemsOnPage<T>(items: readonly T[], number: number): T[] {
	return items.slice((number - 1) * cardsOnPage, number * cardsOnPage);
}

/** Where a list's pages are; `path` is that of the first, below the base and without slashes at the ends. */
export function pagingOf(path: string, count: number, number: number, { base, lang }: Pick<Site, 'base' | 'lang'>): Paging {
	const further = furtherPages(count);
	const format = numberFormat(lang);
	const numbers = further.length > 0 ? [1, ...further] : [];
	return { number, links: numbers.map((each) => ({ number: format.format(each), href: hrefOfId(base, pathOfPage(path, each)), current: each === number })) };
}

/** Path of a page of a list, below the base and without slashes at the ends. */
export function pathOfPage(path: string, number: number): string {
	return number === 1 ? path : `${path}/page/${number}`;
}
