import { describe, expect, test } from 'vitest';
import { byteHash } from '../../src/lib/text-hash.js';
import { verifyBundle } from '../../src/network/crawl/verify-bundle.js';
import { type SoundPrint, verifyPrint } from '../../src/network/crawl/verify-print.js';
import { bundleText } from '../../src/output/bundle.js';
import { printOf } from '../../src/output/print.js';
import { readMini } from '../mini-handbook.js';

type HandbookPrint = Extract<SoundPrint, { type: 'handbook' }>;
type Line = Record<string, unknown>;

const home = 'https://moss.example/';
const { value } = readMini({ 'practices/a.md': '---\ntitle: A\n---\nOne.\n', 'roles/b.md': '# B\n' });
const lines = bundleText(value)
	.trimEnd()
	.split('\n')
	.map((line) => JSON.parse(line) as Line);
const sound = verifyPrint(Buffer.from(JSON.stringify(printOf(value, { url: home, generator: 'x' }))), home, new Date()) as HandbookPrint;

/** Verifies a bundle whose own hash the print has right, whatever is in it. */
function verify(text: string | Uint8Array, print: HandbookPrint = sound): ReturnType<typeof verifyBundle> {
	const bytes = Buffer.from(text);
	return verifyBundle(bytes, { ...print, bundle: { ...print.bundle, bytes: bytes.byteLength, sha256: byteHash(bytes) } });
}

function ndjson(list: readonly unknown[]): string {
	return list.map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe('a bundle', () => {
	test('gives the sources of its print', () => {
		const sources = new Map([
			['practices/a', '---\ntitle: A\n---\nOne.\n'],
			['roles/b', '# B\n'],
		]);
		expect(verifyBundle(Buffer.from(bundleText(value)), sound)).toEqual(sources);
		expect(verify(ndjson(lines).trimEnd())).toEqual(sources);
		expect(verify(ndjson(lines.map((line) => ({ ...line, later: 1 })).reverse()))).toEqual(new Map([...sources].reverse()));
	});

	test('that is another file than the print says is of no use', () => {
		const text = bundleText(value);
		for (const bytes of [`${text} `, text.slice(0, -1), text.replace('One', 'Two')])
			expect(verifyBundle(Buffer.from(bytes), sound)).toMatchObject({ type: 'failed', fault: { code: 'bundle-different' } });
		expect(verifyBundle(Buffer.from(text), { ...sound, bundle: { ...sound.bundle, bytes: 1 } })).toMatchObject({ type: 'failed' });
	});

	test.each<[string, (a: Line, b: Line) => string, string]>([
		['lacks a text', (a) => ndjson([a]), '“roles/b” is missing'],
		['has a text twice', (a, b) => ndjson([a, b, a]), '“practices/a” is there twice'],
		['has a text too many', (a, b) => ndjson([a, b, { ...b, id: 'roles/c' }]), '“roles/c” is not among them'],
		['has a text of another kind', (a, b) => ndjson([{ ...a, kind: 'story' }, b]), '“practices/a” is another text'],
		['has another source', (a, b) => ndjson([{ ...a, head: '---\ntitle: B\n---\n' }, b]), '“practices/a” is another text'],
		['has another body', (a, b) => ndjson([{ ...a, body: 'Two.\n' }, b]), '“practices/a” is another text'],
		[
			'has the sources of others',
			(a, b) =>
				ndjson([
					{ ...a, head: b.head, body: b.body },
					{ ...b, head: a.head, body: a.body },
				]),
			'“practices/a” is another text',
		],
		['has a line that is no JSON', (a) => `${JSON.stringify(a)}\n{"id":\n`, 'line 2 cannot be read'],
		['has an empty line', (a, b) => `${JSON.stringify(a)}\n\n${JSON.stringify(b)}\n`, 'line 2 cannot be read'],
		['has a line of a hundred thousand brackets', () => '['.repeat(100_000), 'line 1 cannot be read'],
		['has a line that lacks the head', (a, b) => ndjson([{ ...a, head: undefined }, b]), 'line 1 cannot be read'],
	])('that %s is of no use', (_, build, what) => {
		const [a = {}, b = {}] = lines;
		expect(verify(build(a, b))).toEqual({ type: 'failed', fault: { code: 'bundle-different', message: `The texts at moss.example/handbook.ndjson are not those of the print: ${what}.` } });
	});

	test('with a million accents on a letter is turned away without putting them into order', () => {
		const [a = {}, b = {}] = lines;
		expect(verify(ndjson([{ ...a, head: `a${'\u0301\u0316'.repeat(500_000)}` }, b]))).toMatchObject({ type: 'failed', fault: { message: expect.stringContaining('a thousand accents') } });
	});
});
