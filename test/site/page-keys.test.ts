import { describe, expect, test } from 'vitest';
import { withViewKeys } from '../../src/site/page-keys.js';
import type { Site } from '../../src/site/site.js';
import { entryPage, entryPaths } from '../../src/site/view/entry-page.js';
import type { MiniFiles } from '../mini-handbook.js';
import { miniSite } from './mini-site.js';

const files: MiniFiles = {
	'pages/a.md': '---\ntitle: A\nsummary: About A\naliases: [pages/old]\n---\n\nSee [b](b.md).\n',
	'pages/b.md': '---\ntitle: B\n---\n\nWords.\n',
	'pages/c.md': '---\ntitle: C\n---\n\nWords.\n',
};

/** The keys of entries, by id. */
function keysOf(site: Site): Record<string, string> {
	return Object.fromEntries(withViewKeys(entryPaths(site), (props) => entryPage(props, site)).map(({ params, cacheKey }) => [params.id, cacheKey]));
}

/** The entries whose keys another handbook changes. */
function changed(more: MiniFiles, base?: string): string[] {
	const [before, after] = [keysOf(miniSite(files)), keysOf(miniSite({ ...files, ...more }, base))];
	return Object.keys(after)
		.filter((id) => before[id] !== after[id])
		.sort();
}

describe('the keys of pages', () => {
	test('are made when somebody asks, and once', () => {
		let made = 0;
		const site = miniSite(files);
		const [path] = withViewKeys(entryPaths(site), (props) => {
			made += 1;
			return entryPage(props, site);
		});
		expect(made).toBe(0);
		expect(path?.cacheKey).toBe({ ...path }.cacheKey);
		expect(made).toBe(1);
	});

	test('are the same for the same handbook', () => {
		expect(changed({})).toEqual([]);
	});

	test.each<[string, MiniFiles, string[]]>([
		['the words of a text', { 'pages/c.md': '---\ntitle: C\n---\n\nOther words.\n' }, ['pages/c']],
		['a title, which neighbours and those that link to it show', { 'pages/b.md': '---\ntitle: Bee\n---\n\nWords.\n' }, ['pages/a', 'pages/b', 'pages/c']],
		['a link, which its target shows', { 'pages/c.md': '---\ntitle: C\n---\n\nSee [a](a.md).\n' }, ['pages/a', 'pages/c']],
		['a summary, which no other text shows', { 'pages/b.md': '---\ntitle: B\nsummary: x\n---\n\nWords.\n' }, ['pages/b']],
		['the name of the group', { 'group.md': '---\nname: Fern\n---\n' }, ['pages/a', 'pages/b', 'pages/c', 'pages/old']],
		['the language of the group', { 'group.md': '---\nname: Moss\nlanguages: [es]\n---\n' }, ['pages/a', 'pages/b', 'pages/c', 'pages/old']],
	])('change with %s', (_, more, ids) => {
		expect(changed(more)).toEqual(ids);
	});

	test('change with the base', () => {
		expect(changed({}, '/other/')).toEqual(['pages/a', 'pages/b', 'pages/c', 'pages/old']);
	});
});
