import { utf8Text } from '../../lib/utf8-text.js';

/** Whatever runs, loads, or could name something that does. A drawing needs none of it. */
const active =
	/<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener|set|animate\w*|a|image|audio|video|style)\b|<!(?:DOCTYPE|ENTITY|\[CDATA)|<\?xml-stylesheet|[\s/"']on\w+\s*=|javascript:|data:|href\s*=\s*["']?(?!\s*["']?#)|url\s*\(\s*["']?(?!#)|@import|\\/i;

/** True for a drawing that stays one when a reader opens its file: it has no scripts, links, styles or other files. Whatever is doubtful is not. */
export function isInertSvg(bytes: Uint8Array): boolean {
	const text = utf8Text(bytes);
	if (text === undefined) return false;
	const encoding = /<\?xml[^>]*encoding\s*=\s*["']([^"']*)/i.exec(text)?.[1];
	return (encoding === undefined || /^utf-?8$/i.test(encoding)) && !active.test(text);
}
