import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { contentsOf, emptyFolder, folderOf, planFor } from './source-folder.js';

const source = { 'SUMMARY.md': '* [A](a.md)\n', 'a.md': '# A\n\n![p](pic.png) [gone](gone.md)\n', 'pic.png': 'picture' };

test('writing twice changes nothing', () => {
	const target = emptyFolder();
	const plan = planFor(source);
	writeImport(plan, target);
	const first = contentsOf(target);
	expect(Object.keys(first)).toEqual([
		'content/.imported/index.json',
		'content/.imported/our-house/a.md',
		'content/a.md',
		'content/group.md',
		'content/pic.png',
		'import-report.json',
		'import-report.md',
	]);
	writeImport(planFor(source), target);
	expect(contentsOf(target)).toEqual(first);
	writeImport(planFor(source), target, { force: true });
	expect(contentsOf(target)).toEqual(first);
});

test('a file that differs stays, is named, and is replaced only when told', () => {
	const target = folderOf({ 'content/a.md': 'mine', 'content/b.md': 'also mine' });
	const report = writeImport(planFor(source), target);
	expect(report.lookFirst.notWritten).toEqual([{ file: 'content/a.md', why: 'a file of this name is there, and it differs' }]);
	expect(readFileSync(join(target, 'content/a.md'), 'utf8')).toBe('mine');
	expect(writeImport(planFor(source), target, { force: true }).lookFirst.notWritten).toEqual([]);
	expect(readFileSync(join(target, 'content/a.md'), 'utf8')).toContain('# A');
	expect(readFileSync(join(target, 'content/b.md'), 'utf8')).toBe('also mine');
});

test('a group that has introduced itself is left as it is; when told, it gets what it lacks', () => {
	const own = '---\nname: We # our name\npurpose: Bread\n---\n\nHello.\n';
	const target = folderOf({ 'content/group.md': own });
	const report = writeImport(planFor(source), target);
	expect(readFileSync(join(target, 'content/group.md'), 'utf8')).toBe(own);
	expect(report.lookFirst.notWritten).toEqual([]);
	expect(report.done.group).toEqual([
		{ field: 'name', value: 'Our house', state: 'differs' },
		{ field: 'nav', value: ['a'], state: 'absent' },
	]);
	writeImport(planFor(source), target, { force: true });
	expect(readFileSync(join(target, 'content/group.md'), 'utf8')).toBe('---\nname: We # our name\npurpose: Bread\nnav:\n  - a\n---\n\nHello.\n');
});

test('nothing is written when it is only tried', () => {
	const target = emptyFolder();
	expect(writeImport(planFor(source), target, { dryRun: true }).done.texts).toHaveLength(1);
	expect(contentsOf(target)).toEqual({});
});

test('nothing is written through a symbolic link, or where a folder is', () => {
	const outside = folderOf({ 'kept.md': 'kept' });
	const target = emptyFolder();
	mkdirSync(join(target, 'content/b.md'), { recursive: true });
	symlinkSync(outside, join(target, 'content/sub'));
	symlinkSync(join(outside, 'kept.md'), join(target, 'content/a.md'));
	symlinkSync(join(outside, 'nowhere.md'), join(target, 'content/c.md'));
	writeFileSync(join(target, 'content/d'), '');
	const report = writeImport(planFor({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c', 'sub/s.md': 's', 'd/e.md': 'e' }), target, { force: true });
	expect(report.lookFirst.notWritten.map(({ file, why }) => `${file}: ${why}`)).toEqual([
		'content/a.md: a symbolic link of this name is in the way',
		'content/b.md: a folder of this name is in the way',
		'content/c.md: a symbolic link of this name is in the way',
		'content/d/e.md: a file stands where its folder should be',
		'content/sub/s.md: its folder is a symbolic link that leads out of the handbook',
	]);
	expect(contentsOf(outside)).toEqual({ 'kept.md': 'kept' });
});

test('the reports name no place on this computer and no time', () => {
	const target = emptyFolder();
	writeImport(planFor(source), target);
	const reports = readFileSync(join(target, 'import-report.md'), 'utf8') + readFileSync(join(target, 'import-report.json'), 'utf8');
	expect(reports).not.toContain('/tmp');
	expect(reports).not.toMatch(/\d{2}:\d{2}/);
});

test('the report for people begins with what to look at', () => {
	const target = emptyFolder();
	writeImport(planFor(source), target);
	expect(readFileSync(join(target, 'import-report.md'), 'utf8')).toMatchInlineSnapshot(`
		"# Import report

		our-house, read as GitBook (SUMMARY.md). Nothing in it was changed.

		## Look at this first

		- Links that lead nowhere: 1
		- Images that are not there or cannot be read: 1
		- Facts about the group to confirm, in content/group.md: 3

		### Links that lead nowhere (1)

		They are as they were. Readers see the words without a link. Mend the address, or take the link out.

		- \`content/a.md:7\` (\`a.md:3\`): \`gone.md\`. There is nothing at “gone.md”.

		### Images that are not there or cannot be read (1)

		Readers see their description instead. Put the image there, or take it out.

		- \`content/a.md:7\` (\`a.md:3\`): \`pic.png\`. The image “pic.png” cannot be read.

		### Facts about the group to confirm, in content/group.md (3)

		Change there what is not so.

		- \`name: Our house\` from the name of the folder
		- No licence was set. The source names no licence that is known here.
		- No language was set. The source does not say in which language it is, so it counts as English. Add \`languages: [en]\`, or import with --lang.

		## Done

		- 1 text is an entry, 1 image or other file with them.
		- 0 links were changed to lead to the new places.
		- content/group.md has from the source: name, nav.

		### Kinds (1)

		- top level: page, 1 text

		### Every text (1)

		- \`a.md\` is \`content/a.md\`: A

		### Every file (1)

		- \`pic.png\` is \`content/pic.png\`
		"
	`);
});

test('an empty text with facts at its top is an entry too', () => {
	const target = emptyFolder();
	writeImport(planFor({ 'a.md': '---\ntitle: A\n---\n', 'b.md': 'b' }), target);
	expect(readHandbook(target).value.entries.map(({ title }) => title)).toEqual(['A', 'B']);
});

test('long lists are short for people, and whole for programs', () => {
	const target = emptyFolder();
	const links = Array.from({ length: 25 }, (_, index) => `[l](gone-${index}.md)\n`);
	const report = writeImport(planFor({ 'a.md': links.join('\n'), 'b.md': '# Twin', 'c.md': '# Twin' }), target);
	const text = readFileSync(join(target, 'import-report.md'), 'utf8');
	expect(text).toContain('- Links that lead nowhere: 25\n');
	expect(text).toContain('### Links that lead nowhere (25)');
	expect(text.match(/gone-\d+\.md`\./g)).toHaveLength(20);
	expect(text).toContain('- and 5 more, all in import-report.json\n');
	expect(text).toContain('- Twin: `content/b.md`, `content/c.md`');
	expect(report.lookFirst.brokenLinks).toHaveLength(25);
	expect(JSON.parse(readFileSync(join(target, 'import-report.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(report)));
});

test('the same problem in many places is one line', () => {
	const target = emptyFolder();
	const old = new Uint8Array([0x43, 0x61, 0x66, 0xe9]);
	writeImport(planFor({ 'a.md': old, 'b.md': old, 'c.md': old, 'd.md': old, 'e.md': old }), target);
	expect(readFileSync(join(target, 'import-report.md'), 'utf8')).toContain('- `a.md:1`, `b.md:1`, `c.md:1` and 2 more This file was stored as windows-1252.');
});
