/** A text and the encoding it was stored in. */
export interface DecodedText {
	text: string;
	encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** Reads bytes as text. What is not UTF-8 is taken for windows-1252, the usual encoding of old files. Undefined for bytes that are no text at all. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
	const encoding = encodingOf(bytes);
	const text = new TextDecoder(encoding).decode(bytes);
	return text.includes('\0') ? undefined : { text, encoding };
}

function encodingOf(bytes: Uint8Array): DecodedText['encoding'] {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}
