/** The bytes of a text in an encoding that Node can only read: every byte and pair of bytes is read once, and looked up the other way. */
export function encodeAs(text: string, encoding: string): Uint8Array {
	if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
	if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
	if (encoding === 'iso-2022-jp') return iso2022(text);
	const table = tableOf(encoding);
	return Uint8Array.from([...text].flatMap((letter) => table.get(letter) ?? fail(letter, encoding)));
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
	const known = tables.get(encoding);
	if (known) return known;
	const table = new Map<string, number[]>();
	const add = (...bytes: number[]): void => {
		const letters = [...new TextDecoder(encoding).decode(Uint8Array.from(bytes))];
		if (letters.length === 1 && letters[0] !== '\ufffd' && !table.has(letters[0] ?? '')) table.set(letters[0] ?? '', bytes);
	};
	for (let byte = 0; byte < 256; byte += 1) add(byte);
	if (/^(?:shift|euc|gb|big)/.test(encoding)) for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail);
	tables.set(encoding, table);
	return table;
}

/** ASCII and JIS X 0208 with escapes between them: the pairs of EUC-JP without their high bits. */
function iso2022(text: string): Uint8Array {
	const table = tableOf('euc-jp');
	const bytes: number[] = [];
	let japanese = false;
	for (const letter of text) {
		const found = table.get(letter) ?? fail(letter, 'iso-2022-jp');
		if (found.length > 1 !== japanese) {
			japanese = found.length > 1;
			bytes.push(...(japanese ? [0x1b, 0x24, 0x42] : [0x1b, 0x28, 0x42]));
		}
		bytes.push(...found.map((byte) => byte & 0x7f));
	}
	return Uint8Array.from(japanese ? [...bytes, 0x1b, 0x28, 0x42] : bytes);
}

function fail(letter: string, encoding: string): never {
	throw new Error(`${encoding} has no “${letter}”.`);
}
