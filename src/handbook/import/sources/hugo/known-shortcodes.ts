import { dirname, join } from 'node:path/posix';
import { dedented, trimmed } from '../../line-writer.js';
import { type Line, linesOf } from '../../lines.js';
import { alertBlock, codeBlock, detailsBlock, figureBlock, linkAddress, linkTo, quoted, titledBlock } from '../../markdown-blocks.js';
import { wordsOf } from '../../tags.js';
import type { Shortcode, Shown } from './shortcodes.js';

/** What shortcodes may ask of the site. */
export interface SiteOfShortcodes {
	/** The path of a text as a link from the root, and its title, by the words of `ref`. */
	find(reference: string): { path: string; title: string } | undefined;
	/** The value of `param`. */
	param(name: string): string | undefined;
	/** Another file, by the words of `include`, already in Markdown. */
	include(path: string): readonly Line[] | undefined;
	/** The texts right below this one, in their order. */
	children(): { path: string; title: string }[];
}

type Show = (shortcode: Shortcode, site: SiteOfShortcodes) => Shown;

const notices = [
	'notice',
	'alert',
	'hint',
	'callout',
	'admonition',
	'note',
	'tip',
	'warning',
	'warn',
	'info',
	'important',
	'caution',
	'danger',
	'attention',
	'error',
	'success',
	'tips',
	'box',
	'pageinfo',
	'message',
	'panel',
	'bootstrap-alert',
];
const sorts = ['notice', 'alert', 'hint', 'callout', 'admonition', 'box', 'message', 'panel', 'bootstrap-alert'];
const passed = [
	'columns',
	'column',
	'cols',
	'col',
	'row',
	'steps',
	'step',
	'center',
	'centre',
	'div',
	'section',
	'cardpane',
	'cards',
	'lead',
	'wrap',
	'wrapper',
	'container',
	'markdown',
	'md',
	'rawhtml',
	'html',
	'tabs',
	'tabpane',
	'codetabs',
	'tabgroup',
	'grid',
	'left',
	'right',
	'small',
	'blocks/section',
	'blocks/lead',
	'blocks/cover',
];

const show: Readonly<Record<string, Show>> = {
	...Object.fromEntries(notices.map((name) => [name, notice])),
	...Object.fromEntries(passed.map((name) => [name, passedOn])),
	...Object.fromEntries(['figure', 'image', 'img', 'imgproc', 'picture'].map((name) => [name, figure])),
	...Object.fromEntries(['tab', 'tabitem', 'codetab'].map((name) => [name, tab])),
	...Object.fromEntries(['expand', 'details', 'collapse', 'collapsible', 'accordion', 'accordion-item', 'spoiler', 'expandable', 'toggle'].map((name) => [name, expand])),
	...Object.fromEntries(['include', 'readfile', 'includefile', 'include-md', 'readFile'].map((name) => [name, include])),
	...Object.fromEntries(['children', 'section-list', 'list-children'].map((name) => [name, children])),
	...Object.fromEntries(['quote', 'blockquote', 'q'].map((name) => [name, quote])),
	...Object.fromEntries(['button', 'btn', 'link', 'link-card', 'card'].map((name) => [name, button])),
	ref: reference,
	relref: reference,
	highlight: ({ plain, named, source, from }) => (source ? { block: codeBlock(plain[0] ?? named.lang ?? named.language ?? '', source, from) } : undefined),
	mermaid: ({ source, from }) => (source ? { block: codeBlock('mermaid', dedented(source), from) } : undefined),
	comment: ({ inner }) => (inner ? { block: [] } : undefined),
	toc: () => ({ block: [] }),
	br: () => ({ words: '<br>' }),
	param: ({ plain: [name = ''] }, { param }) => words(param(name)),
	youtube: (code) => video(code, 'https://www.youtube.com/watch?v='),
	vimeo: (code) => video(code, 'https://vimeo.com/'),
	instagram: (code) => video(code, 'https://www.instagram.com/p/'),
	gist: ({ plain: [user, id], from }) => (user && id ? linkBlock('', `https://gist.github.com/${user}/${id}`, from) : undefined),
	tweet: tweet,
	twitter: tweet,
	x: tweet,
	video: media,
	audio: media,
	iframe: media,
	pdf: media,
	embed: media,
};

/** What a shortcode of Hugo, or of a theme that many sites have, looks like in Markdown. */
export function showKnown(shortcode: Shortcode, site: SiteOfShortcodes): Shown {
	const name = shortcode.name.toLowerCase().replace(/\.html$/, '');
	return Object.hasOwn(show, name) ? show[name]?.(shortcode, site) : undefined;
}

function words(text: string | undefined): Shown {
	return text === undefined ? undefined : { words: text };
}

function notice({ name, plain, named, inner, from }: Shortcode): Shown {
	const own = name.toLowerCase();
	const isSort = sorts.includes(own);
	const text = named.text ?? named.content ?? named.message ?? named.body;
	const kind = isSort ? (named.type ?? named.kind ?? named.style ?? named.color ?? named.context ?? named.icon ?? (inner || plain.length > 1 ? plain[0] : undefined) ?? 'note') : own;
	const rest = isSort ? plain.slice(inner || plain.length > 1 ? 1 : 0) : plain;
	const title = named.title ?? named.heading ?? named.header ?? named.caption;
	const said = inner ?? (text === undefined ? undefined : linesAt(text, from)) ?? (rest.length > 0 ? linesAt(rest.at(-1) ?? '', from) : undefined);
	if (said === undefined) return undefined;
	const ownTitle = title ?? (inner ? rest.find((each) => !/^(?:true|false|open|closed)$/.test(each)) : undefined);
	return { block: alertBlock(kind.replace(/^alert-/, ''), ownTitle ?? '', said, from) };
}

function passedOn({ inner, named, from }: Shortcode): Shown {
	if (!inner) return undefined;
	const lines = inner.map((line) => (/^\s*<--->\s*$/.test(line.text) ? { ...line, text: '' } : line));
	const title = named.title ?? named.header ?? '';
	return lines.length > 1 || title !== '' ? { block: titledBlock(title, lines, from) } : { words: wordsOf(lines) };
}

function figure({ plain, named, inner, from }: Shortcode): Shown {
	const src = named.src ?? named.link_src ?? named.file ?? plain[0];
	if (src === undefined) return undefined;
	const title = named.title ?? '';
	const caption = named.caption ?? '';
	const attr = named.attr ?? '';
	const attribution = named.attrlink && attr !== '' ? linkTo(attr, named.attrlink) : attr;
	const captions = [title === '' ? '' : `**${title}**`, [caption, attribution].filter(Boolean).join(' '), ...(inner ? [wordsOf(trimmed(dedented(inner)))] : [])];
	return { block: figureBlock({ src, alt: named.alt ?? plainCaption(caption || title), link: named.link ?? named.href ?? '', captions }, from) };
}

/** Words that stand for an image whose author gave none. */
function plainCaption(caption: string): string {
	return caption.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replace(/[*_`]/g, '');
}

function tab({ plain, named, inner, source, sign, within, from }: Shortcode): Shown {
	const around = within.at(-1);
	const title = named.name ?? named.title ?? named.header ?? named.label ?? named.tabname ?? plain[0] ?? '';
	const lang = named.lang ?? named.codelang ?? around?.named.lang;
	// Docsy takes the words of a tab for code, unless it is told that they are text.
	const isDocsyCode = around?.name === 'tabpane' && sign === '<' && [named.text, around.named.text].every((text) => text !== 'true');
	if (!inner || trimmed(inner).length === 0) return { block: titledBlock(title, [], from) };
	const isFence = /^\s*(?:```|~~~)/.test(trimmed(inner)[0]?.text ?? '');
	const isCode = !isFence && (lang !== undefined || isDocsyCode || around?.name === 'codetabs');
	return { block: titledBlock(title, isCode ? codeBlock(lang ?? '', dedented(source ?? inner), from) : inner, from) };
}

function expand({ plain, named, inner, from }: Shortcode): Shown {
	if (!inner) return undefined;
	const title = named.title ?? named.summary ?? named.label ?? named.header ?? plain.find((each) => !/^(?:true|false|open|closed|\.\.\.|…)$/.test(each)) ?? '';
	return { block: detailsBlock(title === '' ? '…' : title, inner, from) };
}

function include({ plain, named, from }: Shortcode, site: SiteOfShortcodes): Shown {
	const path = named.file ?? named.path ?? named.src ?? named.page ?? plain[0];
	const found = path === undefined ? undefined : site.include(path);
	if (!found) return undefined;
	const placed = found.map(({ text }) => ({ text, from }));
	return named.code === 'true' || named.lang !== undefined ? { block: codeBlock(named.lang ?? '', placed, from) } : { block: trimmed(placed) };
}

function children({ from }: Shortcode, site: SiteOfShortcodes): Shown {
	return { block: site.children().map(({ path, title }) => ({ text: `- ${linkTo(title, path)}`, from })) };
}

function quote({ plain, named, inner, from }: Shortcode): Shown {
	if (!inner) return undefined;
	const author = named.author ?? named.by ?? named.cite ?? plain[0];
	const by = [author, named.source ?? named.title].filter(Boolean).join(', ');
	return { block: quoted([...trimmed(dedented(inner)), ...(by === '' ? [] : ['', `— ${named.link ? linkTo(by, named.link) : by}`].map((text) => ({ text, from })))]) };
}

function button({ name, plain, named, inner, from }: Shortcode, site: SiteOfShortcodes): Shown {
	const title = named.title ?? named.header ?? named.text ?? named.label ?? '';
	const told = named.href ?? named.link ?? named.url ?? named.relref ?? named.page ?? (name === 'card' ? undefined : plain[0]);
	const found = told === undefined ? undefined : site.find(told);
	const address = found?.path ?? told;
	const said = inner ? trimmed(dedented(inner)) : [];
	const others = [named.subtitle, named.footer].flatMap((each) => (each ? ['', each] : [])).map((text) => ({ text, from }));
	if (address === undefined) return inner ? { block: [...titledBlock(title, said, from), ...others] } : undefined;
	const label = title || (said.length === 1 ? wordsOf(said) : '') || found?.title || address;
	const link = linkTo(label, address);
	const below = title === '' && said.length === 1 ? [] : said;
	return below.length + others.length === 0 && inner?.length === 1 ? { words: link } : { block: [{ text: link, from }, ...(below.length > 0 ? [{ text: '', from }, ...below] : []), ...others] };
}

/** `ref` and `relref` give an address; where they stand alone, a reader gets a link. */
function reference({ plain, named, before }: Shortcode, site: SiteOfShortcodes): Shown {
	const told = named.path ?? plain[0];
	if (told === undefined) return undefined;
	const found = site.find(told);
	const fragment = /#.*$/.exec(told)?.[0] ?? '';
	const address = found ? found.path + fragment : told;
	const isAddress = /[("'=<]\s*$|\]:\s*$/.test(before);
	return { words: isAddress ? linkAddress(address) : linkTo(found?.title ?? told, address) };
}

function video({ plain, named, from }: Shortcode, address: string): Shown {
	const id = named.id ?? plain[0];
	if (id === undefined) return undefined;
	return linkBlock(named.title ?? '', /^https?:/.test(id) ? id : address + id, from);
}

function tweet({ plain, named, from }: Shortcode): Shown {
	const id = named.id ?? plain.at(-1);
	if (id === undefined) return undefined;
	return linkBlock('', `https://twitter.com/${named.user ?? (plain.length > 1 ? plain[0] : 'i')}/status/${id}`, from);
}

function media({ plain, named, from }: Shortcode): Shown {
	const src = named.src ?? named.url ?? named.link ?? named.file ?? plain[0];
	return src === undefined ? undefined : linkBlock(named.title ?? named.caption ?? '', src, from);
}

function linkBlock(title: string, address: string, from: number): Shown {
	return { block: [{ text: title === '' && /^https?:[^\s<>]+$/.test(address) ? `<${address}>` : linkTo(title || address, address), from }] };
}

function linesAt(text: string, from: number): Line[] {
	return linesOf(text).map((line) => ({ text: line.text, from }));
}

/** The paths that `include` may mean, the nearest first. */
export function includePaths(path: string, from: string, contentFolder: string): string[] {
	const plain = path.replace(/^\/+/, '');
	return [...(path.startsWith('/') ? [] : [join(dirname(from), path)]), join(contentFolder, plain), plain].filter((each) => !each.startsWith('..'));
}
