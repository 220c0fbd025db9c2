const tag = /<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*>/g;
const address = /(\s(?:href|src|poster|cite|longdesc))="([^"]*)"/g;
const addresses = /(\ssrcset)="([^"]*)"/g;

/**
 * Writes every address in a text out in full, for readers that show it elsewhere; `page` is the address of the text.
 * For HTML that `renderText` made: there `<` in words and quotes in values are always escaped, so that a pattern can tell a tag from text.
 */
export function absoluteAddresses(html: string, page: string): string {
	return html.replace(tag, (found) =>
		found
			.replace(address, (_, name: string, value: string) => `${name}="${absolute(value, page)}"`)
			.replace(addresses, (_, name: string, value: string) => `${name}="${value.replace(/[^\s,]+(?=\s|$|,\s)/g, (part) => (/^[\d.]+[wx]$/.test(part) ? part : absolute(part, page)))}"`),
	);
}

/** The rest of a value stays as it was written: `&` in it is escaped already. */
function absolute(value: string, page: string): string {
	if (!URL.canParse(value, page)) return value;
	return new URL(value.replaceAll('&#x26;', '&').replaceAll('&amp;', '&'), page).href.replaceAll('&', '&#x26;').replaceAll('"', '%22');
}
