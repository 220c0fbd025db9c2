import { dirname, join } from 'node:path/posix';
import { readPercentSigns } from '../../../../lib/percent-signs.js';
import { dayOf, type Settings, settingsOf, wordOf, wordsIn } from '../../settings.js';
import type { HugoPage } from './hugo-pages.js';
import type { HugoSettings } from './hugo-settings.js';

/** Where a text was published and where its aliases led from, its own address first. */
export function hugoAddresses(page: HugoPage, settings: HugoSettings): string[] {
	if (page.type === 'part') return [];
	const own = ownAddress(page, settings);
	const aliases = wordsIn(page.data.aliases).flatMap((alias) => {
		const path = readPercentSigns(alias.replace(/[?#].*$/s, ''));
		if (/^[a-z][\w+.-]*:/i.test(path)) return [];
		// One without a slash begins in the folder of the text.
		return [path.startsWith('/') ? path.slice(1) : join(languageFolder(page, settings), dirname(own ?? '.'), path)];
	});
	return [...(own === undefined ? [] : [own]), ...aliases];
}

function ownAddress(page: HugoPage, settings: HugoSettings): string | undefined {
	const { data, folder, name, type } = page;
	const prefix = languageFolder(page, settings);
	const url = wordOf(data.url);
	if (url !== undefined && !url.includes(':')) return url.startsWith('/') ? readPercentSigns(url.slice(1)) : join(prefix, readPercentSigns(url));
	const section = slugged(folder);
	if (type === 'section') return `${join(prefix, section, '/')}`.replace(/^\//, '');
	const slug = wordOf(data.slug);
	const last = slug ?? (type === 'bundle' ? (folder.split('/').at(-1) ?? '') : name);
	const parent = type === 'bundle' ? slugged(dirname(folder) === '.' ? '' : dirname(folder)) : section;
	const pattern = permalinkOf(folder, settings.all);
	const path = pattern === undefined ? join(parent, slugged(last)) : filled(pattern, page, { parent, last });
	if (path === undefined) return undefined;
	const ugly = settings.all.uglyurls === true || settingsOf(settings.all.uglyurls)[folder.split('/')[0] ?? ''] === true;
	const address = join(prefix, path).replace(/^\/+/, '');
	if (pattern !== undefined && /\.\w+$/.test(address)) return address;
	return ugly && type === 'page' ? `${address.replace(/\/$/, '')}.html` : `${address.replace(/\/*$/, '')}/`;
}

/** The folder of a language in addresses: the default one has none, unless the settings say so. */
function languageFolder({ language, folder }: HugoPage, { all, defaultLanguage }: HugoSettings): string {
	if (language === undefined || folder.split('/')[0]?.toLowerCase() === language) return '';
	return language === defaultLanguage && all.defaultcontentlanguageinsubdir !== true ? '' : language;
}

function permalinkOf(folder: string, all: Settings): string | undefined {
	const section = folder.split('/')[0] ?? '';
	const permalinks = settingsOf(all.permalinks);
	return section === '' ? undefined : (wordOf(settingsOf(permalinks.page)[section]) ?? wordOf(permalinks[section]));
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** A pattern such as `/:year/:slug/` for a text; undefined when something in it is not known. */
function filled(pattern: string, { data, folder, name, type }: HugoPage, { parent, last }: { parent: string; last: string }): string | undefined {
	const [year, month, day] = (dayOf(data.date) ?? '').split('-');
	const title = wordOf(data.title);
	const file = type === 'bundle' ? (folder.split('/').at(-1) ?? '') : name;
	const values: Readonly<Record<string, string | undefined>> = {
		year,
		month,
		monthname: months[Number(month) - 1],
		day,
		section: slugged(folder.split('/')[0] ?? ''),
		sections: parent,
		title: title === undefined ? undefined : slugged(title),
		slug: slugged(wordOf(data.slug) ?? title ?? file),
		slugorfilename: slugged(last),
		slugorcontentbasename: slugged(last),
		filename: slugged(file),
		contentbasename: slugged(file),
	};
	const parts = [...pattern.matchAll(/:(\w+)/g)].map(([, key = '']) => values[key.toLowerCase()]);
	if (parts.includes(undefined) || /:\w+\[/.test(pattern)) return undefined;
	return pattern.replace(/:(\w+)/g, (_whole, key: string) => values[key.toLowerCase()] ?? '');
}

/** A path as Hugo writes it in addresses. */
function slugged(path: string): string {
	return path
		.toLowerCase()
		.replace(/\s+/g, '-')
		.replace(/[^\p{L}\p{M}\p{N}._\-+~@/]/gu, '')
		.replace(/-{2,}/g, '-');
}
