import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readState } from '../../../src/handbook/import/again/handbook-state.js';
import { type ImportOptions, planImport } from '../../../src/handbook/import/plan-import.js';
import type { ImportReport } from '../../../src/handbook/import/report.js';
import { type WriteOptions, writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { archiveOf } from '../../../src/output/archive.js';
import { contentsOf, folderOf, sourceOf } from './source-folder.js';

type Files = Record<string, string>;

const garden: Files = {
	'SUMMARY.md': '* [Water](water.md)\n* [Bees](bees.md)\n* [Quiet](agreements/quiet.md)\n',
	'water.md': '# Water\n\nWe water at dusk.\n\nNever at noon.\n\n![Can](can.png)\n\nSee the [bees](bees.md).\n',
	'bees.md': '# Bees\n\nThe hives stand by the wall.\n',
	'agreements/quiet.md': '# Quiet\n\nStatus: adopted\n\nFrom ten it is quiet.\n',
	'can.png': 'first picture',
};

/** A handbook that was imported from a source, and what a second import makes of it. */
function imported(
	source: Files = garden,
	own: Files = {},
): { root: string; again(changed: Files, options?: ImportOptions & WriteOptions): ImportReport; read(path: string): string; write(path: string, text: string): void } {
	const root = folderOf(own);
	const again = (files: Files, { force = false, dryRun = false, ...options }: ImportOptions & WriteOptions = {}): ImportReport => {
		const { value } = planImport(sourceOf(folderOf(files)), { state: readState(root), ...options });
		if (!value) throw new Error('This source should be one that can be imported.');
		return writeImport(value, root, { force, dryRun });
	};
	again(source);
	return {
		root,
		again,
		read: (path) => readFileSync(join(root, 'content', path), 'utf8'),
		write: (path, text) => {
			mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
			writeFileSync(join(root, 'content', path), text);
		},
	};
}

const files = (places: readonly { file: string }[]): string[] => places.map(({ file }) => file.replace('content/', ''));

describe('a second import', () => {
	test('of an unchanged source writes nothing, whatever the author has done', () => {
		const { root, again, write } = imported();
		write('water.md', '---\ntitle: Water\n---\n\n# Water\n\nOur own words.\n');
		renameSync(join(root, 'content/bees.md'), join(root, 'content/hives.md'));
		const before = contentsOf(root);
		const report = again(garden);
		expect(report).toMatchObject({ isAgain: true, nothingChanged: true, done: { keptEdits: [{ file: 'content/water.md' }] } });
		expect(contentsOf(root)).toEqual(before);
	});

	test('replaces what changed in the source and nobody has touched', () => {
		const { again, read } = imported();
		const { done, lookFirst } = again({ ...garden, 'bees.md': '# Bees\n\nThe hives stand by the pond.\n', 'can.png': 'second picture' });
		expect(files(done.replaced)).toEqual(['can.png', 'bees.md']);
		expect(read('bees.md')).toContain('by the pond');
		expect(read('can.png')).toBe('second picture');
		expect(lookFirst.conflicts).toEqual([]);
		expect(again({ ...garden, 'bees.md': '# Bees\n\nThe hives stand by the pond.\n', 'can.png': 'second picture' }).nothingChanged).toBe(true);
	});

	test('merges changes of both in different places, in the text and among the facts', () => {
		const { again, read, write } = imported();
		write('agreements/quiet.md', read('agreements/quiet.md').replace('status: adopted', 'status: trial\nsummary: Ours.').replace('quiet.\n', 'quiet.\n\nOurs too.\n'));
		const { done } = again({ ...garden, 'agreements/quiet.md': '# Quiet\n\nStatus: adopted\n\nFrom nine it is quiet.\n' });
		expect(files(done.merged)).toEqual(['agreements/quiet.md']);
		expect(read('agreements/quiet.md')).toBe('---\ntitle: Quiet\nstatus: trial\nsummary: Ours.\n---\n\n# Quiet\n\nStatus: adopted\n\nFrom nine it is quiet.\n\nOurs too.\n');
	});

	test('leaves what both changed in the same place to be decided, and check names it; until then nothing is merged again', () => {
		const { root, again, read, write } = imported();
		write('bees.md', read('bees.md').replace('by the wall', 'under the oak'));
		const report = again({ ...garden, 'bees.md': '# Bees\n\nThe hives stand by the pond.\n' });
		expect(report.lookFirst.conflicts).toEqual([{ from: 'bees.md', file: 'content/bees.md', lines: [7] }]);
		expect(readFileSync(join(root, 'import-report.md'), 'utf8')).toContain('### Texts in which you have something to decide (1)\n\nYou and the source have changed the same words.');
		expect(readHandbook(root).problems.map(({ code, file, line }) => `${code} ${file}:${line}`)).toContain('merge-undecided content/bees.md:7');
		expect(read('bees.md')).toContain('under the oak');
		expect(read('bees.md')).toContain('by the pond');

		const marked = read('bees.md');
		const later = again({ ...garden, 'bees.md': '# Bees\n\nThe hives stand on the roof.\n' });
		expect(later.lookFirst.notWritten[0]?.why).toContain('still to be decided');
		expect(read('bees.md')).toBe(marked);

		write('bees.md', '---\ntitle: Bees\n---\n\n# Bees\n\nThe hives stand under the oak.\n');
		expect(again({ ...garden, 'bees.md': '# Bees\n\nThe hives stand on the roof.\n' }).lookFirst.conflicts).toHaveLength(1);
	});

	test('does not merge into files that may hold code', () => {
		const source = { ...garden, 'page.mdx': '# Page\n\nWords.\n' };
		const { again, read, write } = imported(source);
		write('page.mdx', read('page.mdx').replace('Words', 'Our words'));
		expect(again({ ...source, 'page.mdx': '# Page\n\nOther words.\n\nMore.\n' }).lookFirst.notWritten[0]?.why).toContain('may hold code');
		expect(read('page.mdx')).toContain('Our words');
	});

	test('follows a text that the author has moved, and its links lead on', () => {
		const { root, again, read } = imported();
		mkdirSync(join(root, 'content/garden'));
		renameSync(join(root, 'content/water.md'), join(root, 'content/garden/water.md'));
		const { done } = again({ ...garden, 'water.md': garden['water.md']?.replace('dusk', 'dawn') ?? '' });
		expect(files(done.replaced)).toEqual(['garden/water.md']);
		expect(read('garden/water.md')).toContain('at dawn.\n\nNever at noon.\n\n![Can](../can.png)\n\nSee the [bees](../bees.md).');
		expect(Object.keys(contentsOf(root))).not.toContain('content/water.md');
	});

	test('follows a text by its id and by its former id, also when its words have changed', () => {
		const { root, again, read, write } = imported();
		rmSync(join(root, 'content/water.md'));
		rmSync(join(root, 'content/bees.md'));
		write('pages/dusk.md', '---\ntitle: Water\nid: water\n---\n\n# Water\n\nWe water at dusk.\n\nNever.\n');
		write('animals/bees.md', '---\ntitle: Bees\naliases:\n  - bees\n---\n\n# Bees\n\nThe hives stand by the wall.\n\nOurs.\n');
		again({ ...garden, 'water.md': garden['water.md']?.replace('at dusk', 'at dawn') ?? '', 'bees.md': '# Bees\n\nThe hives stand by the pond.\n' });
		expect(read('pages/dusk.md')).toContain('at dawn.\n\nNever.');
		expect(read('animals/bees.md')).toContain('by the pond.\n\nOurs.');
		expect(Object.keys(contentsOf(root))).not.toContain('content/bees.md');
	});

	test('does not bring back what the author has deleted, and says so once', () => {
		const { root, again } = imported();
		rmSync(join(root, 'content/bees.md'));
		rmSync(join(root, 'content/can.png'));
		expect(files(again(garden).lookFirst.deletedHere)).toEqual(['can.png', 'bees.md']);
		expect(again(garden).nothingChanged).toBe(true);
		expect(files(again({ ...garden, 'bees.md': '# Bees\n\nNew words.\n' }).lookFirst.deletedHere)).toEqual(['bees.md']);
		expect(Object.keys(contentsOf(root))).not.toContain('content/bees.md');
	});

	test('keeps what is gone from the source, and says so once', () => {
		const { again, read } = imported();
		const { 'bees.md': _gone, ...fewer } = garden;
		expect(again(fewer).lookFirst.goneInSource).toEqual([{ from: 'bees.md', file: 'content/bees.md' }]);
		expect(read('bees.md')).toContain('hives');
		expect(again(fewer).nothingChanged).toBe(true);
	});

	test('knows a renamed source by its words: the text keeps its place and its id', () => {
		const { root, again } = imported();
		const { 'bees.md': bees = '', ...others } = garden;
		const renamed = {
			...others,
			'SUMMARY.md': '* [Water](water.md)\n* [Bees](animals/honey bees.md)\n',
			'water.md': garden['water.md']?.replace('bees.md', 'animals/honey%20bees.md') ?? '',
			'animals/honey bees.md': bees,
		};
		const report = again(renamed);
		expect(report.lookFirst.goneInSource).toEqual([]);
		expect(Object.keys(contentsOf(root)).filter((path) => /bees/.test(path) && !path.includes('.imported'))).toEqual(['content/bees.md']);
	});

	test('gives new texts names that nobody has, and puts them into the order', () => {
		const { again, read, write } = imported();
		write('frost.md', 'Ours.\n');
		const report = again({ ...garden, 'frost.md': '# Frost\n\nCover the beds.\n', 'SUMMARY.md': `${garden['SUMMARY.md']}* [Frost](frost.md)\n` });
		expect(read('frost.md')).toBe('Ours.\n');
		expect(read('frost-2.md')).toContain('Cover the beds');
		expect(files(report.done.added)).toEqual(['frost-2.md']);
		expect(report.done.renamed).toEqual([{ from: 'frost.md', to: 'frost-2.md', wanted: 'frost.md' }]);
		expect(read('group.md')).toContain('  - agreements/quiet\n  - frost-2\n');
	});

	test('leaves a file alone that both have changed', () => {
		const { again, read, write } = imported();
		write('can.png', 'our picture');
		expect(again(garden).nothingChanged).toBe(true);
		expect(again({ ...garden, 'can.png': 'second picture' }).lookFirst.notWritten).toEqual([{ file: 'content/can.png', why: 'you and the source have both changed it' }]);
		expect(read('can.png')).toBe('our picture');
	});

	test('does not lift a fact again that the author has taken out', () => {
		const { again, read, write } = imported();
		expect(read('agreements/quiet.md')).toContain('status: adopted');
		write('agreements/quiet.md', read('agreements/quiet.md').replace('status: adopted\n', ''));
		again({ ...garden, 'agreements/quiet.md': `${garden['agreements/quiet.md']}\nAlso on Sundays.\n` });
		expect(read('agreements/quiet.md')).toBe('---\ntitle: Quiet\n---\n\n# Quiet\n\nStatus: adopted\n\nFrom ten it is quiet.\n\nAlso on Sundays.\n');
	});

	test('reports only what is new: facts that were listed before are not, and links are where they are now', () => {
		const { root, again, read, write } = imported();
		write('agreements/quiet.md', read('agreements/quiet.md').replace('# Quiet\n', '# Quiet\n\nOur long introduction.\n\nAnd more of it.\n'));
		const { done, lookFirst } = again({ ...garden, 'agreements/quiet.md': `${garden['agreements/quiet.md']}\nSee [gone](gone.md).\n\n---\n\nNext review: May 2027\n` });
		expect(done.lifted.map(({ field, value }) => [field, value])).toEqual([['reviewOn', '2027-05']]);
		const found = readHandbook(root).problems.filter(({ code }) => code === 'link-broken');
		expect(lookFirst.brokenLinks.map(({ file, fileLine }) => `${file}:${fileLine}`)).toEqual(found.map(({ file, line }) => `${file}:${line}`));
		expect(lookFirst).toMatchObject({ guesses: [], hidden: [] });
	});

	test('remembers what was said at the first: kinds, folders that stay out, language and licence', () => {
		const source = { ...garden, 'guides/x.md': '# X\n', 'old/y.md': '# Y\n' };
		const { root, again, read } = imported(source);
		again(source, { kinds: new Map([['guides', 'practice']]), leave: ['old'], language: 'fr', licence: 'CC0-1.0' });
		const report = again({ ...source, 'guides/new.md': '# New\n', 'old/z.md': '# Z\n' });
		expect(files(report.done.added)).toEqual(['practices/guides/new.md']);
		expect(report.left.leftOut).toEqual(['old/y.md', 'old/z.md']);
		expect(report.lookFirst.goneInSource).toEqual([]);
		expect(read('group.md')).toMatch(/languages:\n {2}- fr\n/);
		expect(read('group.md')).toContain('licence: CC0-1.0');
		expect(Object.keys(contentsOf(root))).toContain('content/old/y.md');
	});

	test('moves untouched texts to the folder of another kind when a person says so; others stay', () => {
		const source = { 'a.md': '[x](guides/x.md)\n', 'guides/x.md': '# X\n\nOne.\n', 'guides/y.md': '# Y\n' };
		const { root, again, read, write } = imported(source);
		write('guides/y.md', `${read('guides/y.md')}\nOurs.\n`);
		const report = again(source, { kinds: new Map([['guides', 'practice']]) });
		expect(report.done.moved).toEqual([{ from: 'guides/x.md', file: 'content/practices/guides/x.md', was: 'content/guides/x.md' }]);
		expect(read('practices/guides/x.md')).toContain('aliases:\n  - guides/x\n');
		expect(read('a.md')).toContain('[x](practices/guides/x.md)');
		expect(Object.keys(contentsOf(root))).not.toContain('content/guides/x.md');
		expect(read('guides/y.md')).toContain('Ours.');
		expect(again(source).nothingChanged).toBe(true);
	});

	test('keeps former addresses when the source gets others', () => {
		const source = { 'book.toml': '[book]\ntitle = "B"\n', 'src/SUMMARY.md': '* [A](a.md)\n', 'src/a.md': '---\naliases: [old/a]\n---\n# A\n\nWords.\n' };
		const { again, read } = imported(source);
		expect(read('a.md')).toContain('  - old/a');
		again({ ...source, 'src/a.md': '---\naliases: [newer/a]\n---\n# A\n\nWords.\n' });
		for (const address of ['newer/a', 'a.html', 'old/a']) expect(read('a.md')).toContain(`  - ${address}\n`);
	});

	test('with --force everything is as in the source again, and what is lost is listed', () => {
		const { root, again, read, write } = imported();
		write('water.md', read('water.md').replace('dusk', 'dawn'));
		write('own.md', 'Ours.\n');
		rmSync(join(root, 'content/bees.md'));
		const report = again(garden, { force: true });
		expect(files(report.lookFirst.lost)).toEqual(['water.md']);
		expect(files(report.done.added)).toEqual(['bees.md']);
		expect(read('water.md')).toContain('dusk');
		expect(read('own.md')).toBe('Ours.\n');
	});

	test('says what would be done and does nothing when it is only tried', () => {
		const { root, again } = imported();
		const before = contentsOf(root);
		expect(files(again({ ...garden, 'bees.md': '# Bees\n\nElsewhere.\n' }, { dryRun: true }).done.replaced)).toEqual(['bees.md']);
		expect(contentsOf(root)).toEqual(before);
	});

	test('finishes one that was stopped in the middle', () => {
		const { root, again, read, write } = imported();
		write('.imported/index.json', read('.imported/index.json').replace('"choices"', '"unfinished": true,\n\t\t\t"choices"'));
		rmSync(join(root, 'content/bees.md'));
		rmSync(join(root, 'content/.imported/our-house/water.md'));
		again(garden);
		expect(read('bees.md')).toContain('hives');
		expect(read('.imported/our-house/water.md')).toBe(read('water.md'));
		expect(read('.imported/index.json')).not.toContain('unfinished');
	});

	test('of another source of the same name touches nothing of the first', () => {
		const { again, read } = imported();
		const other = { 'frost.md': '# Frost\n', 'water.md': '# Sea water\n', 'roof.md': '# Roof\n', 'door.md': '# Door\n' };
		expect(again(other).isAgain).toBe(false);
		expect(read('water.md')).toContain('dusk');
		expect(read('water-2.md')).toContain('Sea water');
		expect(again(garden)).toMatchObject({ isAgain: true, nothingChanged: true });
	});

	test('line ends of another system are no change', () => {
		const { again, read, write } = imported();
		write('bees.md', read('bees.md').replace(/\n/g, '\r\n'));
		expect(again(garden).nothingChanged).toBe(true);
		expect(files(again({ ...garden, 'bees.md': '# Bees\n\nElsewhere.\n' }).done.replaced)).toEqual(['bees.md']);
	});
});

test('a first import into a handbook of its own touches nothing in it', () => {
	const own = { 'content/group.md': '---\nname: We\n---\n', 'content/water.md': 'Ours.\n', 'content/agreements/quiet.md': 'Ours.\n', 'content/can.png': 'ours' };
	const { root, read } = imported(garden, own);
	for (const [path, text] of Object.entries(own)) expect(readFileSync(join(root, path), 'utf8')).toBe(text);
	expect(read('water-2.md')).toContain('![Can](can-2.png)');
	expect(readHandbook(root).problems.filter(({ code }) => !['image-unreadable', 'title-missing'].includes(code))).toEqual([]);
});

test('what an import remembers is on no site, in no archive and no print', () => {
	const { root } = imported();
	const handbook = readHandbook(root).value;
	expect(handbook.entries.map(({ path }) => path).sort()).toEqual(['agreements/quiet.md', 'bees.md', 'water.md']);
	expect(Object.keys(unzipSync(archiveOf(handbook).bytes())).filter((path) => path.includes('.imported'))).toEqual([]);
	writeFileSync(join(root, 'content/link.md'), '# Link\n\n[base](.imported/our-house/bees.md) ![index](.imported/index.json)\n');
	expect(readHandbook(root).problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['link-broken', 'image-missing']));
});

test('a list of imports that cannot be read is said, not guessed at', () => {
	const { root, write } = imported();
	write('.imported/index.json', '<<<<<<< HEAD\n{}\n');
	expect(readState(root).isDamaged).toBe(true);
});
