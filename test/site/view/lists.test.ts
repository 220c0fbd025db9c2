import { describe, expect, test } from 'vitest';
import { bookView } from '../../../src/site/view/book-view.js';
import type { ContentsLine } from '../../../src/site/view/contents-view.js';
import { homeView } from '../../../src/site/view/home-view.js';
import { kindLines, listView } from '../../../src/site/view/list-view.js';
import { miniSite } from '../mini-site.js';

const outline = (lines: readonly ContentsLine[]): unknown[] => lines.map(({ label, items }) => (items.length > 0 ? [label, outline(items)] : label));

describe('the home page', () => {
	test('says what the group holds, kind by kind, and no kind that is empty', () => {
		const { holdings } = homeView(miniSite({ 'stories/a.md': '# A\n', 'agreements/b.md': '# B\n', 'agreements/c.md': '# C\n' }));
		expect(holdings.map(({ label, count, href }) => [label, count, href])).toEqual([
			['Agreements', '2 texts', '/book/agreements/'],
			['Stories', '1 text', '/book/stories/'],
		]);
	});

	test('answers what was agreed, how it decides, what is being tried, and what was learned, and asks nothing that has no answer', () => {
		const view = homeView(
			miniSite({
				'group.md': '---\nname: Moss\ndecisionMethod: By consent\n---\n',
				'agreements/a.md': '---\ntitle: Held\nstatus: adopted\n---\n',
				'agreements/b.md': '---\ntitle: Tried\nstatus: trial\n---\n',
				'agreements/c.md': '---\ntitle: Over\nstatus: retired\n---\n',
				'decisions/d.md': '---\ntitle: Open\nstatus: open\n---\n',
				'decisions/e.md': '---\ntitle: Older\nstatus: passed\ndate: 2024\n---\n',
				'decisions/f.md': '---\ntitle: Newer\nstatus: passed\ndate: 2025\n---\n',
			}),
		);
		const titles = ({ agreed, deciding, trying, learned }: typeof view) => [agreed, deciding, trying, learned].map((section) => section?.cards.map(({ title }) => title));
		expect(titles(view)).toEqual([['Held'], ['Newer', 'Older'], ['Open', 'Tried'], undefined]);
		expect([view.agreed?.more?.href, view.deciding?.lead]).toEqual(['/book/agreements/', 'By consent']);
		expect(titles(homeView(miniSite({ 'pages/a.md': '# A\n' })))).toEqual([undefined, undefined, undefined, undefined]);
	});

	test('shows what changed lately, the newest first, and only what has a date', () => {
		const dated = (date: string) => `---\ntitle: "${date}"\nupdated: ${date}\n---\n`;
		const { changed } = homeView(miniSite({ 'pages/a.md': dated('2024'), 'pages/b.md': dated('2025-03-01'), 'pages/c.md': '# C\n', 'pages/d.md': dated('2025-03') }));
		expect(changed.map(({ title }) => title).at(-1)).toBe('2024');
		expect(changed).toHaveLength(3);
	});

	test('has the whole table of contents, in the group’s own order', () => {
		const group = '---\nname: Moss\nnav:\n  - title: First\n    items: [pages/b]\n---\n';
		expect(outline(homeView(miniSite({ 'group.md': group, 'pages/a.md': '# A\n', 'pages/b.md': '# B\n' })).contents)).toEqual([
			['First', ['B']],
			['Pages', ['A']],
		]);
	});
});

describe('the list of a kind', () => {
	test('says so when it is empty, and is kept out of search engines then', () => {
		const { cards, page } = listView('role', miniSite({ 'pages/a.md': '# A\n' }));
		expect([cards, page.noindex]).toEqual([[], true]);
	});

	test('begins with its introduction, which is not one of its texts', () => {
		const view = listView('practice', miniSite({ 'practices/README.md': '---\nsummary: Short.\n---\n\n# What we do\n\nOften.\n', 'practices/a.md': '# A\n' }));
		expect([view.title, view.about, view.introduction?.html, view.cards.map(({ title }) => title), view.count]).toEqual(['What we do', 'Short.', '<p>Often.</p>', ['A'], '1 text']);
	});

	test('pages that name each other as their parent are not lost', () => {
		const site = miniSite({ 'pages/a.md': '---\ntitle: A\nparent: pages/b\n---\n', 'pages/b.md': '---\ntitle: B\nparent: pages/a\n---\n', 'pages/c.md': '---\ntitle: C\nparent: pages/c\n---\n' });
		const listed = listView('page', site).cards.map(({ title }) => title);
		expect(site.handbook.entries.map(({ title }) => title).sort()).toEqual(['A', 'B', 'C']);
		expect(listed).toContain('C');
		expect(listed.some((title) => title === 'A' || title === 'B')).toBe(true);
	});

	test('the lists that hold something are named where a reader is lost', () => {
		expect(kindLines(miniSite({ 'roles/a.md': '# A\n' })).map(({ label }) => label)).toEqual(['Roles']);
	});
});

describe('the book', () => {
	test('has every text in reading order, and places that no two texts share', () => {
		const site = miniSite({ 'practices/check-in.md': '---\ntitle: One\n---\n\n## Steps\n', 'practices/check/in.md': '---\ntitle: Two\n---\n\n## Steps\n' });
		const { chapters, contents } = bookView(site);
		const ids = chapters.flatMap(({ anchor, html }) => [anchor, ...[...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)]);
		expect(new Set(ids).size).toBe(ids.length);
		expect(contents.flatMap(({ items }) => items.map(({ href }) => href))).toEqual(chapters.map(({ anchor }) => `#${anchor}`));
	});
});
