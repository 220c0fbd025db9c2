import { describe, expect, test } from 'vitest';
import { createHandbookSite } from '../../src/site/handbook-site.js';
import { hrefOfEntry, hrefOfKind, hrefOfTag, isEmptyKind } from '../../src/site/site.js';
import { readMini } from '../mini-handbook.js';
import { miniSite } from './mini-site.js';

describe('addresses', () => {
	const site = miniSite({ 'practices/check-in.md': '---\ntitle: Check-in\naliases: [rounds/first]\n---\n' });

	test('stand below the base and end in a slash', () => {
		expect(hrefOfKind(site, 'story')).toBe('/book/stories/');
		expect(hrefOfEntry(site, { id: 'practices/check-in' })).toBe('/book/practices/check-in/');
		expect(hrefOfTag(site, 'Größe & Maß')).toMatch(/^\/book\/tags\/[a-z0-9-]+\/$/);
		expect(hrefOfTag(site, '会議')).toMatch(/^\/book\/tags\/x-[0-9a-f]{8}\/$/);
	});

	test('an entry is found by its id and by every former one', () => {
		expect(site.byId.get('practices/check-in')?.title).toBe('Check-in');
		expect(site.byId.get('rounds/first')?.title).toBe('Check-in');
		expect(site.byId.get('rounds/second')).toBeUndefined();
	});
});

describe('the language of a site', () => {
	const siteIn = (languages: string) => {
		const { lang, dir, strings } = createHandbookSite(readMini({ 'group.md': `---\nname: Moss\nlanguages: [${languages}]\n---\n` }).value, {
			base: '/',
			accent: 16,
			publication: { url: 'https://moss.example/', generator: 'x' },
		});
		return [lang, dir, strings.search.title];
	};

	test.each([
		['en', ['en', 'ltr', 'Search']],
		['es', ['es', 'ltr', 'Buscar']],
		['ar', ['ar', 'rtl', 'البحث']],
		['es-MX', ['es-MX', 'ltr', 'Buscar']],
		// Nobody has written this interface yet; the texts keep their own language.
		['sw', ['en', 'ltr', 'Search']],
		['he', ['en', 'ltr', 'Search']],
	])('%s', (tag, expected) => {
		expect(siteIn(tag)).toEqual(expected);
	});
});

describe('topics', () => {
	test('stand in alphabetical order, spelled as they are first met, each entry once', () => {
		const site = miniSite({
			'practices/a.md': '---\ntitle: A\ntags: [Money, meals, money]\n---\n',
			'practices/b.md': '---\ntitle: B\ntags: [money, Äpfel]\n---\n',
		});
		expect([...site.topics.values()].map(({ tag, slug, entries }) => [tag, slug, entries.map(({ title }) => title)])).toEqual([
			['Äpfel', 'aepfel', ['B']],
			['meals', 'meals', ['A']],
			['Money', 'money', ['A', 'B']],
		]);
	});

	test('introductions of kinds are no texts of a topic', () => {
		expect(miniSite({ 'practices/README.md': '---\ntitle: Ours\ntags: [all]\n---\n' }).topics.size).toBe(0);
	});
});

describe('an empty kind', () => {
	const site = miniSite({ 'practices/a.md': '---\ntitle: A\n---\n', 'roles/README.md': '# Roles, once we have some\n' });

	test('is one with neither entries nor an introduction', () => {
		expect((['practice', 'role', 'story'] as const).map((kind) => isEmptyKind(site, kind))).toEqual([false, false, true]);
	});
});

describe('translations', () => {
	const files = {
		'practices/round.md': '---\ntitle: Round\naliases: [old/round]\n---\n',
		'practices/ronda.md': '---\ntitle: Ronda\nlang: es\ntranslationOf: practices/round\n---\n',
		'practices/runde.md': '---\ntitle: Runde\nlang: de\ntranslationOf: old/round\n---\n',
	};

	test('belong together, also where one names the original by a former id', () => {
		const family = miniSite(files).translations.get('practices/round');
		expect(family?.map(({ title }) => title).sort()).toEqual(['Ronda', 'Round', 'Runde']);
	});

	test('of a hidden text know each other and not the text', () => {
		const site = miniSite({ ...files, 'practices/round.md': '---\ntitle: Round\ndraft: true\n---\n', 'practices/runde.md': '---\ntitle: Runde\nlang: de\ntranslationOf: practices/round\n---\n' });
		expect(
			site.translations
				.get('practices/round')
				?.map(({ title }) => title)
				.sort(),
		).toEqual(['Ronda', 'Runde']);
	});
});
