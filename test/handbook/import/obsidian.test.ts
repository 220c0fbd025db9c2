import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, emptyFolder, planFor, planOf, textFrom } from './source-folder.js';

const vault = fileURLToPath(new URL('../../fixtures/import/obsidian/', import.meta.url));

/** The body of a note in a vault with these files. */
function note(body: string, files: Record<string, string> = {}): string {
	return bodyFrom(planFor({ '.obsidian/app.json': '{}', 'Note.md': body, ...files }), 'Note.md');
}

test('every note has a place, a kind and the title that readers saw', () => {
	expect(planOf(vault).texts.map(({ from, to, kind, title }) => `${from} -> ${to} (${kind}) ${title}`)).toEqual([
		'agreements/agreements.md -> agreements/README.md (page) agreements',
		'agreements/Money.md -> agreements/money.md (agreement) Money',
		'agreements/Quiet hours.md -> agreements/quiet-hours.md (agreement) Quiet hours',
		'archive/Money.md -> archive/money.md (page) Money',
		'journal/2024-05-03.md -> journal/2024-05-03.md (page) 2024-05-03',
		'Secret plan.md -> secret-plan.md (page) Secret plan',
		'Welcome.md -> welcome.md (page) Welcome',
	]);
});

test('links find their note by name, other name, heading and block; what leads nowhere leaves its words', () => {
	const plan = planOf(vault);
	const welcome = bodyFrom(plan, 'Welcome.md');
	expect(welcome).toContain('Begin with [Quiet hours](agreements/quiet-hours.md), then [how we share money](agreements/money.md) and [who decides](agreements/money.md#who-decides).');
	expect(welcome).toContain('See [Below](#below), [Nights](agreements/quiet-hours.md), [silence](agreements/quiet-hours.md), Missing note, again and [a plain link](archive/money.md).');
	expect(welcome).toContain('| [quiet](agreements/quiet-hours.md) | `[[not a link]]` |');
	expect(bodyFrom(plan, 'agreements/Quiet hours.md')).toContain('Back to [Welcome > Below](../welcome.md#below) and [Quiet hours](#block-rule).');
	expect(bodyFrom(plan, 'archive/Money.md')).toContain('An old note on [Money](money.md)');
	expect(plan.findings.problems.filter(({ from, message }) => from === 'Welcome.md' && message.includes('leads nowhere')).map(({ line }) => line)).toEqual([8]);
});

test('what a note shows of another is a quotation with a link to it', () => {
	expect(bodyFrom(planOf(vault), 'Welcome.md')).toContain(
		[
			'![loom](images/loom.png)\n',
			'> [Quiet hours: Bells](agreements/quiet-hours.md#bells)\n>',
			'> **Bells**\n>',
			'> No bells. See [Money](agreements/money.md) and [Money](agreements/money.md#block-pot) for the pot.\n>',
			'> ![](images/bell.png)\n>',
			'> Back to [Welcome > Below](#below) and [Quiet hours](agreements/quiet-hours.md#block-rule).\n',
		].join('\n'),
	);
});

test('notes that show each other end, and what stays hidden is shown nowhere', () => {
	const plan = planOf(vault);
	expect(plan.texts.filter(({ content }) => content.includes('A surprise for Ana.')).map(({ from }) => from)).toEqual(['Secret plan.md']);
	expect(note('a\n\n![[Note]]\n')).toBe('a\n\n[Note](note.md)\n');
	expect(note('![[B]]\n', { 'B.md': 'b\n\n![[Note]]\n' })).toBe('> [B](b.md)\n>\n> b\n>\n> [Note](note.md)\n');
});

test('hidden words are left out, everywhere, and told', () => {
	const plan = planOf(vault);
	const all = plan.texts.map(({ content }) => content).join('\n');
	for (const words of ['Ask Ana', 'hidden from all', 'and not these', 'hidden words']) expect(all).not.toContain(words);
	expect(all).toContain('Words  stay.  Fifty %% is no comment.');
	expect(plan.findings.problems.filter(({ message }) => message.includes('comment')).map(({ from, line }) => `${from}:${line}`)).toEqual([
		'Welcome.md:16',
		'Welcome.md:22',
		'Welcome.md:22',
		'Welcome.md:24',
	]);
	expect(note('```\n%% code %%\n<!-- code -->\n```\n\n`%% code %%` and `<!-- x -->`\n')).toBe('```\n%% code %%\n<!-- code -->\n```\n\n`%% code %%` and `<!-- x -->`\n');
	expect(note('a\n<!-- one\ntwo -->\nb <!-- not closed\n')).toBe('a\n\nb <!-- not closed\n');
});

test('callouts, highlights and block names become Markdown', () => {
	const quiet = bodyFrom(planOf(vault), 'agreements/Quiet hours.md');
	expect(quiet).toContain('> [!WARNING]\n> **Mind the baby**\n>\n> She wakes at six.\n');
	expect(quiet).toContain('> [!NOTE]\n> **Faq**\n>\n> Why ten?\n');
	expect(quiet).toContain('> [!note]\n> Plain.\n');
	expect(quiet).toContain('From ten it is quiet. <a id="block-rule"></a>\n');
	expect(bodyFrom(planOf(vault), 'Welcome.md')).toContain('This is <mark>very important</mark> and `==not here==`, written by hand. #weaving/beginners #2024 a#b');
	expect(note('> [!bug]+\n> > [!tip] In it\n> > Inner\n')).toBe('> [!CAUTION]\n> **Bug**\n>\n> > [!TIP]\n> > **In it**\n> >\n> > Inner\n');
	expect(note('x ^unused\n\n2^10 and a == b == c\n')).toBe('x\n\n2^10 and a == b == c\n');
});

test('tags of the text are tags, other names are no addresses', () => {
	const plan = planOf(vault);
	expect(textFrom(plan, 'Welcome.md').content).toContain('tags:\n  - start\n  - weaving/beginners\n---');
	expect(textFrom(plan, 'agreements/Quiet hours.md').content).not.toContain('aliases');
	expect(plan.findings.droppedFields).toContainEqual({ from: 'agreements/Quiet hours.md', field: 'other names', value: ['Nights', 'Silence'], keptAsText: false });
});

test('what only the program can show is told', () => {
	const { problems, hidden } = planOf(vault).findings;
	expect(problems.filter(({ message }) => /drawing|Readers|readers saw|template/.test(message) && !message.includes('comment')).map(({ from, line }) => `${from}:${line}`)).toEqual([
		'sketch.excalidraw.md:1',
		'board.canvas:1',
		'agreements/Money.md:9',
		'journal/2024-05-03.md:1',
		'Welcome.md:29',
	]);
	expect(hidden.map(({ from, field }) => `${from} ${field}`)).toEqual(['Secret plan.md publish']);
});

test('the handbook reads without a problem that the report does not name', () => {
	const target = emptyFolder();
	const plan = planOf(vault);
	writeImport(plan, target);
	expect(plan.findings.brokenLinks).toEqual([]);
	expect(readHandbook(target).problems).toEqual([]);
});

describe('folders without a sign of Obsidian', () => {
	test('are read in the same way when most [[links]] lead somewhere', () => {
		const plan = planFor({ 'a.md': 'See [[b]] and [[nothing]] and [[b|B]].\n', 'b.md': 'b\n' });
		expect(plan.generator).toBe('a folder of Markdown files with [[links]]');
		expect(bodyFrom(plan, 'a.md')).toBe('See [b](b.md) and nothing and [B](b.md).\n');
	});

	test('keep double brackets that are no links', () => {
		const body = 'if [[ -f x ]]; then [[1]](https://example.org/) and [[2]].\n';
		const plan = planFor({ 'a.md': body, 'b.md': 'b\n' });
		expect(plan.generator).toBe('a folder of Markdown files');
		expect(bodyFrom(plan, 'a.md')).toBe(body);
		expect(note('[[1]](https://example.org/) \\[[Note]] `[[Note]]`\n')).toBe('[[1]](https://example.org/) \\[[Note]] `[[Note]]`\n');
	});
});

test('names are found however they are spelt: case, NFD, folders, percent signs', () => {
	const files = { 'deep/down/Käse.md': 'x\n', 'up/Käse.md': 'y\n' };
	expect(note(`[[${'käse'.normalize('NFD')}]] [[deep/down/Käse]] [[down/käse.md|k]] [m](K%C3%A4se.md)\n`, files)).toBe(
		'[käse](up/kaese.md) [deep/down/Käse](deep/down/kaese.md) [k](deep/down/kaese.md) [m](up/kaese.md)\n'.replace('käse', 'käse'.normalize('NFD')),
	);
});

test('a wiki of GitHub: words first, the sidebar is the order, texts in other notations are told', () => {
	const plan = planFor({
		'Home.md': 'Welcome. See [[our rules|House Rules]], [[Cooking-together]], [plain](House-Rules) and [[Nothing]].\n<!-- hidden -->\n',
		'_Sidebar.md': '* [[Home]]\n* Living\n  * [[Rules|House Rules]]\n',
		'_Footer.md': 'Ask Ana.\n',
		'House-Rules.md': 'No shoes.\n',
		'Cooking-together.md': 'At six.\n',
		'Old.mediawiki': '== Old ==\n',
	});
	expect(plan.generator).toBe('a GitHub wiki');
	expect(bodyFrom(plan, 'Home.md')).toBe('Welcome. See [our rules](../house-rules.md), [Cooking-together](../cooking-together.md), [plain](../house-rules.md) and Nothing.\n\n');
	expect(plan.group.nav).toEqual(['pages/introduction', { title: 'Living', items: ['house-rules'] }]);
	expect(plan.texts.map(({ to, title }) => `${to} ${title}`)).toEqual(['pages/introduction.md Home', 'house-rules.md Rules', 'cooking-together.md Cooking together']);
	expect(plan.findings.problems.map(({ from }) => from)).toEqual(['_Footer.md', 'Old.mediawiki', 'Home.md', 'Home.md']);
});

test('a graph of Logseq: properties are fields, what it keeps for itself goes', () => {
	const plan = planFor({
		'logseq/config.edn': '{}',
		'logseq/bak/pages/Rules/1.md': '- old\n',
		'pages/Rules.md': 'tags:: [[house]], quiet\nalias:: House rules\n\n- No shoes\n  id:: 64a1-2b\n  collapsed:: true\n\t- Except [[House/Guests]]\n- owner:: kitchen\n',
		'pages/House___Guests.md': 'public:: false\n\n- See #[[House rules]].\n',
		'journals/2024_05_03.md': '- Met.\n',
	});
	expect(plan.texts.map(({ to, title }) => `${to} ${title}`)).toEqual(['journals/2024-05-03.md 2024-05-03', 'pages/house-guests.md House/Guests', 'pages/rules.md Rules']);
	expect(bodyFrom(plan, 'pages/Rules.md')).toBe('- No shoes\n\t- Except [House/Guests](house-guests.md)\n- owner:: kitchen\n');
	expect(bodyFrom(plan, 'pages/House___Guests.md')).toBe('- See [House rules](rules.md).\n');
	expect(textFrom(plan, 'pages/Rules.md').content).toContain('tags:\n  - house\n  - quiet\n');
	expect(plan.findings.hidden.map(({ from }) => from)).toEqual(['pages/House___Guests.md']);
});
