/** How deep lists and objects may stand in each other. */
const deepest = 64;

/** How many values there may be; a print of a thousand entries has about fifty thousand. */
const most = 1_000_000;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openers = new Set([0x5b, 0x7b]);
const closers = new Set([0x5d, 0x7d]);

/**
 * Parses JSON that a stranger sent. When it is not UTF-8, not JSON, too deep or too much, the result is a sentence that begins with
 * "It". A key such as `__proto__` becomes a plain property: copy named fields, and never merge.
 */
export function parseForeignJson(bytes: Uint8Array): { value: unknown } | { fault: string } {
	const fault = outOfBounds(bytes);
	if (fault !== undefined) return { fault };
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return { fault: 'It is not stored as UTF-8.' };
	}
	if (text.trim() === '') return { fault: 'It is empty.' };
	try {
		return { value: JSON.parse(text) };
	} catch {
		return { fault: 'It is not JSON, or breaks off in the middle.' };
	}
}

/** Counts without building anything. In UTF-8 no part of another letter looks like one of these signs. */
function outOfBounds(bytes: Uint8Array): string | undefined {
	let depth = 0;
	let values = 0;
	let quoted = false;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		if (quoted) {
			if (byte === backslash) at++;
			else if (byte === quote) quoted = false;
		} else if (byte === quote) quoted = true;
		else if (byte === comma) values++;
		else if (openers.has(byte)) depth++;
		else if (closers.has(byte)) depth--;
		if (depth > deepest) return `It is nested deeper than ${deepest} levels.`;
		if (values > most) return `It has more than ${most.toLocaleString('en')} values.`;
	}
	return undefined;
}
