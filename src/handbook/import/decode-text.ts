import { declaredEncoding } from './declared-encoding.js';
import { guessEncoding } from './guess-encoding.js';

/** A text and the encoding it was stored in. */
export interface DecodedText {
	text: string;
	/** As browsers call it: `utf-8`, `windows-1250`, `shift_jis`. */
	encoding: string;
	/** What could not be read as it was, each a sentence. */
	damage?: { line: number; message: string }[];
}

/** How much of a file may be bytes that no text has, before it is taken for something else than a text. */
const mostStrayBytes = 0.01;

/** How many bytes that are no UTF-8 a file may have for each letter that is, before it is taken for another encoding. */
const mostDamage = 0.2;

/**
 * Reads bytes as text, with `\n` or `\r\n` at the ends of its lines. What the bytes themselves prove goes first, then what the file
 * says of itself, then a guess by its letters. Undefined for bytes that are no text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
	const { text, encoding } = decode(bytes);
	const stray = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
	if (stray > Math.max(text.length * mostStrayBytes, 1) || (stray > 0 && text.length < 8)) return undefined;

	const damage = [...damageIn(text, '\0', 'A byte that is no letter was left out here.'), ...replaced(text, encoding)];
	return { text: evenLineEnds(text.replaceAll('\0', '')), encoding, ...(damage.length > 0 && { damage }) };
}

function decode(bytes: Uint8Array): { text: string; encoding: string } {
	const sure = sureEncoding(bytes);
	if (sure !== undefined) return { text: new TextDecoder(sure).decode(bytes), encoding: sure };
	const declared = declaredEncoding(bytes);
	const told = declared === undefined ? undefined : decodeStrictly(bytes, declared);
	if (told !== undefined && declared !== undefined) return { text: told, encoding: declared };
	const encoding = guessEncoding(bytes);
	return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** The encoding that the bytes themselves prove. */
function sureEncoding(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const utf16 = unmarkedUtf16(bytes);
	if (utf16 !== undefined) return utf16;
	const text = decodeStrictly(bytes, 'utf-8');
	// Japanese mail: seven bits, with escapes between the alphabets.
	if (text !== undefined) return /\x1b\$[@B]/.test(text) && decodeStrictly(bytes, 'iso-2022-jp') !== undefined ? 'iso-2022-jp' : 'utf-8';
	return isDamagedUtf8(bytes) ? 'utf-8' : undefined;
}

/** UTF-16 whose mark is missing: every second byte of its spaces and line ends is zero, and always the same one of the two. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
	if (bytes.length < 4 || bytes.length % 2 === 1 || !bytes.includes(0)) return undefined;
	const zeros = [0, 0];
	for (let index = 0; index < bytes.length; index += 1) if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	const encoding = even > odd ? 'utf-16be' : 'utf-16le';
	if (Math.max(even, odd) < bytes.length * 0.02 || Math.min(even, odd) > Math.max(even, odd) * 0.05) return undefined;
	const text = decodeStrictly(bytes, encoding);
	return text !== undefined && /[\s\p{L}]/u.test(text) && !/[\0-\x08\p{Co}\p{Cn}]/u.test(text) ? encoding : undefined;
}

/** True for UTF-8 in which a few bytes went wrong: more of its letters beyond ASCII are sound than not. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
	const text = new TextDecoder('utf-8').decode(bytes);
	const sound = text.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0;
	const wrong = text.match(/\ufffd/g)?.length ?? 0;
	return sound > 1 && wrong <= sound * mostDamage;
}

/** The text, or undefined when the bytes are not of this encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function replaced(text: string, encoding: string): { line: number; message: string }[] {
	return damageIn(text, '\ufffd', `A letter here could not be read as ${encoding}. It is a \ufffd now: please write the right one.`);
}

/** One sentence for each line that holds a character. */
function damageIn(text: string, character: string, message: string): { line: number; message: string }[] {
	if (!text.includes(character)) return [];
	return text.split(/\r\n?|\n/).flatMap((line, index) => (line.includes(character) ? [{ line: index + 1, message }] : []));
}

/** One way to end lines: that of most lines. A lone carriage return, as old Macs wrote it, ends a line too. */
function evenLineEnds(text: string): string {
	if (!text.includes('\r')) return text;
	const windows = text.match(/\r\n/g)?.length ?? 0;
	const unix = text.match(/(?<!\r)\n/g)?.length ?? 0;
	return text.replace(/\r\n?|\n/g, windows > 0 && windows >= unix ? '\r\n' : '\n');
}
