/** How files say in which encoding they are: HTML, XML, and the lines that editors read at the top or the end. */
const declarations = [
	/<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i,
	/<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i,
	/-\*-[^\n]{0,200}?\bcoding\s*:\s*([\w.-]+)/i,
	/\b(?:vim?|ex):[^\n]{0,200}?\bf(?:ile)?enc(?:oding)?\s*=\s*([\w.-]+)/i,
];

/** How far from the top or the end a file speaks of itself, in bytes. */
const reach = 2048;

/** The encoding that a file names, as browsers call it; undefined when it names none that is known. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
	const ends = [bytes.subarray(0, reach), bytes.subarray(Math.max(reach, bytes.length - reach))];
	const words = ends.map((part) => Buffer.from(part).toString('latin1')).join('\n');
	const name = declarations.map((declaration) => declaration.exec(words)?.[1]).find((found) => found !== undefined);
	try {
		// Editors add how lines end: utf-8-unix, latin-1-dos.
		return name === undefined ? undefined : new TextDecoder(name.replace(/-(?:unix|dos|mac)$/i, '').replace(/^latin-(?=\d)/i, 'latin')).encoding;
	} catch {
		return undefined;
	}
}
