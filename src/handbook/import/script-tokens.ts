/** A word, a sign or a value of a script. */
export interface ScriptToken {
	kind: 'word' | 'text' | 'number' | 'sign';
	/** The word, the sign or the text without its quotes; undefined for a text that is put together when the script runs. */
	value: string | undefined;
}

const blank = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/y;
const word = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const number = /\d[\d._]*/y;
const quoted = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const template = /`(?:[^`\\]|\\[\s\S])*`/y;
const pattern = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
const sign = /\.\.\.|=>|[=!]==?|[\s\S]/y;

/** Takes a script of JavaScript or TypeScript apart, without running it. */
export function scriptTokens(source: string): ScriptToken[] {
	const tokens: ScriptToken[] = [];
	let at = 0;
	const take = (form: RegExp): string | undefined => {
		form.lastIndex = at;
		const found = form.exec(source)?.[0];
		at += found?.length ?? 0;
		return found;
	};
	while (at < source.length) {
		if (take(blank) !== undefined) continue;
		const before = tokens.at(-1);
		const mayBePattern = before === undefined || (before.kind === 'sign' && !')]}'.includes(before.value ?? '')) || before.value === 'return';
		const text = take(quoted) ?? take(template);
		if (text !== undefined) tokens.push({ kind: 'text', value: text.startsWith('`') && text.includes('${') ? undefined : unquoted(text) });
		else if (mayBePattern && take(pattern) !== undefined) tokens.push({ kind: 'text', value: undefined });
		else {
			const name = take(word);
			const digits = name === undefined ? take(number) : undefined;
			tokens.push({ kind: name !== undefined ? 'word' : digits !== undefined ? 'number' : 'sign', value: name ?? digits ?? take(sign) });
		}
	}
	return tokens;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', '0': '\0', '\n': '' };

function unquoted(text: string): string {
	return text.slice(1, -1).replace(/\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi, (_whole, long?: string, short?: string, byte?: string, letter = '') => {
		const code = long ?? short ?? byte;
		if (code === undefined) return escapes[letter] ?? letter;
		return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : '';
	});
}
