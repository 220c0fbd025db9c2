import { basename, dirname, join } from 'node:path/posix';
import { readPercentSigns } from '../../../../lib/percent-signs.js';
import { wordOf, wordsIn } from '../../settings.js';
import type { JekyllPage } from './jekyll-pages.js';
import type { JekyllSettings } from './jekyll-settings.js';

const styles: Readonly<Record<string, string>> = {
	date: '/:categories/:year/:month/:day/:title:output_ext',
	pretty: '/:categories/:year/:month/:day/:title/',
	ordinal: '/:categories/:year/:y_day/:title:output_ext',
	none: '/:categories/:title:output_ext',
};

/** Where a text was published and where its redirects led from, its own address first. */
export function jekyllAddresses(page: JekyllPage, settings: JekyllSettings): string[] {
	// What lies in a folder that is not published has no address; what its own facts hide had one to be.
	const own = page.hidden?.endsWith('/') ? undefined : ownAddress(page, settings);
	const redirects = wordsIn(page.data.redirect_from).flatMap((address) => (/^[a-z][\w+.-]*:/i.test(address) ? [] : [readPercentSigns(address.replace(/^\/+/, '').replace(/[?#].*$/s, ''))]));
	return [...(own === undefined ? [] : [own]), ...redirects];
}

function ownAddress(page: JekyllPage, settings: JekyllSettings): string | undefined {
	const { type, collection, folder, name, data } = page;
	const style = wordOf(settings.all.permalink) ?? 'date';
	const suffix = style === 'pretty' || (style.endsWith('/') && !Object.hasOwn(styles, style)) ? '/' : Object.hasOwn(styles, style) || style.endsWith(':output_ext') ? ':output_ext' : '';
	const told = wordOf(data.permalink);
	if (told !== undefined) return filled(Object.hasOwn(styles, told) && type !== 'page' ? (styles[told] ?? '') : told, page);
	if (type === 'post' || type === 'draft') return filled(styles[style] ?? style, page);
	if (type === 'document') return filled(wordOf(settings.collections[collection ?? '']?.permalink) ?? `/:collection/:path${suffix}`, page);
	const path = readPercentSigns(join(folder, name)).replace(/(^|\/)(?:index|readme)$/i, '$1');
	if (path === '' || path.endsWith('/')) return path;
	return suffix === '/' ? `${path}/` : suffix === '' ? path : `${path}.html`;
}

/** A pattern such as `/:categories/:title/` for a text; undefined when something in it is not known. */
function filled(pattern: string, { path, type, collection, folder, name, extension, day, data }: JekyllPage): string | undefined {
	const [year, month, date] = (day ?? '').split('-');
	const categories = [...(type === 'post' ? folder.split('/').filter(Boolean) : []), ...wordsOfLine(data.categories ?? data.category)];
	const slug = wordOf(data.slug);
	// The name of a document keeps the date that its title loses.
	const whole = basename(path, extension);
	const values: Readonly<Record<string, string | undefined>> = {
		categories: [...new Set(categories.map((each) => slugged(each)))].join('/'),
		year,
		short_year: year?.slice(2),
		month,
		i_month: month?.replace(/^0/, ''),
		day: date,
		i_day: date?.replace(/^0/, ''),
		y_day: day === undefined ? undefined : dayOfYear(day),
		title: pretty(slug ?? name),
		slug: slugged(slug ?? name),
		name: slugged(whole),
		collection: collection ?? '',
		path: type === 'page' ? folder : join(folder, whole),
		basename: whole,
		output_ext: '.html',
	};
	const parts = [...pattern.matchAll(/:([a-z_]+)/g)].map(([, key = '']) => values[longestKey(key, values)]);
	if (parts.includes(undefined)) return undefined;
	return pattern
		.replace(/:([a-z_]+)/g, (_whole, key: string) => (values[longestKey(key, values)] ?? '') + key.slice(longestKey(key, values).length))
		.replace(/\/{2,}/g, '/')
		.replace(/^\//, '');
}

/** `:title_x` is `:title` with words behind it. */
function longestKey(key: string, values: Readonly<Record<string, string | undefined>>): string {
	if (Object.hasOwn(values, key)) return key;
	return (
		Object.keys(values)
			.filter((each) => key.startsWith(each))
			.sort((a, b) => b.length - a.length)[0] ?? key
	);
}

function wordsOfLine(value: unknown): string[] {
	return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : wordsIn(value);
}

/** Jekyll's own way to write titles in addresses. */
function pretty(text: string): string {
	return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}

function slugged(text: string): string {
	return text
		.replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
		.replace(/^-|-$/g, '')
		.toLowerCase();
}

function dayOfYear(day: string): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return String(Math.round((Date.UTC(year, month - 1, date) - Date.UTC(year, 0, 1)) / 86_400_000) + 1).padStart(3, '0');
}

/** Where a text that only leads elsewhere leads to, as an address of the site; undefined for a web address. */
export function redirectTarget(page: JekyllPage, { home, all }: JekyllSettings): string | undefined {
	const told = wordOf(page.data.redirect_to) ?? wordsIn(page.data.redirect_to)[0];
	if (told === undefined) return undefined;
	const within = home !== undefined && told.startsWith(home) ? told.slice(home.length) : told;
	if (/^[a-z][\w+.-]*:/i.test(within)) return undefined;
	const base = (wordOf(all.baseurl) ?? '').replace(/^\/+|\/+$/g, '');
	const path = within.startsWith('/') ? within.replace(/^\/+/, '') : join(dirname(page.path), within);
	return readPercentSigns(base !== '' && `${path}/`.startsWith(`${base}/`) ? path.slice(base.length + 1) : path).replace(/[?#].*$/s, '');
}
