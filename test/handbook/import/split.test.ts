import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { planImport } from '../../../src/handbook/import/plan-import.js';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, emptyFolder, planFor, planOf, sourceOf, textFrom } from './source-folder.js';

const twelve = fileURLToPath(new URL('../../fixtures/import/twelve-agreements/', import.meta.url));
const kanthaus = fileURLToPath(new URL('../../../../shared/corpora/kanthaus-governance-2019/', import.meta.url));
const split = ['house-rules.md'];

test('a page of twelve agreements becomes a text that introduces them and twelve agreements', () => {
	const plan = planOf(twelve, { split });
	expect(plan.texts.map(({ to, kind, title }) => `${to} (${kind}) ${title}`)).toEqual([
		'pages/introduction.md (page) The old dairy',
		'house-rules.md (page) Our agreements',
		...['Quiet hours', 'Kitchen', 'Guests', 'Pets', 'Shoes', 'Bikes', 'Money', 'Bins', 'Heating', 'Parcels', 'Garden', 'Changing these'].map(
			(title) => `agreements/house-rules/${title.toLowerCase().replace(' ', '-')}.md (agreement) ${title}`,
		),
		'more.md (page) More',
	]);
	expect(bodyFrom(plan, 'house-rules.md')).toMatch(
		/^# Our agreements\n\nWe are seven in the old dairy\. These are the \[twelve things\]\(agreements\/house-rules\/quiet-hours\.md\) we agreed on\.\n\n- \[1\. Quiet hours\]\(agreements\/house-rules\/quiet-hours\.md\)\n/,
	);
});

test('headings keep their numbers in the text, move up with their section, and stay in code', () => {
	const plan = planOf(twelve, { split });
	expect(bodyFrom(plan, 'house-rules.md#2-kitchen')).toBe(
		'# 2. Kitchen\n\n1. Wash up at once.\n2. Nobody owns the kettle.\n\n```\n## not a heading\n```\n\n## Exceptions\n\nWhen the tap drips. See [the exceptions above](quiet-hours.md#exceptions) and [these](#exceptions).\n',
	);
	expect(bodyFrom(plan, 'house-rules.md#6-bikes')).toBe('6\\. Bikes\n=========\n\nIn the shed.\n');
});

test('links to sections and places lead to the text that holds them now, notes and link definitions come along', () => {
	const plan = planOf(twelve, { split });
	expect(bodyFrom(plan, 'more.md')).toContain(
		'On [guests](agreements/house-rules/guests.md), [the house](house-rules.md), [exceptions](agreements/house-rules/kitchen.md#exceptions), [quiet](agreements/house-rules/quiet-hours.md#quiet) and [nothing](house-rules.md#gone).',
	);
	const quiet = bodyFrom(plan, 'house-rules.md#1-quiet-hours');
	expect(quiet).toContain('See [the kitchen](kitchen.md), [guests][guests] and [below](#exceptions).');
	expect(quiet).toContain('[^1]: Except for the baby.\n\n[guests]: guests.md');
	expect(bodyFrom(plan, 'house-rules.md#4-pets')).toContain('[the top](../../house-rules.md#our-agreements)');
	expect(bodyFrom(plan, 'house-rules.md#11-garden')).toContain('![Plan](../../plan.png)');
});

test('facts are lifted from each section, at their line of the page', () => {
	const plan = planOf(twelve, { split });
	expect(textFrom(plan, 'house-rules.md#1-quiet-hours').content).toContain('decisions:\n  - date: 2019-05-03\n');
	expect(plan.findings.lifted.map(({ from, line }) => `${from}:${line}`)).toEqual(['house-rules.md#1-quiet-hours:11']);
});

test('no line of the page is lost, and the handbook reads with the broken link of the page alone', () => {
	const plan = planOf(twelve, { split });
	const all = plan.texts
		.filter(({ from }) => from.startsWith('house-rules.md'))
		.map(({ content }) => content)
		.join('\n');
	const lines = readFileSync(join(twelve, 'house-rules.md'), 'utf8')
		.split('\n')
		.filter((line) => /\p{L}/u.test(line) && !line.includes(']('));
	for (const line of lines) expect(all).toContain(line.replace(/^#+ |^\[guests\]: .*$/g, ''));
	const target = emptyFolder();
	writeImport(plan, target);
	expect(readHandbook(target).problems.map(({ code, file }) => `${code} ${file}`)).toEqual(['link-broken content/more.md']);
});

test('the sections stand below their page in the table of contents, and a hidden page keeps them hidden', () => {
	const files = { 'SUMMARY.md': '- [Rules](rules.md)\n- [More](more.md)\n', 'rules.md': '---\ndraft: true\n---\nIntro.\n\n## A\n\na\n\n## B\n\nb\n', 'more.md': '# More\n' };
	const open = planFor({ ...files, 'rules.md': files['rules.md'].replace('draft: true', 'lang: de') }, { split: ['rules.md'] });
	expect(open.group.nav).toEqual([{ title: 'Rules', items: ['rules', 'agreements/rules/a', 'agreements/rules/b'] }, 'more']);
	expect(textFrom(open, 'rules.md#a').content).toContain('title: A\nlang: de\n');
	expect(open.findings.unlisted).toEqual([]);
	expect(planFor(files, { split: ['rules.md'] }).findings.hidden.map(({ from }) => from)).toEqual(['rules.md', 'rules.md#a', 'rules.md#b']);
});

test('what cannot be split is refused', () => {
	expect(planImport(sourceOf(twelve), { split: ['gone.md'] })).toEqual({ value: undefined, refusal: 'no-such-text', name: 'gone.md' });
	expect(planImport(sourceOf(twelve), { split: ['more.md'] })).toEqual({ value: undefined, refusal: 'no-sections', name: 'more.md' });
});

describe('the offer', () => {
	const sections = (names: readonly string[]): string => names.map((name) => `## ${name}\n\nWords.\n`).join('\n');
	const offered = (files: Record<string, string>): string[] => planFor(files).findings.splits.map(({ from, sections: count }) => `${from} ${count}`);

	test('is made for a page of agreements, which stays whole', () => {
		const plan = planOf(twelve);
		expect(plan.texts).toHaveLength(3);
		expect(plan.findings.splits).toEqual([{ from: 'house-rules.md', title: 'Our agreements', sections: 12 }]);
		const target = emptyFolder();
		writeImport(plan, target);
		expect(readFileSync(join(target, 'import-report.md'), 'utf8')).toContain('`house-rules.md` Our agreements: 12 sections, `--split house-rules.md`');
	});

	test('is made for an agreement with four sections that could be agreements, and for no other', () => {
		expect(offered({ 'agreements/all.md': `# Living\n\n${sections(['Quiet', 'Kitchen', 'Pets', 'Shoes'])}` })).toEqual(['agreements/all.md 4']);
		expect(offered({ 'agreements/one.md': `# Money\n\n${sections(['Purpose', 'Scope', 'Kitchen', 'Pets', 'Shoes', 'Review'])}` })).toEqual([]);
		expect(offered({ 'agreements/few.md': `# Our agreements\n\n${sections(['Quiet', 'Kitchen', 'Pets'])}` })).toEqual([]);
		expect(offered({ 'guides/page.md': `# Cooking\n\n${sections(['Soup', 'Bread', 'Cake', 'Tea'])}` })).toEqual([]);
	});
});

describe.skipIf(!existsSync(kanthaus))('the collective agreements of Kanthaus', () => {
	const page = 'user/pages/40.governance/20.collectiveagreements/default.en.md';

	test('are offered as a split in both languages', () => {
		expect(planOf(kanthaus).findings.splits.map(({ from, sections }) => `${from.slice(-37)} ${sections}`)).toEqual([
			'20.collectiveagreements/default.en.md 12',
			'20.collectiveagreements/default.de.md 12',
		]);
	});

	test('become twelve agreements in English, and the link to the constitution goes on working', () => {
		const plan = planOf(kanthaus, { split: [page] });
		const made = plan.texts.filter(({ from }) => from.startsWith(`${page}#`));
		expect(made.map(({ to, kind }) => `${kind} ${to.split('/').at(-1)}`)).toEqual(
			[
				'coordination-meeting',
				'power-hour',
				'heart-sharing-circle',
				'hosting-duty',
				'quiet-hours',
				'clear-table-policy',
				'clear-windowsill-policy',
				'dont-break-the-windows',
				'smoking',
				'alcohol',
				'animals',
				'changes-to-the-collective-agreements',
			].map((name) => `agreement ${name}.md`),
		);
		expect(made.every(({ content }) => content.includes('\nlang: en\n'))).toBe(true);
		expect(made.at(-1)?.content).toContain('](../../governance/constitution.md#collagrchange)');
		expect(plan.group.nav?.[0]).toMatchObject({
			title: 'Organization',
			items: [
				'governance',
				'governance/constitution',
				'governance/governancefaq',
				{ title: 'Collective Agreements' },
				'governance/positionsandevaluations',
				'governance/kanthausians',
				'governance/basicentitiesandrelation',
			],
		});
	});
});
