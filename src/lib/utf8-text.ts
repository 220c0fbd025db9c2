const decoder = new TextDecoder('utf-8', { fatal: true });

/** Bytes as the text that they are in UTF-8; undefined when they are none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
	try {
		return decoder.decode(bytes);
	} catch {
		return undefined;
	}
}
