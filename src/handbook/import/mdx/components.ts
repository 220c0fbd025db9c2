import type { Line } from '../lines.js';
import { alertBox, bold, foldedBox } from '../notation/boxes.js';
import { titledPart } from '../notation/titled-parts.js';
import { itemsOf, valueAt, wordsOf } from '../plain-data.js';
import type { MdxElement, MdxNode } from './scan-mdx.js';

/** What a component may ask of the text that it stands in. */
export interface ComponentContext {
	/** What stands within it, as lines moved to the left. */
	content(children: readonly MdxNode[]): Line[];
	/** What stands within it, on one line. */
	words(children: readonly MdxNode[]): string;
	/** Depth of the heading that it stands under. */
	depth: number;
	/** Line of the source on which it stands. */
	from: number;
	/** The words of an attribute; undefined when it has none that can be read. */
	attribute(element: MdxElement, ...names: string[]): string | undefined;
	note(message: string): void;
}

/** What a component becomes: words within a line, or lines of their own. */
export type Rendered = string | Line[];

/** Turns a component into Markdown; undefined when this one cannot be. `flow` is true when it has its lines for itself. */
type Component = (element: MdxElement, context: ComponentContext, flow: boolean) => Rendered | undefined;

const unwrap: Component = ({ children }, { content, words }, flow) => (flow ? content(children) : words(children));
const nothing: Component = () => [];

function box(type: string): Component {
	return (element, { content, attribute, from }) => alertBox({ type: attribute(element, 'type', 'variant') ?? type, title: attribute(element, 'title'), content: content(element.children), from });
}

function folded(element: MdxElement, { content, attribute, from }: ComponentContext): Line[] {
	return foldedBox({ title: attribute(element, 'title', 'summary', 'label', 'header') ?? 'Details', content: content(element.children), from });
}

const tabs: Component = ({ children, attributes }, context) => {
	const labels = labelsOf(attributes);
	let number = 0;
	return children.flatMap((child): Line[] => {
		if (child.type !== 'element' || !/^(?:TabItem|Tab|Tabs\.Tab|TabPanel)$/.test(child.name)) return context.content([child]);
		const value = context.attribute(child, 'value');
		const title = context.attribute(child, 'label', 'title') ?? labels.get(value ?? String(number)) ?? value ?? '';
		number += 1;
		return [...part(title, child.children, context), { text: '', from: context.from }];
	});
};

/** Titles of tabs by their values, or by their numbers. */
function labelsOf(attributes: MdxElement['attributes']): Map<string, string> {
	const given = attributes.flatMap(({ name, value }) => (name === 'values' || name === 'items' ? itemsOf(value) : []));
	return new Map(
		given.flatMap((item, index): [string, string][] => (typeof item === 'string' ? [[String(index), item]] : [[wordsOf(valueAt(item, 'value')) ?? '', wordsOf(valueAt(item, 'label')) ?? '']])),
	);
}

function part(title: string, children: readonly MdxNode[], { content, depth, from }: ComponentContext): Line[] {
	return titledPart({ title, content: content(children), depth, from });
}

const link: Component = (element, context) => {
	const address = context.attribute(element, 'to', 'href', 'link');
	const words = context.words(element.children) || context.attribute(element, 'text', 'title', 'label') || address;
	if (address === undefined || words === undefined) return undefined;
	return /[[\]]|!\[/.test(words) ? `<a href="${address.replace(/"/g, '&quot;')}">${words}</a>` : `[${words}](${target(address)})`;
};

/** A card is its title, which leads where the card led, and what it says. */
const card: Component = (element, context) => {
	const { from } = context;
	const title = context.attribute(element, 'title', 'label', 'heading');
	const address = context.attribute(element, 'href', 'to', 'link');
	const description = context.attribute(element, 'description');
	const content = context.content(element.children);
	const words = title ?? (content.length === 0 ? address : undefined);
	const head = words === undefined ? '' : address === undefined ? bold(words) : `[${words}](${target(address)})`;
	const more = words === undefined && address !== undefined ? `<${address}>` : undefined;
	return [head, description ?? '', more ?? '']
		.filter(Boolean)
		.flatMap((text): Line[] => [
			{ text, from },
			{ text: '', from },
		])
		.concat(content);
};

const image: Component = (element, context, flow) => {
	const sources = element.attributes.find(({ name }) => name === 'sources' || name === 'img')?.value;
	const address = context.attribute(element, 'src', 'img', 'image', 'url') ?? wordsOf(valueAt(sources, 'light')) ?? wordsOf(valueAt(sources, 'dark'));
	if (address === undefined) return undefined;
	const caption = context.attribute(element, 'caption') ?? '';
	const words = `![${(context.attribute(element, 'alt') ?? '').replace(/[[\]]/g, '\\$&')}](${target(address)})`;
	const { from } = context;
	const below = context.content(element.children);
	if (!flow) return words;
	return [
		{ text: words, from },
		...(caption === ''
			? []
			: [
					{ text: '', from },
					{ text: caption, from },
				]),
		...(below.length > 0 ? [{ text: '', from }, ...below] : []),
	];
};

const codeBlock: Component = (element, context) => {
	const { from } = context;
	const given = context.attribute(element, 'code');
	const inner = element.children.filter(({ type }) => type !== 'text');
	const only = inner.length === 1 && inner[0]?.type === 'expression' ? inner[0] : undefined;
	const written = only && /^`([^`$]*)`$/.exec(only.source)?.[1];
	const code =
		given ??
		written ??
		(only
			? undefined
			: context
					.content(element.children)
					.map(({ text }) => text)
					.join('\n'));
	if (code === undefined) return undefined;
	const title = context.attribute(element, 'title');
	const lines = code.replace(/^\n|\n\s*$/g, '').split('\n');
	const fence = /```/.test(code) ? '~~~~' : '```';
	return [
		...(title === undefined
			? []
			: [
					{ text: bold(title), from },
					{ text: '', from },
				]),
		{ text: fence + (context.attribute(element, 'language', 'lang') ?? ''), from },
		...lines.map((text) => ({ text, from })),
		{ text: fence, from },
	];
};

const video: Component = (element, context) => {
	const id = context.attribute(element, 'id', 'videoId', 'youTubeId');
	const address =
		context.attribute(element, 'url', 'src') ??
		(id === undefined ? undefined : /^https?:/.test(id) ? id : /^[\w-]{6,}$/.test(id) && element.name.toLowerCase().includes('youtube') ? `https://www.youtube.com/watch?v=${id}` : undefined);
	return address === undefined ? undefined : [{ text: `[${context.attribute(element, 'title') ?? address}](${target(address)})`, from: context.from }];
};

const badge: Component = (element, { attribute, words }) => attribute(element, 'text', 'label') ?? words(element.children);

const step: Component = (element, context) => part(context.attribute(element, 'title') ?? '', element.children, context);

function target(address: string): string {
	return /[\s()<>]/.test(address) ? `<${address.replace(/[<>\n]/g, encodeURIComponent)}>` : address;
}

/** The components of Docusaurus, Starlight, Nextra and sites like them that are known to show words, by name. */
export const components: Readonly<Record<string, Component>> = {
	Tabs: tabs,
	TabItem: (element, context) => part(context.attribute(element, 'label', 'title', 'value') ?? '', element.children, context),
	Tab: (element, context) => part(context.attribute(element, 'label', 'title', 'value') ?? '', element.children, context),
	CodeGroup: unwrap,
	Admonition: box('note'),
	Aside: box('note'),
	Callout: box('note'),
	Alert: box('note'),
	Note: box('note'),
	Info: box('info'),
	Tip: box('tip'),
	Important: box('important'),
	Warning: box('warning'),
	Caution: box('caution'),
	Danger: box('danger'),
	Check: box('check'),
	Details: folded,
	Collapse: folded,
	Collapsible: folded,
	Accordion: folded,
	Expandable: folded,
	AccordionGroup: unwrap,
	Link: link,
	NavLink: link,
	LinkButton: link,
	Button: link,
	Card: card,
	LinkCard: card,
	'Cards.Card': card,
	CardGrid: unwrap,
	CardGroup: unwrap,
	Cards: unwrap,
	Columns: unwrap,
	Column: unwrap,
	Steps: unwrap,
	Step: step,
	FileTree: unwrap,
	BrowserOnly: unwrap,
	ClientOnly: unwrap,
	Fragment: unwrap,
	'React.Fragment': unwrap,
	Translate: unwrap,
	MDXContent: unwrap,
	Image: image,
	Img: image,
	IdealImage: image,
	ThemedImage: image,
	Figure: image,
	Frame: unwrap,
	Zoom: unwrap,
	CodeBlock: codeBlock,
	Code: codeBlock,
	YouTube: video,
	Youtube: video,
	LiteYouTubeEmbed: video,
	ReactPlayer: video,
	Video: video,
	Badge: badge,
	Icon: () => '',
	Head: nothing,
	TOCInline: nothing,
	DocCardList: (_element, { note }) => {
		note('The list of the pages below (<DocCardList />) is left out: the table of contents has them.');
		return [];
	},
};
