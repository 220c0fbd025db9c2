import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, emptyFolder, folderOf, openedPlan, textFrom } from './source-folder.js';
import { dot, list, p, picture, r, style, table, type WordExtras, wordDocument } from './word-document.js';

/** The Markdown of a document, and what the report says of it. */
async function read(body: string, extras?: WordExtras): Promise<{ body: string; title: string; notes: string[]; files: string[] }> {
	const plan = await openedPlan(folderOf({ 'House Rules.docx': wordDocument(body, extras) }));
	return {
		body: bodyFrom(plan, 'House Rules.docx'),
		title: textFrom(plan, 'House Rules.docx').title,
		notes: plan.findings.problems.map(({ message }) => message),
		files: plan.files.map(({ from, to }) => `${from} -> ${to}`),
	};
}

const english = [1, 2, 3].map((level) => style(`Heading${level}`, `heading ${level}`)).join('') + style('Title', 'Title');

test('headings, words and links', async () => {
	const { body, title, notes } = await read(
		p('Kitchen', { style: 'Heading1' }) +
			p(
				`${r('We cook ')}${r('every ', '<w:b/>')}${r('day', '<w:b/>')}${r(' and ')}${r('eat', '<w:i/>')}${r(' what ')}${r('was', '<w:strike/>')}${r(' ')}<w:hyperlink r:id="web">${r('we like')}</w:hyperlink>${r('.')}`,
			) +
			p('When', { style: 'Heading2' }) +
			p(`${r('At six')}<w:r><w:br/></w:r>${r('or at')}<w:r><w:tab/></w:r>${r('seven, 20 m')}${r('2', '<w:vertAlign w:val="superscript"/>')}`),
		{ styles: english, links: { web: 'https://example.org/food' } },
	);
	expect(body).toBe('# Kitchen\n\nWe cook **every day** and _eat_ what ~~was~~ [we like](https://example.org/food).\n\n## When\n\nAt six\\\nor at seven, 20 m<sup>2</sup>\n');
	expect(title).toBe('Kitchen');
	expect(notes).toEqual([]);
});

test.each([
	['Überschrift', style('berschrift1', 'heading 1') + style('berschrift2', 'Überschrift 2'), 'berschrift1', 'berschrift2'],
	['Titre', style('Titre1', 'Titre 1') + style('Titre2', 'Titre 2'), 'Titre1', 'Titre2'],
	['Título', style('Ttulo1', 'Título 1') + style('Ttulo2', 'Título 2'), 'Ttulo1', 'Ttulo2'],
	[
		'an outline',
		style('Mine', 'Our big words', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style('Less', 'Our words', '<w:basedOn w:val="Mine"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
		'Mine',
		'Less',
	],
	[
		'a style based on one',
		style('Heading1', 'heading 1') + style('Heading2', 'heading 2') + style('A', 'Big', '<w:basedOn w:val="Heading1"/>') + style('B', 'Small', '<w:basedOn w:val="Heading2"/>'),
		'A',
		'B',
	],
])('headings by %s', async (_what, styles, first, second) => {
	expect((await read(p('One', { style: first }) + p('Two', { style: second }) + p('Words.'), { styles })).body).toBe('# One\n\n## Two\n\nWords.\n');
});

test('a title stands above every heading', async () => {
	const { body, title } = await read(p('Our house', { style: 'Title' }) + p('Rooms', { style: 'Heading1' }) + p('Garden', { style: 'Heading1' }), { styles: english, title: 'Old template' });
	expect(body).toBe('# Our house\n\n## Rooms\n\n## Garden\n');
	expect(title).toBe('Our house');
});

test('where the text has no title, the properties may have one, and else the name says it', async () => {
	expect((await read(p('Words.'), { title: 'How we live' })).title).toBe('How we live');
	expect((await read(p('Words.'), { title: 'Microsoft Word - x' })).title).toBe('House Rules');
});

test('lists keep their depth and their numbers, after a paragraph in between too', async () => {
	const numbering =
		list(1, [
			['bullet', '•'],
			['bullet', 'o'],
		]) +
		list(2, [
			['decimal', '%1.'],
			['lowerLetter', '%2)'],
		]);
	const { body } = await read(
		p('a', { list: [1] }) +
			p('b', { list: [1, 1] }) +
			p('c', { list: [1] }) +
			p('Then:') +
			p('one', { list: [2] }) +
			p('two', { list: [2] }) +
			p('In between.') +
			p('three', { list: [2] }) +
			p('of it', { list: [2, 1] }) +
			p('and', { list: [2, 1] }),
		{ numbering },
	);
	expect(body).toBe('- a\n  - b\n- c\n\nThen:\n\n1. one\n2. two\n\nIn between.\n\n3. three\n   - a) of it\n   - b) and\n');
});

test('numbered clauses keep the numbers that people refer to', async () => {
	const levels = [
		['decimal', '%1'],
		['decimal', '%1.%2'],
		['lowerLetter', '(%3)'],
	] as const;
	const { body } = await read(
		p('Money', { style: 'Heading1', list: [3] }) +
			p('We share.', { list: [3, 1] }) +
			p('all of it', { list: [3, 2] }) +
			p('We pay.', { list: [3, 1] }) +
			p('Time', { style: 'Heading1', list: [3] }) +
			p('We rest.', { list: [3, 1] }),
		{ numbering: list(3, levels), styles: english },
	);
	expect(body).toBe('# 1 Money\n\n- 1.1 We share.\n  - (a) all of it\n- 1.2 We pay.\n\n# 2 Time\n\n- 2.1 We rest.\n');
});

test('tables, with breaks in their cells, and boxes around words', async () => {
	const { body } = await read(
		table([
			[p(r('Who', '<w:b/>')), p(r('What', '<w:b/>'))],
			['Ada', p('cooks') + p('and | cleans')],
		]) +
			p('Mind this:') +
			table([[p('Fire!') + p('Call 112.')]]),
	);
	expect(body).toBe('| Who | What |\n| - | - |\n| Ada | cooks<br>and \\| cleans |\n\nMind this:\n\n> Fire!\n>\n> Call 112.\n');
});

test('footnotes and endnotes', async () => {
	const note = (kind: string, id: number, text: string) => `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}`)}</w:${kind}>`;
	const { body } = await read(p(`${r('We agreed')}<w:r><w:footnoteReference w:id="1"/></w:r>${r(' on this')}<w:r><w:endnoteReference w:id="1"/></w:r>${r('.')}`), {
		footnotes: note('footnote', 1, 'In May.'),
		endnotes: note('endnote', 1, 'All of us.'),
	});
	expect(body).toBe('We agreed[^1] on this[^2].\n\n[^1]: In May.\n\n[^2]: All of us.\n');
});

test('pictures are files beside the text, the same one once', async () => {
	const { body, files, notes } = await read(p(picture('one', 'Our door')) + p(picture('again', 'The door')) + p(picture('drawing', 'A plan')), {
		pictures: { one: { name: 'image1.png', bytes: dot }, again: { name: 'image2.png', bytes: dot }, drawing: { name: 'image3.emf', bytes: Uint8Array.from([1, 2, 3]) } },
	});
	expect(body).toBe('![Our door](house-rules-1.png)\n\n![The door](house-rules-1.png)\n\nA plan\n');
	expect(files).toEqual(['house-rules-1.png -> house-rules-1.png']);
	expect(notes).toEqual(['It has a drawing that browsers cannot show. Save them as PNG and add them.']);
});

test('tracked changes are accepted; comments, hidden words, headers and tables of contents are left out, and all of this is told', async () => {
	const { body, notes } = await read(
		p('Kitchen ..... 2', { style: 'TOC1' }) +
			p(
				`${r('We cook')}<w:del w:id="1" w:author="A">${'<w:r><w:delText> never</w:delText></w:r>'}</w:del><w:ins w:id="2" w:author="A">${r(' daily')}</w:ins>${r(' secret', '<w:vanish/>')}<w:commentRangeStart w:id="0"/>${r('.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
			) +
			p(`<w:moveFrom w:id="3">${r('Gone.')}</w:moveFrom><w:moveTo w:id="4">${r('Moved.')}</w:moveTo>`),
		{ styles: style('TOC1', 'toc 1'), comments: `<w:comment w:id="0" w:author="A">${p('Really?')}</w:comment>`, header: p('Draft of the house') },
	);
	expect(body).toBe('We cook daily.\n\nMoved.\n');
	expect(notes).toEqual([
		'It has tracked changes. The text is as if all of them were accepted.',
		'It has a comment, which was left out.',
		'It has hidden words, which were left out.',
		'Its table of contents was left out: the site makes one from the headings.',
		'Around its pages stands “Draft of the house”, which was left out.',
	]);
});

test('text boxes and formulas are words', async () => {
	const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p('In a box.')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
	const { body, notes } = await read(p(`${r('Before.')}${box}`) + p('<m:oMath><m:r><m:t>a+b=2</m:t></m:r></m:oMath>'));
	expect(body).toContain('Before.');
	expect(body).toContain('In a box.');
	expect(body).toContain('a+b=2');
	expect(notes).toHaveLength(2);
});

test('links within a document lead to its headings', async () => {
	const { body } = await read(
		p(`<w:hyperlink w:anchor="later">${r('see below')}</w:hyperlink>`) + p(`<w:bookmarkStart w:id="1" w:name="later"/>${r('Later on')}<w:bookmarkEnd w:id="1"/>`, { style: 'Heading1' }),
		{ styles: english },
	);
	expect(body).toBe('[see below](#later-on)\n\n# Later on\n');
});

test('a folder of documents is a handbook that reads without errors, links between its files included', async () => {
	const folder = folderOf({
		'README.md': '# Us\n\nOur [rules](Policies/House%20Rules.docx) and the [form](form.odt).\n',
		'Policies/House Rules.docx': wordDocument(p('House rules', { style: 'Heading1' }) + p(picture('one', 'Our door')) + p('No < smoking > here & *now*, # or \\ ever.'), {
			styles: english,
			pictures: { one: { name: 'image1.png', bytes: dot } },
			main: 'document2.xml',
		}),
		'Policies/~$use Rules.docx': 'x',
		'broken.docx': 'no zip at all',
		'form.odt': 'x',
		'old.doc': 'x',
	});
	const plan = await openedPlan(folder);
	const target = emptyFolder();
	const report = writeImport(plan, target);
	const { value, problems } = readHandbook(target);
	expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([]);
	expect(value.entries.map(({ id }) => id).sort()).toEqual(['agreements/policies/house-rules', 'pages/introduction']);
	expect(bodyFrom(plan, 'README.md')).toContain('[rules](../agreements/policies/house-rules.md)');
	expect(bodyFrom(plan, 'Policies/House Rules.docx')).toContain('No < smoking > here & \\*now\\*, # or \\ ever.');
	expect(value.assets.map(({ path }) => path).sort()).toEqual(['agreements/policies/house-rules-1.png', 'form.odt']);
	expect(report.left.unread.map(({ file }) => file)).toEqual(['Policies/~$use Rules.docx', 'old.doc', 'broken.docx']);
	expect(report.left.unusedFiles).toEqual([]);
});

test('one document can be given by itself', async () => {
	const folder = emptyFolder();
	writeFileSync(join(folder, 'Notes.docx'), wordDocument(p('Words.')));
	const plan = await openedPlan(join(folder, 'Notes.docx'));
	expect(plan.texts.map(({ from, to, title }) => `${from} -> ${to} ${title}`)).toEqual(['Notes.docx -> notes.md Notes']);
});
