import { detect } from 'jschardet';

/** What the guess is asked to choose from, as jschardet calls it, and as browsers do. */
const encodings: Readonly<Record<string, string>> = {
	'windows-1250': 'windows-1250',
	'windows-1251': 'windows-1251',
	'windows-1252': 'windows-1252',
	'windows-1253': 'windows-1253',
	'windows-1254': 'windows-1254',
	'windows-1255': 'windows-1255',
	'windows-1256': 'windows-1256',
	'windows-1257': 'windows-1257',
	'iso-8859-2': 'iso-8859-2',
	'iso-8859-5': 'iso-8859-5',
	'iso-8859-6': 'iso-8859-6',
	'iso-8859-7': 'iso-8859-7',
	'iso-8859-9': 'windows-1254',
	'iso8859-15': 'iso-8859-15',
	'koi8-r': 'koi8-r',
	'koi8-u': 'koi8-u',
	ibm866: 'ibm866',
	cp932: 'shift_jis',
	shift_jis: 'shift_jis',
	'euc-jp': 'euc-jp',
	gb2312: 'gb18030',
	gb18030: 'gb18030',
	big5: 'big5',
	cp949: 'euc-kr',
	'euc-kr': 'euc-kr',
};

/** How much of a file the guess looks at: enough to be sure, and never long. */
const sampleSize = 64 * 1024;

/** The likeliest encoding of bytes that are no UTF-8, by their letters. Where nothing is likely: windows-1252, the usual one of old files. */
export function guessEncoding(bytes: Uint8Array): string {
	const sample = sampleOf(bytes);
	const { encoding } = detect(sample, { detectEncodings: detectable(bytes) });
	const name = encoding?.toLowerCase() ?? '';
	if (name === 'macroman') return 'macintosh';
	const guess = encodings[name] ?? 'windows-1252';
	return mixesScripts(new TextDecoder(guess).decode(sample)) ? 'windows-1252' : guess;
}

/** True when most letters of another script stand inside Latin words: in “Cafι” the last one is no Greek. */
function mixesScripts(text: string): boolean {
	const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
	const foreign = words.filter((word) => /[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/u.test(word));
	return foreign.length > 0 && foreign.filter((word) => /\p{Script=Latin}/u.test(word)).length * 2 > foreign.length;
}

/** Lines that end as those of old Macs did may have their letters too, and nothing else has. */
function detectable(bytes: Uint8Array): string[] {
	const isOldMac = bytes.includes(0x0d) && !bytes.includes(0x0a);
	return ['iso-8859-1', 'iso-8859-15', 'cp866', 'cp932', 'cp949', 'shift_jis_2004', 'euc-jis-2004', 'big5hkscs', ...(isOldMac ? ['mac-roman'] : []), ...Object.keys(encodings)];
}

/** The lines with letters beyond ASCII: the others say nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
	if (bytes.length <= sampleSize) return bytes;
	const parts: Uint8Array[] = [];
	let size = 0;
	for (let start = 0; start < bytes.length && size < sampleSize; ) {
		const found = bytes.indexOf(0x0a, start);
		const end = found === -1 ? bytes.length : found + 1;
		const line = bytes.subarray(start, Math.min(end, start + sampleSize));
		if (line.some((byte) => byte > 0x7f)) {
			parts.push(line);
			size += line.length;
		}
		start = end;
	}
	return Buffer.concat(parts);
}
