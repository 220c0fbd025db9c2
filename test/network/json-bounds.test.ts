import { describe, expect, test } from 'vitest';
import { parseForeignJson } from '../../src/network/web/json-bounds.js';

function parse(text: string): ReturnType<typeof parseForeignJson> {
	return parseForeignJson(Buffer.from(text));
}

test.each(['{"a": [1, 2.5, true, null, "x"]}', '[]', '"text"', '0', 'null', ' \n{}\t', '"[[[[\\"{{{\\\\"', '{"a]": "}"}', '"naïve ツ 🍄"'])('%s is read', (text) => {
	expect(parse(text)).toEqual({ value: JSON.parse(text) });
});

test('a byte order mark at the beginning is no part of it', () => {
	expect(parse('\ufeff{}')).toEqual({ value: {} });
});

test.each(['{', '[1,', '{"a":1', '"', '"\\', "{'a': 1}", '{a: 1}', '[1,]', '[] []', 'NaN', '// x\n{}', '<!doctype html>', '{"sporeprint": 1, "entr', '\u0000'])('%j is not JSON', (text) => {
	expect(parse(text)).toEqual({ fault: 'It is not JSON, or breaks off in the middle.' });
});

test.each(['', ' ', '\n\t\r\n', '\ufeff'])('%j is empty', (text) => {
	expect(parse(text)).toEqual({ fault: 'It is empty.' });
});

test.each([
	['Latin-1', Buffer.from('{"a":"café"}', 'latin1')],
	['UTF-16', Buffer.from('{"a":1}ツ', 'utf16le')],
	['a letter that breaks off', Buffer.from('"ツ').subarray(0, 3)],
	['half a pair', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
	['an overlong sign', Uint8Array.of(0x22, 0xc0, 0xaf, 0x22)],
])('%s is not UTF-8', (_, bytes) => {
	expect(parseForeignJson(bytes)).toEqual({ fault: 'It is not stored as UTF-8.' });
});

describe('depth', () => {
	const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`;

	test.each([
		['[', ']'],
		['{"a":', '}'],
		['[{"a":', '}]'],
	])('64 levels of %s are read, and 65 are not', (open, close) => {
		const each = open.startsWith('[{') ? 2 : 1;
		expect(parse(nested(64 / each, open, close))).toHaveProperty('value');
		expect(parse(nested(Math.ceil(65 / each), open, close))).toEqual({ fault: 'It is nested deeper than 64 levels.' });
	});

	test('lists beside each other are not deeper', () => {
		expect(parse(`[${Array(1000).fill('[[]]').join()}]`)).toHaveProperty('value');
	});

	test('brackets in a text are no lists', () => {
		expect(parse(JSON.stringify('["'.repeat(1000)))).toEqual({ value: '["'.repeat(1000) });
	});

	test.each(['[', '{"a":', '[{'])('4 MiB of %s are refused without being built', (piece) => {
		expect(parse(piece.repeat(Math.floor((4 * 1024 * 1024) / piece.length)))).toEqual({ fault: 'It is nested deeper than 64 levels.' });
	});
});

test('more values than a print can have are refused without being built', () => {
	expect(parse(`[${'1,'.repeat(1_000_001)}1]`)).toEqual({ fault: 'It has more than 1,000,000 values.' });
});

describe('names that mean something to the program', () => {
	const text = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "a": {"__proto__": [1], "toString": 1}}';

	test('are plain properties', () => {
		const result = parse(text);
		if (!('value' in result)) throw new Error(result.fault);
		expect(Object.keys(result.value as object)).toEqual(['__proto__', 'constructor', 'a']);
		expect(Object.getPrototypeOf(result.value)).toBe(Object.prototype);
	});

	test('change nothing else', () => {
		parse(text);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
		expect([].toString()).toBe('');
	});
});
