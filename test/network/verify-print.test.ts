import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanForeign } from '../../src/network/clean-foreign.js';
import type { Failure } from '../../src/network/crawl/outcome.js';
import { type SoundPrint, verifyPrint } from '../../src/network/crawl/verify-print.js';
import { printOf } from '../../src/output/print.js';
import { readMini } from '../mini-handbook.js';

const home = 'https://moss.example/handbook/';
const now = new Date('2026-05-01T12:00:00Z');
const { value } = readMini({
	'group.md': '---\nname: Moss\npurpose: To grow\nnetworks: [https://network.example/]\n---\n',
	'practices/a.md': '# A\n',
	'roles/b.md': '---\naliases: [roles/c]\n---\n# B\n',
});
const sound = JSON.parse(JSON.stringify(printOf(value, { url: home, generator: 'sporeprint/1' })));

type Data = Record<string, unknown>;

function verify(change: Data | ((print: { [key: string]: Data } & { entries: Data[] }) => unknown) = {}): SoundPrint | Failure {
	const copy = structuredClone(sound);
	const data = typeof change === 'function' ? (change(copy) ?? copy) : { ...copy, ...change };
	return verifyPrint(Buffer.from(JSON.stringify(data)), `${home}handbook.json`, now);
}

function entry(change: Data): SoundPrint | Failure {
	return verify(({ entries }) => void Object.assign(entries[0] ?? {}, change));
}

describe('a print of the engine', () => {
	test('is read whole', () => {
		expect(verify()).toMatchObject({
			type: 'handbook',
			home,
			group: { name: 'Moss', purpose: 'To grow', networks: ['https://network.example/'] },
			entries: [
				{ id: 'practices/a', kind: 'practice', title: 'A', url: `${home}practices/a/` },
				{ id: 'roles/b', kind: 'role' },
			],
			aliases: [{ from: 'roles/c', to: 'roles/b' }],
			bundle: { url: `${home}handbook.ndjson` },
		});
	});
});

describe('what is needed and not sound makes a print useless:', () => {
	test.each<[string, Data, RegExp]>([
		['no version', { sporeprint: undefined }, /no field “sporeprint”/],
		['a later version', { sporeprint: 2 }, /a print of version 2, and this program reads version 1/],
		['a version of a thousand signs', { sporeprint: 'x'.repeat(1000) }, /version "x{19}, and/],
		['no address', { url: undefined }, /does not say which handbook it is of/],
		['an address that is none of the web', { url: 'file:///etc/passwd' }, /does not say which handbook it is of/],
		['no group', { group: undefined }, /does not say what the group is called/],
		['a group that is a list', { group: ['Moss'] }, /does not say what the group is called/],
		['a group with an empty name', { group: { name: ' \u202e ' } }, /does not say what the group is called/],
		['a group with an endless name', { group: { name: 'x'.repeat(201) } }, /does not say what the group is called/],
		['no texts', { entries: undefined }, /it has no list of texts/],
		['texts that are no list', { entries: {} }, /it has no list of texts/],
		['too many texts', { entries: Array(5001).fill({}) }, /it has 5001 texts. A handbook may have 5000/],
		['no bundle', { bundle: undefined }, /“bundle › url” is missing or faulty/],
		['a bundle without a hash', { bundle: { url: `${home}x`, bytes: 1 } }, /“bundle › sha256” is missing or faulty/],
		[
			'a bundle on another site',
			{ bundle: { url: 'https://other.example/x', bytes: 1, sha256: 'a'.repeat(64) } },
			/stand at other\.example\/x, which is not below https:\/\/moss\.example\/handbook\//,
		],
		['a bundle above the handbook', { bundle: { url: `${home}../x`, bytes: 1, sha256: 'a'.repeat(64) } }, /is not below/],
	])('%s', (_, change, message) => {
		expect(verify(change)).toMatchObject({ type: 'failed', fault: { code: 'print-invalid', message: expect.stringMatching(message) } });
	});

	test.each<[string, Data, RegExp]>([
		['no id', { id: undefined }, /“id” of its text number 1 is missing or faulty/],
		['an id that is a path', { id: '../../etc/passwd' }, /“id” of its text number 1 is missing or faulty/],
		['an id that is too long', { id: 'x'.repeat(201) }, /longer than 200 characters/],
		['an unknown kind', { kind: 'spell' }, /“kind”/],
		['no title', { title: undefined }, /“title”/],
		['a title of nothing that is seen', { title: '\u0000\u200f \n' }, /“title”/],
		['a title that is too long', { title: 'x'.repeat(201) }, /longer than 200 characters/],
		['a title that is far too long', { title: 'x'.repeat(300_000) }, /“title”/],
		['no language', { lang: 'English' }, /“lang”/],
		['no licence', { licence: 'All mine' }, /“licence”/],
		['no hash', { sha256: 'A'.repeat(64) }, /“sha256”/],
		['no hash of its body', { bodySha256: null }, /“bodySha256”/],
		['a script for an address', { url: 'javascript:alert(1)' }, /“url” of its text/],
		['an address on another site', { url: 'https://moss.example.evil.example/handbook/a/' }, /“url” or “sourceUrl” of its text number 1 does not stand below https:\/\/moss\.example\/handbook\//],
		['an address in another folder', { url: 'https://moss.example/other/' }, /does not stand below/],
		['an address that climbs out', { sourceUrl: `${home}a/../../other.md` }, /does not stand below/],
		['an address that climbs out in disguise', { sourceUrl: `${home}%2e%2E/other.md` }, /does not stand below/],
		['an address that begins with a name', { url: 'https://moss.example/handbook/@evil.example/'.replace('https://', 'https://a:b@') }, /does not stand below/],
		['an address without encryption', { url: `${home}a/`.replace('https', 'http') }, /does not stand below/],
		['an id that is there twice', { id: 'roles/b' }, /two of its texts have the id “roles\/b”/],
	])('a text with %s', (_, change, message) => {
		expect(entry(change)).toMatchObject({ type: 'failed', fault: { code: 'print-invalid', message: expect.stringMatching(message) } });
	});

	test.each(['null', '[]', '"print"', '7', '', '{"sporeprint":1', '\ufffe'])('other data: %s', (text) => {
		expect(verifyPrint(Buffer.from(text), `${home}handbook.json`, now)).toMatchObject({ type: 'failed', fault: { code: 'print-invalid' } });
	});
});

describe('what may be absent is left out when it is faulty, and what is unknown is ignored:', () => {
	test.each<[string, Data]>([
		['fields of later versions', { flavour: 'umami', entries: sound.entries.map((each: Data) => ({ ...each, mood: { of: ['the', 'day'] } })) }],
		['facts about a group', { group: { ...sound.group, size: 'huge', country: 'Narnia', contact: ['a'], summary: 'x'.repeat(200), mascot: 'snail', nav: [] } }],
		['a generator', { generator: undefined }],
		['a repository', { repo: 'git' }],
		['a repository that is a script', { repo: { url: 'javascript:alert(1)', commit: 'HEAD; rm -rf /' } }],
		['no repository', { repo: undefined }],
		['a date', { generatedAt: 'yesterday' }],
		['an absurd date', { generatedAt: '9999-01-01T00:00:00Z' }],
		['a date that is a little ahead of us', { generatedAt: '2026-05-03T12:00:01Z' }],
		['tombstones', { tombstones: 'RIP' }],
		['one of the tombstones', { tombstones: [{ id: '../x', date: '2026' }, { id: 'y' }, null, { id: 'z'.repeat(201), date: '2026' }] }],
		['a former address', { aliases: [...sound.aliases, { from: '/', to: 'roles/b' }, { from: 'x', to: 'nowhere' }, { from: 'practices/a', to: 'roles/b' }, { from: 'roles/c', to: 'practices/a' }] }],
		['when a text was changed', { entries: sound.entries.map((each: Data) => ({ ...each, updated: 'last May' })) }],
		['facts of a text', { entries: sound.entries.map((each: Data) => ({ ...each, tags: 7, duration: 'long', basedOn: [{ url: 'javascript:1' }] })) }],
	])('%s', (_, change) => {
		expect(verify(change)).toEqual({ ...(verify() as SoundPrint), repo: {}, generatedAt: undefined });
	});

	test('a date of today is no absurd one', () => {
		expect(verify({ generatedAt: '2026-05-03T11:59:59Z' })).toMatchObject({ generatedAt: '2026-05-03T11:59:59Z' });
	});

	test('names that programs know change nothing', () => {
		const text = JSON.stringify(sound).replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},');
		const print = verifyPrint(Buffer.from(text.replace('"group":{', '"group":{"__proto__":{"url":"javascript:1"},')), `${home}handbook.json`, now);
		expect(print).toEqual(verify());
		expect(({} as Data).polluted).toBeUndefined();
	});
});

describe('the print of an index', () => {
	const members = [
		{ id: 'x', url: 'https://a.example/', state: 'fresh' },
		{ url: 'https://b.example/handbook.json?x' },
		{ url: 'https://a.example' },
		{ url: 'https://gone.example/', state: 'gone' },
		{ url: 'ftp://c.example/' },
		{ url: `https://d.example/${'x'.repeat(2000)}` },
		{ id: 'no-address' },
		null,
	];

	test('is known by its members, each of which counts once, and puts no words into their mouths', () => {
		expect(verify({ members })).toMatchObject({ type: 'index', members: ['https://a.example/', 'https://b.example/'], entries: [], aliases: [], tombstones: [] });
	});

	test('needs no texts', () => {
		expect(verify({ members, entries: undefined, bundle: undefined })).toMatchObject({ type: 'index' });
	});

	test('may list a thousand handbooks', () => {
		const list = (length: number) => Array.from({ length }, (_, at) => ({ url: `https://m${at}.example/` }));
		expect(verify({ members: list(1000) })).toMatchObject({ type: 'index' });
		expect(verify({ members: list(1001) })).toMatchObject({ type: 'failed', fault: { message: expect.stringContaining('lists 1001 handbooks. An index may have 1000.') } });
	});
});

test('whatever data comes in place of a part, there is a print or a sentence', () => {
	const keys = ['sporeprint', 'url', 'repo', 'aliases', 'group', 'bundle', 'entries', 'tombstones', 'members', 'generatedAt'];
	fc.assert(
		fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, part) => {
			const read = verify({ [key]: part });
			expect(['handbook', 'index', 'failed']).toContain(read.type);
		}),
		{ numRuns: 300 },
	);
});

describe('foreign text', () => {
	test.each([
		['a\u0000b\u001bc\u007fd\u0085e', 'abcde'],
		['\u202eevil\u2066\u2069\u061c\u200e\u200f', 'evil'],
		[' a\t\n\u2028\u00a0 b ', 'a b'],
		['a \u0000 b', 'a b'],
		['e\u0301', '\u00e9'],
		['\ud800x', '\ufffdx'],
		['👩‍🌾 نص עברית', '👩‍🌾 نص עברית'],
	])('%j is cleaned', (text, clean) => {
		expect(cleanForeign({ a: [text, { b: text }], c: 1, d: null, e: true })).toEqual({ a: [clean, { b: clean }], c: 1, d: null, e: true });
	});

	test('stays clean', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
				expect(cleanForeign(cleanForeign(text))).toBe(cleanForeign(text));
			}),
			{ numRuns: 1000 },
		);
	});

	test('of a million accents is cut short, which putting them into order would not be', () => {
		expect(cleanForeign(`a${'\u0301\u0316'.repeat(500_000)}b`).length).toBeLessThan(40);
	});

	test('in a field called __proto__ is a field', () => {
		const data = cleanForeign(JSON.parse('{"__proto__": {"a": "b\\u0000"}}') as object);
		expect([Object.getPrototypeOf(data) === Object.prototype, JSON.stringify(data)]).toEqual([true, '{"__proto__":{"a":"b"}}']);
	});
});
