import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import type { AdoptedEntry } from '../../src/handbook/update/adopted-entries.js';
import { adoptedEntries } from '../../src/handbook/update/adopted-entries.js';
import { readBase } from '../../src/handbook/update/kept-base.js';
import { copyVersion, type ParentVersion } from '../../src/handbook/update/parent-copy.js';
import { type MergePlan, planMerge } from '../../src/handbook/update/plan-merge.js';
import { proposalText } from '../../src/handbook/update/proposal-text.js';
import { sourceDifference } from '../../src/handbook/update/source-difference.js';
import { sourceReasons } from '../../src/handbook/update/source-reasons.js';
import { localDisk, Refusal, type UpdateDisk, writeChanged, writeMerge, writeNew } from '../../src/handbook/update/write-update.js';
import { textHash } from '../../src/lib/text-hash.js';
import { readFrontMatter } from '../../src/markdown/front-matter.js';
import { emptyFolder, miniHandbook } from '../mini-handbook.js';
import { filesBelow } from '../network/crawled-network.js';

const url = 'https://moss.example/practices/round/';
const before = '---\ntitle: Round\nduration: 10\n---\n\nWe speak in turn.\n\nWe end on time.\n';
const after = '---\ntitle: Round\nduration: 12\n---\n\nWe speak in turn, slowly.\n\nWe end on time.\n';
const newFacts = before.replace('10', '12');
const hashOf = (source: string): string => textHash(readFrontMatter(source).body);

function versionOf(source: string): ParentVersion {
	const { data, body } = readFrontMatter(source);
	return { id: 'practices/round', title: 'Round', licence: 'CC0-1.0', page: url, data, body };
}

/** A handbook with a copy of the round in which the end was changed. */
function copied(): string {
	const copy = `---\ntitle: Round\nduration: 10\nlicence: CC0-1.0\nbasedOn:\n  - url: ${url}\n    group: Moss\n    licence: CC0-1.0\n    relation: copied\n    sha256: ${hashOf(before)}\n    retrieved: 2026-05-17\n---\n\nWe speak in turn.\n\nWe end early.\n`;
	return miniHandbook({ 'practices/round.md': copy, [`.upstream/${hashOf(before)}.md`]: before });
}

/** The merge of another version of the round into that copy. */
function planOf(root: string, source: string): MergePlan {
	const [{ entry, lineage } = {} as AdoptedEntry] = adoptedEntries(readHandbook(root).value);
	const place = { kind: 'practice', parent: { home: 'https://moss.example/', pages: new Map(), aliases: [] }, ownLicence: 'CC-BY-SA-4.0', images: new Map() } as const;
	const base = copyVersion(versionOf(readBase(root, lineage.sha256) ?? ''), place);
	const theirs = copyVersion(versionOf(source), place);
	if (!base || !theirs) throw new Error('A copy is not harmless.');
	const upstream = { url, title: 'Round', group: 'Moss', licence: 'CC0-1.0', sha256: hashOf(source), source };
	const images = [{ path: 'practices/round-1.svg', bytes: new TextEncoder().encode('<svg/>') }];
	const planned = planMerge({ own: { path: entry.path, text: entry.source }, group: { name: 'Fern', licence: 'CC-BY-SA-4.0' }, lineage, base, theirs, upstream, images, today: '2026-06-01' });
	if ('fault' in planned) throw new Error(planned.fault);
	return planned.plan;
}

/** A disk whose call of a number fails; when it tears, a file is half written. */
function failingDisk(at: number): UpdateDisk & { calls: number } {
	const disk = { ...localDisk, calls: 0 };
	const attempt = (act: () => void, tear?: () => void): void => {
		disk.calls++;
		const fails = disk.calls === at;
		if (fails) tear?.();
		else act();
		if (fails) throw Object.assign(new Error('ENOSPC: it is full'), { code: 'ENOSPC' });
	};
	disk.makeFolder = (path) => attempt(() => localDisk.makeFolder(path));
	disk.write = (path, bytes) =>
		attempt(
			() => localDisk.write(path, bytes),
			() => writeFileSync(path, bytes.subarray(0, bytes.length / 2)),
		);
	disk.rename = (from, to) => attempt(() => localDisk.rename(from, to));
	disk.remove = (path) => attempt(() => localDisk.remove(path));
	return disk;
}

describe.each([
	['a text that changed', after],
	['facts that changed alone', newFacts],
])('writing a merge of %s', (_, source) => {
	test('loses nothing wherever it is broken off, and a second run comes to the same', () => {
		const original = copied();
		const whole = emptyFolder();
		cpSync(original, whole, { recursive: true });
		const counted = failingDisk(0);
		writeMerge(whole, planOf(whole, source), counted);
		const done = filesBelow(whole);
		expect(counted.calls).toBeGreaterThan(8);
		for (let at = 1; at <= counted.calls; at++) {
			const root = emptyFolder();
			cpSync(original, root, { recursive: true });
			expect(() => writeMerge(root, planOf(root, source), failingDisk(at)), String(at)).toThrow('ENOSPC');
			const torn = filesBelow(root);
			const own = 'content/practices/round.md';
			expect([filesBelow(original)[own], done[own]], String(at)).toContain(torn[own]);
			const { lineage } = adoptedEntries(readHandbook(root).value)[0] ?? {};
			expect(readBase(root, lineage?.sha256 ?? ''), String(at)).toBeDefined();
			expect(readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'))).toEqual([]);
			// What was not finished is not done yet, and is done by the next run. Afterwards only an old base may be left over.
			if (torn[own] === done[own]) continue;
			writeMerge(root, planOf(root, source));
			expect(filesBelow(root), String(at)).toEqual(done);
		}
	});
});

describe('writing', () => {
	test('is refused when somebody has changed the file meanwhile', () => {
		const root = copied();
		const plan = planOf(root, after);
		writeFileSync(join(root, 'content/practices/round.md'), 'Mine');
		const files = filesBelow(root);
		expect(() => writeMerge(root, plan)).toThrow(Refusal);
		expect(filesBelow(root)).toEqual(files);
	});

	test('of a proposal that breaks off leaves nothing', () => {
		const root = copied();
		const files = filesBelow(root);
		const file = { path: 'decisions/a.md', bytes: new TextEncoder().encode('A text') };
		for (const at of [1, 2, 3]) {
			expect(() => writeNew(root, file, failingDisk(at))).toThrow('ENOSPC');
			expect(filesBelow(root)).toEqual(files);
		}
		writeNew(root, file);
		expect(() => writeNew(root, file)).toThrow('is there already');
	});
});

describe('giving a file another text', () => {
	const change = { path: 'pages/a.md', before: '\uFEFFold\r\n', text: '\uFEFFnew\r\n' };

	test('keeps every byte of it', () => {
		const root = miniHandbook({ 'pages/a.md': change.before });
		writeChanged(root, change);
		expect(readFileSync(join(root, 'content/pages/a.md'), 'utf8')).toBe(change.text);
	});

	test('leaves the old one whole, and nothing beside it, wherever it breaks off', () => {
		const root = miniHandbook({ 'pages/a.md': change.before });
		const before = filesBelow(root);
		for (const at of [1, 2, 3]) {
			expect(() => writeChanged(root, change, failingDisk(at)), String(at)).toThrow('ENOSPC');
			expect(filesBelow(root)).toEqual(before);
		}
	});

	test('is refused when somebody has changed it meanwhile, and through a symbolic link', () => {
		const root = miniHandbook({ 'pages/a.md': 'ours' });
		expect(() => writeChanged(root, change)).toThrow('content/pages/a.md was changed by somebody meanwhile');
		symlinkSync(join(root, 'content/pages/a.md'), join(root, 'content/pages/b.md'));
		expect(() => writeChanged(root, { ...change, path: 'pages/b.md' })).toThrow('content/pages/b.md is a symbolic link');
	});
});

describe('a difference', () => {
	test('is told in words, paragraph by paragraph, with what did not change counted', () => {
		expect(sourceDifference('# A\n\nOne two three.\n\nB.\n\nC.\n', '# A\n\nOne **two** four three.\n\nB.\n\nC.\n\nD.\n')).toEqual([
			{ type: 'same', count: 1 },
			{
				type: 'changed',
				words: [
					{ is: 'same', text: 'One two' },
					{ is: 'added', text: 'four' },
					{ is: 'same', text: 'three.' },
				],
			},
			{ type: 'same', count: 2 },
			{ type: 'added', text: 'D.', isCode: false },
		]);
	});

	test('shows where a link leads when only that has changed', () => {
		expect(sourceDifference('See [it](https://a.example/).\n', 'See [it](https://b.example/).\n')).toEqual([
			{
				type: 'changed',
				words: [
					{ is: 'same', text: 'See' },
					{ is: 'removed', text: '[it](https://a.example/).' },
					{ is: 'added', text: '[it](https://b.example/).' },
				],
			},
		]);
	});

	test('leaves code in its lines', () => {
		expect(sourceDifference('```\na\nb\n```\n', '```\na\nc\n```\n')).toEqual([
			{ type: 'removed', text: '```\na\nb\n```', isCode: true },
			{ type: 'added', text: '```\na\nc\n```', isCode: true },
		]);
	});
});

describe('reasons', () => {
	const now = {
		reviews: [
			{ date: '2026-01-01', outcome: 'kept' },
			{ date: '2026-06-01', outcome: 'changed', note: 'Too short' },
		],
		objections: [{ text: 'Too loud', by: 'Night shift', state: 'integrated', response: 'Doors are closed' }],
		decisions: [{ date: '2026-06', method: 'consent', url: 'https://moss.example/d/', note: 'Three minutes' }],
	};

	test('are what the facts say now and did not say before', () => {
		const before = { reviews: [{ date: '2026-01-01', outcome: 'kept' }] };
		expect(sourceReasons({ kind: 'agreement', now, before }).map(({ text }) => text)).toEqual([
			'They looked at it again and changed it: Too short.',
			'They decided it (consent): Three minutes.',
			'Objection of Night shift (taken into account): Too loud. Answer: Doors are closed',
		]);
	});

	test('are those since it was taken when nobody knows what was there before', () => {
		expect(sourceReasons({ kind: 'agreement', now, retrieved: '2026-05-17' }).map(({ type }) => type)).toEqual(['review', 'decision', 'objection']);
	});

	test('that cannot be read are none', () => {
		expect(sourceReasons({ kind: 'agreement', now: { reviews: 'x', decisions: [{ date: 'soon' }] } })).toEqual([]);
	});
});

test('a proposal says how to go on when nothing can be merged', () => {
	const text = proposalText({
		own: { id: 'practices/round', title: 'Round', address: '../practices/round.md' },
		group: 'Moss',
		url,
		facts: [],
		parts: [],
		since: 'own',
		reasons: [],
		versions: [],
		sha256: 'x',
		canMerge: false,
	});
	expect(text).toContain('change your text by hand');
	expect(text).not.toContain('--merge');
	expect(text).toContain('Their text does not say why.');
});
