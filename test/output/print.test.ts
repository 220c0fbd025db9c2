import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { bundleText } from '../../src/output/bundle.js';
import { printOf, printText } from '../../src/output/print.js';
import { printSchema } from '../../src/schema/print.js';
import { type MiniFiles, miniHandbook, packageRoot, readMini } from '../mini-handbook.js';
import { validatorOf } from '../schema/validator.js';

const publication = { url: 'https://example.org/our/handbook/', generator: 'sporeprint/0.0.0-test' };
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

const files: MiniFiles = {
	'group.md': '---\nname: Moss\nrepo: https://example.org/moss\nlanguages: [en, es]\nfounded: 2019\nlicence: CC0-1.0\nnetworks: [https://net.example.org/]\nnav: [pages/welcome]\n---\nWe are.\n',
	'pages/welcome.md': '# Welcome\n',
	'agreements/a.md':
		'---\ntitle: A\nstatus: adopted\nadoptedOn: 2024\nreviewEvery: P1Y\ndecisions: [{ date: 2024 }]\nobjections: [{ text: t }]\naliases: [agreements/old]\nbasedOn: [{ url: "https://example.org/a", licence: MIT, relation: adapted, retrieved: 2024-05 }]\nsupersedes: [agreements/a]\n---\n\nWords  \n',
	'practices/b.md':
		'---\ntitle: B\nsummary: Short.\nduration: 20\ngroupSize: { min: 3, max: 8 }\nsetting: [online]\ntags: [food, "café"]\nreasons: [care]\nstewards: Kitchen\nauthors: [X]\nlang: es\nlicence: MIT\nupdated: 2024-05\nrelated: [agreements/a]\n---\nCafe\u0301\r\n',
	'roles/c.md': '---\ntitle: C\nterm: P6M\nsince: 2024\n---\n',
	'decisions/d.md': '---\ntitle: D\nstatus: passed\ndate: 2024-05-17\nmethod: consent\nresultsIn: [agreements/a]\ntally: { agree: 5 }\n---\n',
	'stories/e.md': '---\ntitle: E\nabout: [practices/b]\nstarted: 2020\noutcome: failed\n---\n',
	'pages/f.md': '---\ntitle: F\norder: 2\nparent: pages/welcome\ntranslationOf: pages/welcome\n---\n',
};

const { value: handbook, problems } = readMini(files);
const print = printOf(handbook, publication);
const entry = (id: string) => print.entries.find((candidate) => candidate.id === id);

test('the handbook of these tests is sound', () => {
	expect(problems).toEqual([]);
});

describe('the print', () => {
	test('is valid against the schema that is shipped with it, and says so of a wrong one', () => {
		const validate = validatorOf('print-1.json');
		const read = JSON.parse(printText(handbook, publication)) as Record<string, unknown>;
		expect([validate(read), validate.errors]).toEqual([true, null]);
		expect(printSchema.safeParse(read).success).toBe(true);
		for (const wrong of [
			{ ...read, sporeprint: 2 },
			{ ...read, url: 'x' },
			{ ...read, entries: [{}] },
			{ ...read, bundle: {} },
			{ ...read, group: {} },
		])
			expect([validate(wrong), printSchema.safeParse(wrong).success]).toEqual([false, false]);
	});

	test('lets later versions say more', () => {
		const read = { ...print, later: 1, entries: print.entries.map((each) => ({ ...each, later: 1 })), group: { ...print.group, later: 1 } };
		expect(validatorOf('print-1.json')(JSON.parse(JSON.stringify(read)))).toBe(true);
	});

	test.each(['.', 'templates/handbook'])('of a real handbook is valid too: %s', (folder) => {
		const { value } = readHandbook(`${packageRoot}${folder}`);
		const validate = validatorOf('print-1.json');
		expect([validate(JSON.parse(printText(value, publication))), validate.errors]).toEqual([true, null]);
		const line = validatorOf('bundle-1.json');
		for (const text of bundleText(value).trimEnd().split('\n')) expect([line(JSON.parse(text)), line.errors]).toEqual([true, null]);
	});

	test('says what made it, of what, and who the group is', () => {
		expect(print).toMatchObject({
			sporeprint: 1,
			generator: 'sporeprint/0.0.0-test',
			url: publication.url,
			repo: { url: 'https://example.org/moss', commit: undefined },
			aliases: [{ from: 'agreements/old', to: 'agreements/a' }],
			group: { name: 'Moss', languages: ['en', 'es'], founded: '2019', licence: 'CC0-1.0', networks: ['https://net.example.org/'] },
			tombstones: [],
		});
		expect(print.group).not.toHaveProperty('nav');
		expect(print).not.toHaveProperty('generatedAt');
	});

	test('names the licence and the language of a group that names none', () => {
		expect(printOf(readMini({}).value, publication).group).toEqual({ name: 'Moss', languages: ['en'], licence: 'CC-BY-SA-4.0' });
	});

	test('has the entries in reading order, with the fields by which they are found', () => {
		expect(print.entries.map(({ id }) => id)).toEqual(handbook.entries.map(({ id }) => id));
		expect(print.entries[0]?.id).toBe('pages/welcome');
		expect(JSON.parse(JSON.stringify(entry('practices/b')))).toEqual({
			id: 'practices/b',
			kind: 'practice',
			title: 'B',
			summary: 'Short.',
			lang: 'es',
			url: 'https://example.org/our/handbook/practices/b/',
			sourceUrl: 'https://example.org/our/handbook/practices/b.md',
			updated: '2024-05',
			tags: ['food', 'café'],
			reasons: ['care'],
			licence: 'MIT',
			stewards: ['Kitchen'],
			authors: ['X'],
			sha256: expect.any(String),
			bodySha256: expect.any(String),
			related: ['agreements/a'],
			duration: { min: 20, max: 20 },
			groupSize: { min: 3, max: 8 },
			setting: ['online'],
		});
		expect(entry('agreements/a')).toMatchObject({ status: 'adopted', adoptedOn: '2024', reviewEvery: 'P1Y', aliases: ['agreements/old'], basedOn: [{ relation: 'adapted', retrieved: '2024-05' }] });
		expect(entry('roles/c')).toMatchObject({ term: 'P6M', since: '2024' });
		expect(entry('decisions/d')).toMatchObject({ status: 'passed', date: '2024-05-17', method: 'consent', resultsIn: ['agreements/a'] });
		expect(entry('stories/e')).toMatchObject({ about: ['practices/b'], started: '2020', outcome: 'failed' });
		expect(entry('pages/f')).toMatchObject({ order: 2, parent: 'pages/welcome', translationOf: 'pages/welcome' });
	});

	test('has whole addresses, below the address of the site', () => {
		const addresses = [print.bundle.url, ...print.entries.flatMap(({ url, sourceUrl }) => [url, sourceUrl])];
		expect(addresses.filter((address) => !address.startsWith(publication.url))).toEqual([]);
		expect(print.bundle.url).toBe('https://example.org/our/handbook/handbook.ndjson');
	});

	test('has hashes over the text in NFC, with LF and without space at the end of lines', () => {
		expect(entry('agreements/a')?.bodySha256).toBe(sha256('\nWords'));
		expect(entry('practices/b')?.bodySha256).toBe(sha256('Caf\u00e9'));
		expect(entry('practices/b')?.sha256).toBe(sha256(String(files['practices/b.md']).replace('e\u0301', '\u00e9').replace('\r\n', '')));
		expect(entry('roles/c')?.bodySha256).toBe(sha256(''));
	});

	test('has the same hashes for the same words, however they are stored', () => {
		const hashes = (source: string) => {
			const [only] = printOf(readMini({ 'pages/x.md': source }).value, publication).entries;
			return [only?.sha256, only?.bodySha256];
		};
		const source = '---\ntitle: Café\n---\n\n# Größe\n\nWords\n';
		for (const stored of [source.normalize('NFD'), source.replaceAll('\n', '\r\n'), `\uFEFF${source}`, source.trimEnd(), `${source}\n\n`, source.replaceAll('\n', '  \n')])
			expect(hashes(stored)).toEqual(hashes(source));
		expect(hashes(source.replace('title: Café', 'title: Tea'))[1]).toBe(hashes(source)[1]);
		expect(hashes(source.replace('title: Café', 'title: Tea'))[0]).not.toBe(hashes(source)[0]);
		expect(hashes(source.replace('Words', 'Other'))[1]).not.toBe(hashes(source)[1]);
	});

	test('has the same bytes for the same content', () => {
		const again = readHandbook(miniHandbook(Object.fromEntries(Object.entries(files).reverse()))).value;
		expect(printText(again, publication)).toBe(printText(handbook, publication));
		expect(bundleText(again)).toBe(bundleText(handbook));
		expect(printText(handbook, publication)).toMatch(/^\{\n\t"sporeprint": 1,[\s\S]*\}\n$/);
	});
});

describe('the bundle', () => {
	const text = bundleText(handbook);
	const lines = text
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as { id: string; head: string; body: string; fields: unknown });

	test('has a line for each entry, in the same order, and the print knows its size and hash', () => {
		expect(lines.map(({ id }) => id)).toEqual(print.entries.map(({ id }) => id));
		expect(text.endsWith('\n')).toBe(true);
		expect(print.bundle).toEqual({ url: expect.any(String), sha256: sha256(text), bytes: Buffer.byteLength(text) });
		expect(Buffer.byteLength(text)).toBeGreaterThan(text.length);
	});

	test('has lines that are valid against their schema', () => {
		const validate = validatorOf('bundle-1.json');
		for (const line of lines) expect([validate(line), validate.errors]).toEqual([true, null]);
		expect(validate({ ...lines[0], kind: 'poem' })).toBe(false);
	});

	test('has everything: all facts, the text, and what stands above it, which together are the source that the hashes are of', () => {
		const line = lines.find(({ id }) => id === 'agreements/a');
		expect(line).toEqual({
			id: 'agreements/a',
			kind: 'agreement',
			fields: expect.objectContaining({ decisions: [{ date: '2024' }], objections: [{ text: 't' }], supersedes: ['agreements/a'] }),
			head: String(files['agreements/a.md']).replace('\nWords  \n', ''),
			body: '\nWords  \n',
		});
		for (const { id, head, body } of lines) {
			const source = head + body;
			const normal = (words: string) =>
				words
					.normalize('NFC')
					.replace(/[^\S\n]+$/gm, '')
					.trimEnd();
			expect([entry(id)?.sha256, entry(id)?.bodySha256]).toEqual([sha256(normal(source)), sha256(normal(body))]);
		}
	});

	test('has no line break within a line, whatever the text holds', () => {
		const odd = 'a\u2028b\u2029c\u0085d\u000be "quoted" \\ </script>';
		const [line = '', rest] = bundleText(readMini({ 'pages/x.md': odd }).value).split('\n');
		expect(rest).toBe('');
		expect((JSON.parse(line) as { body: string }).body).toBe(odd);
	});

	test('is empty for an empty handbook', () => {
		const { value } = readMini({});
		expect(bundleText(value)).toBe('');
		expect(printOf(value, publication).bundle).toMatchObject({ bytes: 0, sha256: sha256('') });
	});
});
