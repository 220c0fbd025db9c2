import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** A word at an address of another program's that a text has moved, in the words of the site. */
export interface MovedPage {
	/** Language and direction of the words. */
	lang: string;
	dir: 'ltr' | 'rtl';
	heading: string;
	words: string;
	link: { title: string; lang: string; dir: 'ltr' | 'rtl'; href: string; canonical: string };
}

/** The page as a file: it needs no styles, for it leads on at once. */
export function movedPageText({ lang, dir, heading, words, link }: MovedPage): string {
	const page = x('html', { lang, dir }, [
		x('head', [
			x('meta', { charset: 'utf-8' }),
			x('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
			x('meta', { 'http-equiv': 'refresh', content: `0; url=${link.href}` }),
			x('meta', { name: 'robots', content: 'noindex' }),
			x('meta', { name: 'color-scheme', content: 'light dark' }),
			x('link', { rel: 'canonical', href: link.canonical }),
			x('title', heading),
		]),
		x('body', [x('h1', heading), x('p', [`${words} `, x('a', { href: link.href, lang: link.lang, dir: link.dir }, link.title)])]),
	]);
	return `<!doctype html>\n${toXml(page)}\n`;
}
