import type { Element, Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Elements that run programs, load files, send forms or change how the page is read. */
const elements = new Set(
	'applet area base basefont bgsound body button canvas dialog embed fieldset form frame frameset head html iframe image input isindex keygen link listing map marquee math menu meta noembed noframes noscript object optgroup option output param plaintext portal select slot source style script svg template textarea title track video audio picture xmp'.split(
		' ',
	),
);

/** Attributes that make a browser load, send or run something by themselves. */
const loading = new Set(
	'action archive background classid code codebase data dynsrc formaction icon lowsrc longdesc manifest ping poster profile src srcdoc srcset style usemap xlinkhref xmlbase xmlns attributename from to values begin'.split(
		' ',
	),
);

const followed = /^(?:https?|mailto|tel|geo|matrix|xmpp|ircs?):/;

/** A browser's view of a piece of HTML. */
function parse(html: string): Root {
	return unified()
		.use(rehypeRaw)
		.runSync({ type: 'root', children: [{ type: 'raw', value: html }] } as Root) as Root;
}

/**
 * Everything in a piece of HTML that our texts must not hold, as a sentence each. It shares no code and no
 * list with what it watches: it reads the HTML as a browser does and looks for what is dangerous.
 */
export function dangers(html: string, trust: 'own' | 'foreign'): string[] {
	const found: string[] = [];
	visit(parse(html), (node: Nodes) => {
		if (node.type === 'comment' || node.type === 'doctype') found.push(`a ${node.type}`);
		if (node.type === 'element') found.push(...dangersOf(node, trust));
	});
	return found;
}

function dangersOf(node: Element, trust: 'own' | 'foreign'): string[] {
	const found: string[] = [];
	const { tagName, properties } = node;
	if (elements.has(tagName) && !isTask(node)) found.push(`<${tagName}>`);
	if (trust === 'foreign' && tagName === 'img') found.push('<img>');
	for (const [property, value] of Object.entries(properties)) {
		const name = property.toLowerCase();
		const text = String(value);
		// What browsers leave out of an address before they look at it.
		const address = text.replace(/[\u0000-\u0020\u00a0\ufeff]/g, '').toLowerCase();
		if (name.startsWith('on')) found.push(`${name} on <${tagName}>`);
		if (loading.has(name) && !(tagName === 'img' && name === 'src' && address.startsWith('/media/'))) found.push(`${name}=${text}`);
		if (name === 'href' && /^[a-z][a-z0-9+.-]*:/.test(address) && !followed.test(address)) found.push(`href=${text}`);
		if (name === 'href' && /^[\\/]{2}|^\/\\/.test(address)) found.push(`href=${text}`);
		if (/^(?:javascript|vbscript|data|livescript|mocha|mhtml|jar):/.test(address) && name === 'href') found.push(`${name}=${text}`);
		if (trust === 'foreign') found.push(...foreignDangers(node, name, text));
	}
	return found;
}

function foreignDangers({ tagName, properties }: Element, name: string, text: string): string[] {
	if (['id', 'name', 'for', 'htmlfor', 'headers', 'ariadescribedby', 'arialabelledby', 'ariacontrols', 'ariaowns'].includes(name)) return text.startsWith('text-') ? [] : [`${name}=${text}`];
	if (name !== 'href') return [];
	if (text.startsWith('#')) return text === '#' || text.startsWith('#text-') || text === '#top' ? [] : [`href=${text}`];
	if (/^\/(?![\\/])/.test(text)) return [];
	if (!/^(?:https|mailto):/i.test(text)) return [`href=${text}`];
	return tagName === 'a' && String(properties.rel) === 'nofollow,ugc,noreferrer' ? [] : [`no rel on ${text}`];
}

/** The box of a task, which nobody can click. */
function isTask({ tagName, properties }: Element): boolean {
	return tagName === 'input' && properties.type === 'checkbox' && properties.disabled === true;
}
