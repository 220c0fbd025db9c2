import { dirname, join } from 'node:path/posix';
import { decodeText } from '../../decode-text.js';
import { type Line, linesOf } from '../../lines.js';
import type { Rewriting, RewritingContext } from '../../rewriting.js';
import { settingsOf, wordOf } from '../../settings.js';
import type { SourceFolder } from '../../source-folder.js';
import { splitFrontMatter } from '../../split-front-matter.js';
import { childrenOf, inOrder } from './hugo-contents.js';
import { type HugoPage, hiddenBy, pageTitle } from './hugo-pages.js';
import type { HugoSettings } from './hugo-settings.js';
import { includePaths, type SiteOfShortcodes, showKnown } from './known-shortcodes.js';
import { type OwnShortcode, readOwnShortcode, showOwn } from './own-shortcodes.js';
import { rewriteShortcodes, type Shortcode, type Shown, unescapeShortcode } from './shortcodes.js';

/** The site that shortcodes stand in. */
export interface HugoSite {
	folder: SourceFolder;
	settings: HugoSettings;
	pages: readonly HugoPage[];
	files: readonly string[];
}

/** How deep texts may bring in each other. */
const deepest = 8;
/** So that no small text grows large, in characters. */
const longest = 2_000_000;

/** Turns the shortcodes of Hugo into Markdown. Those of the group itself go before those of themes. */
export function shortcodesToMarkdown(site: HugoSite): Rewriting {
	const own = ownShortcodes(site);
	const find = referenceFinder(site);
	const pageOf = new Map(site.pages.map((page) => [page.path, page]));
	return (lines, context) => {
		let length = 0;
		const rewriteFrom = (part: readonly Line[], path: string, depth: number): Line[] => {
			const asked: SiteOfShortcodes = {
				find: (reference) => find(reference, pageOf.get(path)),
				param: (name) => paramOf(name, context.data, site.settings),
				children: () => childrenFor(pageOf.get(path), site.pages),
				include: (target) => {
					const found = depth < deepest ? includedText(target, path, site, context) : undefined;
					length += found?.text.length ?? 0;
					return found && length <= longest ? rewriteFrom(linesOf(found.text), found.path, depth + 1) : undefined;
				},
			};
			const show = (shortcode: Shortcode): Shown => {
				const mine = own.get(shortcode.name.toLowerCase());
				const shown = (mine && showOwn(mine, shortcode)) ?? showKnown(shortcode, asked);
				if (shown) context.became(shortcode.name);
				return shown;
			};
			return rewriteShortcodes(part, show, (shortcode) => context.note(shortcode, leftNote(shortcode)));
		};
		return rewriteFrom(lines, context.path, 0).map((line) => (line.text.includes('*/') ? { ...line, text: unescapeShortcode(line.text) } : line));
	};
}

function leftNote({ tag, inner, name }: Shortcode): string {
	const words = tag.replace(/\s+/g, ' ').slice(0, 200);
	return inner
		? `The shortcode “${name}” is not known here. The words between ${words} and its end are a part of the text now.`
		: `${words} was left as it is: the shortcode “${name}” is not known here.`;
}

/** The shortcodes that the group wrote itself and that hold nothing but HTML around the words. */
function ownShortcodes({ folder, settings, files }: HugoSite): Map<string, OwnShortcode> {
	const below = settings.root === '' ? '' : `${settings.root}/`;
	return new Map(
		files.flatMap((path): [string, OwnShortcode][] => {
			const name = /^layouts\/_?shortcodes\/(.+)\.(?:html|md)$/.exec(path)?.[1];
			const read = name === undefined ? undefined : readOwnShortcode(decodeText(folder.bytes(below + path))?.text ?? '');
			return name !== undefined && read ? [[name.toLowerCase(), read]] : [];
		}),
	);
}

function paramOf(name: string, data: Readonly<Record<string, unknown>>, { all }: HugoSettings): string | undefined {
	const find = (settings: Readonly<Record<string, unknown>>): unknown =>
		name.split('.').reduce<unknown>((value, part) => Object.entries(settingsOf(value)).find(([key]) => key.toLowerCase() === part.toLowerCase())?.[1], settings);
	return wordOf(find(settingsOf(data.params))) ?? wordOf(find(data)) ?? wordOf(find(settingsOf(all.params)));
}

function includedText(target: string, from: string, { settings }: HugoSite, { read }: RewritingContext): { text: string; path: string } | undefined {
	const content = settings.contentFolders.find(({ folder }) => from.startsWith(`${folder}/`))?.folder ?? 'content';
	for (const candidate of includePaths(target, from, content).flatMap((path) => [path, `${path}.md`, `${path}/_index.md`, `${path}/index.md`])) {
		const text = read(candidate);
		if (text === undefined) continue;
		const { body, data } = splitFrontMatter(text);
		if (hiddenBy({ data, inherited: {} }) !== undefined) return undefined;
		return { text: body.replace(/\r\n/g, '\n').replace(/\n$/, ''), path: candidate };
	}
	return undefined;
}

/** The texts that a list of the section would show: those below the section that the text introduces or lies in. */
function childrenFor(page: HugoPage | undefined, pages: readonly HugoPage[]): { path: string; title: string }[] {
	if (!page) return [];
	const below = childrenOf(page.folder, pages).filter((each) => each.language === page.language && each.path !== page.path && hiddenBy(each) === undefined);
	return inOrder(below).map((each) => ({ path: `/${each.path}`, title: pageTitle(each) ?? each.name }));
}

/** Finds texts as `ref` does: by a path from the root of the texts or from the text itself, or by a name that only one has. */
function referenceFinder({ pages }: HugoSite): (reference: string, from: HugoPage | undefined) => { path: string; title: string } | undefined {
	const byKey = Map.groupBy(
		pages.flatMap((page) => keysOf(page).map((key) => ({ key, page }))),
		({ key }) => key,
	);
	const byName = Map.groupBy(
		pages.flatMap((page) => namesOf(page).map((key) => ({ key, page }))),
		({ key }) => key,
	);
	return (reference, from) => {
		const path = reference.replace(/[?#].*$/s, '').replace(/\/+$/, '');
		if (path === '' || /^[a-z][\w+.-]*:/i.test(path)) return undefined;
		const wanted = path
			.replace(/\.(?:md|markdown|html)$/i, '')
			.replace(/\/_?index$/i, '')
			.toLowerCase();
		const places = path.startsWith('/') ? [wanted.slice(1)] : [join(from?.folder.toLowerCase() ?? '', wanted), join(dirname(from?.folder.toLowerCase() ?? ''), wanted), wanted];
		const found = [...places.map((place) => byKey.get(place.replace(/^\.\//, ''))), path.includes('/') ? undefined : byName.get(wanted)].find((each) => each !== undefined && each.length > 0);
		const page = found?.find((each) => each.page.language === from?.language)?.page ?? found?.[0]?.page;
		return page && { path: `/${page.path}`, title: pageTitle(page) ?? page.name };
	};
}

function keysOf({ folder, name, type }: HugoPage): string[] {
	return [(type === 'section' || type === 'bundle' ? folder : join(folder, name)).toLowerCase()];
}

function namesOf({ folder, name, type }: HugoPage): string[] {
	return [(type === 'section' || type === 'bundle' ? (folder.split('/').at(-1) ?? '') : name).toLowerCase()];
}
