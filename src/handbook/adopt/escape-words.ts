/** Words as they are written in Markdown so that they stay words, on one line. */
export function escapeWords(words: string): string {
	return words
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[\\`*_{}[\]<>~&|!]/g, '\\$&');
}

/** A web address as it is written within a link. `URL` has put percent signs for white space and angle brackets. */
export function escapeAddress(address: string): string {
	return address.replace(/[()\\{}|`*_<>\s]/g, (sign) => (sign === '*' || sign === '_' ? `\\${sign}` : encodeAscii(sign))).replace(/&/g, '&amp;');
}

function encodeAscii(sign: string): string {
	return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
