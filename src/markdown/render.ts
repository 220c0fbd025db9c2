import type { Root as HtmlRoot } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { TextLabels } from '../strings/index.js';
import { type RelativeAddress, relativeAddresses, rememberAddresses } from './plugins/addresses.js';
import { alerts } from './plugins/alerts.js';
import { linkEmbeds } from './plugins/embeds.js';
import { gfmWithoutAddresses, mayHoldAddresses } from './plugins/gfm-without-addresses.js';
import { anchorHeadings, demoteHeadings, type Heading } from './plugins/headings.js';
import { highlighter } from './plugins/highlighter.js';
import { dropMdx } from './plugins/mdx.js';
import { makeReachable } from './plugins/reachable.js';
import { type EntryLink, resolveTargets } from './plugins/targets.js';
import { liftTitle } from './plugins/title.js';
import { foreignSchema, ownSchema } from './schemas.js';
import type { TargetResolver } from './target.js';
import type { TextFault } from './text-fault.js';

/** How one text is to be read. */
export interface RenderOptions {
	/** The title the page shows, when the front matter has one. */
	title?: string | undefined;
	/** Words that the page adds to the text, in the text's language. */
	labels: TextLabels;
	resolver: TargetResolver;
	/** `own`: the group's text. `foreign`: another group's, which gets the strict schema. */
	trust: 'own' | 'foreign';
	/** `mdx` reads components and expressions as such, and leaves them out. */
	syntax?: 'md' | 'mdx';
}

/** A text as safe HTML and what is known of it. */
export interface RenderedText {
	html: string;
	/** The words alone, paragraphs on lines of their own: for search. */
	text: string;
	headings: Heading[];
	/** The first-level heading that opens the text, if it has one. */
	openingHeading?: string | undefined;
	/** The id that the page's title has, where it stands for a heading of the text. */
	titleId?: string | undefined;
	/** Ids that links may lead to. */
	ids: ReadonlySet<string>;
	entryLinks: EntryLink[];
	externalLinks: string[];
	/** Addresses in the Markdown that mean other files of its handbook. */
	addresses: RelativeAddress[];
	faults: TextFault[];
}

/** The prefix of every id in a foreign text, so that it can never name a part of the page. */
const foreignIdPrefix = 'text-';

/** What a link out of a foreign text tells browsers and search engines: not our word, not our readers. */
const foreignRel = ['nofollow', 'ugc', 'noreferrer'];

/** Reads Markdown into safe HTML: the one chain for every text on every site. Never throws for Markdown. */
export function renderText(markdown: string, options: RenderOptions): RenderedText {
	const file = new VFile(markdown);
	const tree = parse(file, options);
	const addresses = relativeAddresses(tree);
	const html = toHtmlTree(tree, file, options);
	return {
		html: stringifier.stringify(html),
		text: toText(html),
		headings: file.data.headings ?? [],
		openingHeading: file.data.openingHeading,
		titleId: file.data.titleId,
		ids: file.data.ids ?? new Set(),
		entryLinks: file.data.entryLinks ?? [],
		externalLinks: file.data.externalLinks ?? [],
		addresses,
		faults: file.data.faults ?? [],
	};
}

const parser = unified().use(remarkParse).use(remarkGfm).use(rememberAddresses).freeze();
const fastParser = unified().use(remarkParse).use(gfmWithoutAddresses).use(rememberAddresses).freeze();
const stringifier = unified().use(rehypeStringify).freeze();

function parse(file: VFile, { syntax = 'md' }: RenderOptions): MarkdownRoot {
	if (syntax === 'mdx') return parser().use(remarkMdx).parse(file);
	return (mayHoldAddresses(String(file)) ? parser : fastParser).parse(file);
}

function toHtmlTree(tree: MarkdownRoot, file: VFile, { title, labels, resolver, trust, syntax = 'md' }: RenderOptions): HtmlRoot {
	const own = trust === 'own';
	const idPrefix = own ? '' : foreignIdPrefix;
	const hasHtml = own && String(file).includes('<');
	const chain = unified()
		.use(syntax === 'mdx' ? [dropMdx] : [])
		.use(liftTitle, { title, idPrefix })
		.use(alerts, { labels: labels.alerts })
		.use(remarkRehype, {
			allowDangerousHtml: own,
			clobberPrefix: idPrefix,
			footnoteLabel: labels.footnotes,
			footnoteLabelTagName: 'h2',
			footnoteLabelProperties: { className: ['sr-only'] },
			footnoteBackLabel: (index, again) => `${labels.backToText} ${index + 1}${again > 1 ? `-${again}` : ''}`,
		})
		.use(hasHtml ? [rehypeRaw] : [])
		.use(own && !hasHtml ? [] : [[linkEmbeds, { images: !own }]])
		.use(demoteHeadings)
		.use(rehypeSanitize, own ? ownSchema : foreignSchema)
		.use(rehypeSlug, { prefix: idPrefix })
		.use(anchorHeadings, { idPrefix })
		.use(resolveTargets, { resolver, idPrefix, ...(!own && { rel: foreignRel }) })
		.use(mayHoldCode(file) ? [highlighter()] : [])
		.use(makeReachable, { labels });
	return chain.runSync(tree, file) as HtmlRoot;
}

/** Setting up the highlighter takes longer than rendering a short text, and few texts hold code. */
function mayHoldCode(file: VFile): boolean {
	return /```|~~~|<code/.test(String(file));
}
