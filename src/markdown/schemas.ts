import { defaultSchema, type Schema } from 'hast-util-sanitize';

const safeProtocols = { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel', 'geo', 'matrix', 'xmpp', 'irc', 'ircs'] };

/** Elements that let a browser choose among images, on hosts that are checked nowhere. The `img` within stays. */
const choosing = new Set(['picture', 'source']);

/** Attributes of forms and maps, which have addresses in them. */
const forForms = new Set(['accept', 'acceptCharset', 'action', 'encType', 'method', 'prompt', 'useMap']);

/**
 * What the group's own text may hold: what GitHub allows, plus the ids and the elements that
 * handbooks use. No styles, no scripts, no forms. Ids are not prefixed: no script of ours reads them.
 */
export const ownSchema: Schema = {
	...defaultSchema,
	clobber: [],
	protocols: safeProtocols,
	strip: ['script', 'style', 'template', 'noscript'],
	tagNames: [
		...(defaultSchema.tagNames ?? []).filter((name) => !choosing.has(name)),
		'aside',
		'figure',
		'figcaption',
		'abbr',
		'mark',
		'small',
		'u',
		'cite',
		'time',
		'address',
		'bdi',
		'bdo',
		'wbr',
		'caption',
		'colgroup',
		'col',
	],
	attributes: {
		...defaultSchema.attributes,
		a: [...(defaultSchema.attributes?.a ?? []).filter((name) => !isClassRule(name)), ['className', 'data-footnote-backref', 'embed'], 'name'],
		aside: [['className', 'alert', /^alert-/]],
		p: [['className', 'alert-title']],
		time: ['dateTime'],
		'*': [...(defaultSchema.attributes?.['*'] ?? []).filter((name) => !forForms.has(String(name))), 'id', 'lang', 'dir', 'title'],
	},
};

/**
 * What another group's text may hold: what Markdown itself makes and nothing else. Raw HTML never
 * gets this far, images are links by then, and every id carries a prefix.
 */
export const foreignSchema: Schema = {
	...defaultSchema,
	clobber: [],
	protocols: { href: ['https', 'mailto'] },
	strip: ['script', 'style', 'template', 'noscript'],
	attributes: {
		...ownSchema.attributes,
		input: [...(defaultSchema.attributes?.input ?? []), 'checked'],
		'*': ['id', 'align', 'colSpan', 'rowSpan', 'start'],
	},
	tagNames: 'a aside blockquote br code del em h2 h3 h4 h5 h6 hr input li ol p pre section span strong sup table tbody td th thead tr ul'.split(' '),
};

function isClassRule(rule: unknown): boolean {
	return Array.isArray(rule) && rule[0] === 'className';
}
