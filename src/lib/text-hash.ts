import { hash } from 'node:crypto';

/** UTF-8 text in the one form that is hashed and compared: NFC, LF, no trailing space on any line or at the end. */
export function normalizeText(text: string): string {
	return (
		text
			.normalize('NFC')
			.replace(/\r\n?/g, '\n')
			// The look-behind keeps a long row of spaces that does not end a line from being tried again at each of them; behind the first space it costs least.
			.replace(/[^\S\n](?<![^\S\n]{2})[^\S\n]*$/gm, '')
			.trimEnd()
	);
}

/** SHA-256 of the normalized text, 64 lower-case hex digits. */
export function textHash(text: string): string {
	return byteHash(normalizeText(text));
}

/** SHA-256 of bytes as they are, or of those of a text in UTF-8, 64 lower-case hex digits. */
export function byteHash(content: Uint8Array | string): string {
	return hash('sha256', content);
}
