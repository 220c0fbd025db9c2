import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { bodyFrom, emptyFolder, planFor, planOf, textFrom } from './source-folder.js';

const grav = fileURLToPath(new URL('../../fixtures/import/grav/', import.meta.url));
const kanthaus = fileURLToPath(new URL('../../../../shared/corpora/kanthaus-governance-2019/', import.meta.url));
const page = 'user/pages/02.agreements/';

test('the menu is the order, language by language, without what was in no menu', () => {
	expect(planOf(grav).group).toEqual({
		name: 'Quince Yard',
		languages: ['en'],
		nav: [
			{ title: 'Start', items: ['home', 'home/hero', 'home/plan'] },
			{ title: 'Agreements', items: ['agreements', 'agreements/kitchen', 'agreements/quiethours'] },
			{ title: 'Vereinbarungen', items: ['agreements-de', 'agreements/kitchen-de', 'agreements/quiethours-de', 'agreements/statutes-de'] },
		],
	});
});

test('every text has a place without numbers, a kind and a title', () => {
	expect(planOf(grav).texts.map(({ from, to, kind, title }) => `${from.slice(11)} -> ${to} (${kind}) ${title}`)).toEqual([
		'01.home/modular.en.md -> home.md (page) Quince Yard',
		'01.home/_hero/text.en.md -> home/hero.md (page) Come in',
		'01.home/_plan/text.en.md -> home/plan.md (page) The yard',
		'02.agreements/blog.en.md -> agreements/README.md (page) Agreements',
		'02.agreements/02.kitchen/default.en.md -> agreements/kitchen.md (agreement) The kitchen',
		'02.agreements/10.quietHours/default.en.md -> agreements/quiethours.md (agreement) Quiet hours',
		'02.agreements/blog.de.md -> agreements-de.md (page) Vereinbarungen',
		'02.agreements/02.kitchen/default.de.md -> agreements/kitchen-de.md (agreement) Die Küche',
		'02.agreements/10.quietHours/default.de.md -> agreements/quiethours-de.md (agreement) Ruhezeiten',
		'02.agreements/30.statutes/default.de.md -> agreements/statutes-de.md (agreement) Satzung',
		'03.people/people.en.md -> people.md (page) People',
		'04.secret/default.en.md -> secret.md (page) Secret',
		'05.inside/default.en.md -> inside.md (page) Inside',
		'notes/item.en.md -> notes.md (page) Notes',
	]);
});

test('routes, aliases and redirects are old addresses, with and without the language', () => {
	const target = emptyFolder();
	writeImport(planOf(grav), target);
	const { value } = readHandbook(target);
	const aliases = Object.fromEntries(value.entries.map(({ id, fields }) => [id, fields.aliases ?? []]));
	expect(aliases.home).toEqual(['en/home', 'en']);
	expect(aliases.agreements).toEqual(['en/agreements', 'en/old-rules', 'old-rules']);
	expect(aliases['agreements/quiethours']).toEqual(['en/agreements/quiethours', 'en/silence', 'silence', 'en/agreements/moved', 'agreements/moved']);
	expect(aliases['agreements/quiethours-de']).toEqual(['de/agreements/quiethours', 'de/agreements/moved']);
	expect(aliases['agreements/statutes-de']).toEqual(['de/agreements/statutes', 'agreements/statutes']);
	expect(aliases.people).toEqual(['en/folks', 'folks']);
});

test('twins are translations; a page in one language alone is none', () => {
	const target = emptyFolder();
	writeImport(planOf(grav), target);
	const of = Object.fromEntries(readHandbook(target).value.entries.map(({ id, fields: { lang, translationOf } }) => [id, `${lang} ${translationOf ?? ''}`.trim()]));
	expect(of).toMatchObject({
		'agreements/quiethours': 'en',
		'agreements/quiethours-de': 'de agreements/quiethours',
		'agreements-de': 'de agreements',
		'agreements/statutes-de': 'de',
	});
});

test('links lead where Grav led them: by route, by folder, in the language of the page', () => {
	const plan = planOf(grav);
	expect(bodyFrom(plan, `${page}02.kitchen/default.en.md`)).toContain(
		'See [quiet](quiethours.md), [silence](quiethours.md), [statutes](statutes-de.md), [old](README.md), [gone](/nowhere), [notes](../notes.md) and [moved](quiethours.md).',
	);
	expect(bodyFrom(plan, `${page}10.quietHours/default.de.md`)).toContain('[Küche](kitchen-de.md), [auf Englisch](kitchen.md) und [Küche von oben](kitchen-de.md)');
	expect(plan.findings.brokenLinks.map(({ from, line, target }) => `${from}:${line} ${target}`)).toEqual([`${page}02.kitchen/default.en.md:11 /nowhere`]);
});

test('notation becomes Markdown, and code stays', () => {
	const plan = planOf(grav);
	expect(bodyFrom(plan, `${page}10.quietHours/default.en.md`)).toBe(
		[
			'From ten it is quiet.\n\n',
			'> [!WARNING]\n> Bells count as noise.\n> So do geese.\n',
			'> [!TIP]\n> Ask [the kitchen](kitchen.md#keys) or [the kitchen by its folder](kitchen.md).\n',
			'```\n! not a notice\n===\n{{ page.title }}\n```\n',
			'Tell us by `{{ page.title }}` and {{ page.header.title }}.\n',
			'<https://www.youtube.com/watch?v=abc>\n',
			'A line with a mark! And another.\n===\n',
			'Approved: 3 May 2019\n',
		].join('\n'),
	);
	expect(bodyFrom(plan, `${page}02.kitchen/default.en.md`)).toContain('The kitchen of Quince Yard has two keys. {% if admin %}Three.{% endif %}');
	expect(bodyFrom(plan, 'user/pages/01.home/_plan/text.en.md')).toContain('![The yard](plan/yard.jpg "From above")');
	expect(plan.findings.rewritten).toEqual({ module: 2, 'image action': 1, variable: 2, 'summary mark': 1, notice: 2, plugin: 1 });
});

test('what front matter says in the terms of Grav becomes fields, and its sentences stay', () => {
	const plan = planOf(grav);
	expect(textFrom(plan, `${page}10.quietHours/default.en.md`).content).toContain('summary: When it is quiet in the yard\ntags:\n  - governance\n  - noise\n  - sleep\n  - night\n  - rest\n');
	expect(textFrom(plan, `${page}10.quietHours/default.en.md`).content).toContain('decisions:\n  - date: 2019-05-03\n---');
	expect(bodyFrom(plan, 'user/pages/01.home/_hero/text.en.md')).toContain('On the first Sunday of every month the gate stands open, and there is soup for everyone who comes by');
	expect(plan.findings.droppedFields.map(({ field, value }) => [field, value])).toContainEqual(['date of the page', '17:34 03/05/2019']);
});

test('unpublished pages and those for members stay hidden; pages in no menu do not', () => {
	expect(planOf(grav).findings.hidden.map(({ to, field }) => `${to} ${field}`)).toEqual(['secret.md published', 'inside.md access']);
});

test('what Grav put together is told, page by page', () => {
	expect(planOf(grav).findings.problems.map(({ from, line, message }) => `${from.slice(11)}:${line} ${message.slice(0, 44)}`)).toEqual([
		'01.home/modular.en.md:9 This page showed 2 parts from folders of the',
		'02.agreements/blog.en.md:1 Below its own words, this page listed other ',
		'02.agreements/02.kitchen/default.en.md:9 Twig was left as it is: only Grav can run it',
		'02.agreements/10.quietHours/default.en.md:31 This looks like Twig and was left as it is.',
		'02.agreements/blog.de.md:1 Below its own words, this page listed other ',
		'03.people/people.en.md:1 This page showed data from user://data/peopl',
	]);
	expect(bodyFrom(planOf(grav), 'user/pages/01.home/modular.en.md')).toContain('We are nine people around one quince tree.\n\n\n- [Come in](home/hero.md)\n- [The yard](home/plan.md)\n');
});

test('the handbook reads with the problems of the report and no others', () => {
	const target = emptyFolder();
	writeImport(planOf(grav), target);
	expect(readHandbook(target).problems.map(({ code, file }) => `${code} ${file}`)).toEqual(['link-broken content/agreements/kitchen.md', 'image-unreadable content/home/plan.md']);
});

describe('which folders are Grav', () => {
	const generatorOf = (files: Record<string, string>): string => planFor(files).generator;

	test('pages/ and numbered folders at the top, when their files say so', () => {
		expect(generatorOf({ 'pages/01.home/default.md': 'a', 'pages/02.about/item.md': 'b' })).toBe('Grav');
		expect(generatorOf({ '01.home/default.md': 'a', '02.about/default.md': 'b', 'README.md': 'c' })).toBe('Grav');
		expect(planFor({ '01.home/default.md': 'a', '02.about/default.md': 'b' }).texts.map(({ to }) => to)).toEqual(['home.md', 'about.md']);
	});

	test('numbered folders of another hand are not', () => {
		expect(generatorOf({ '01.home/welcome.md': 'a', '01.home/keys.md': 'b', '02.about/us.md': 'c', '02.about/them.md': 'd' })).toBe('a folder of Markdown files');
		expect(generatorOf({ '01.rules/default.md': 'a', 'notes/x.md': 'b', 'y.md': 'c' })).toBe('a folder of Markdown files');
		expect(generatorOf({ 'SUMMARY.md': '- [a](01.home/default.md)', '01.home/default.md': 'a', '02.about/default.md': 'b' })).toContain('GitBook');
	});
});

test('modules of an unpublished page stay hidden with it, and broken front matter hides what it may have hidden', () => {
	const plan = planFor({
		'user/pages/01.home/modular.md': '---\npublished: false\n---\nx\n',
		'user/pages/01.home/01._part/text.md': 'y\n',
		'user/pages/02.odd/default.md': '---\ntitle: [odd\npublished: false\n---\nz\n',
	});
	expect(plan.findings.hidden.map(({ to }) => to).sort()).toEqual(['home.md', 'home/part.md', 'odd.md']);
});

describe.skipIf(!existsSync(kanthaus))('kanthaus-governance-2019', () => {
	test('German twins are translations of their English pages, the two statutes are German alone', () => {
		const target = emptyFolder();
		writeImport(planOf(kanthaus), target);
		const { value } = readHandbook(target);
		const german = value.entries.filter(({ fields }) => fields.lang === 'de');
		expect(german.map(({ id, fields }) => `${id} of ${fields.translationOf}`)).toEqual([
			'governance-de of governance',
			'governance/constitution-de of governance/constitution',
			'governance/governancefaq-de of governance/governancefaq',
			'governance/collectiveagreements-de of governance/collectiveagreements',
			'governance/positionsandevaluations-de of governance/positionsandevaluations',
			'governance/kanthausians-de of governance/kanthausians',
			'governance/basicentitiesandrelation-de of governance/basicentitiesandrelation',
			'governance/satzung-hauskantewurzen-de of undefined',
			'governance/satzung-wandelwuerzen-de of undefined',
		]);
		expect(value.entries).toHaveLength(16);
		expect(value.entries.filter(({ fields }) => fields.lang === 'en')).toHaveLength(7);
	});

	test('links go on working in the language of their page', () => {
		const plan = planOf(kanthaus);
		const constitution = 'user/pages/40.governance/10.constitution/default';
		expect(bodyFrom(plan, `${constitution}.de.md`)).toContain('(collectiveagreements-de.md)');
		expect(bodyFrom(plan, `${constitution}.en.md`)).toContain('(satzung-hauskantewurzen-de.md)');
		expect(bodyFrom(plan, 'user/pages/40.governance/20.collectiveagreements/default.en.md')).toContain('(constitution.md#collagrchange)');
		expect(plan.findings.brokenLinks.map(({ from, line, target }) => `${from.slice(-13)}:${line} ${target}`)).toEqual([
			'default.en.md:83 /about/visiting',
			'default.en.md:216 url',
			'default.en.md:216 url',
			'default.de.md:81 /about/visiting',
		]);
	});
});
