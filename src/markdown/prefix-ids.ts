const tag = /<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*>/g;
const attribute = /(\s[^\s=>"]+)="([^"]*)"/g;
const localName = /^\s(?:id|name|aria-describedby|aria-labelledby)$/;

/**
 * Puts a prefix before every id and every link to one, so that many texts can share a page.
 * For HTML that `renderText` made: there `<` in words and quotes in values are always escaped,
 * so that a pattern can tell a tag from text.
 */
export function prefixIds(html: string, prefix: string): string {
	return html.replace(tag, (found) =>
		found.replace(attribute, (whole, name: string, value: string) => {
			if (localName.test(name)) return `${name}="${prefix}${value}"`;
			return name.trim() === 'href' && value.startsWith('#') ? `${name}="#${prefix}${value.slice(1)}"` : whole;
		}),
	);
}
