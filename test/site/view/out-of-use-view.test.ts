import { describe, expect, test } from 'vitest';
import { bookView } from '../../../src/site/view/book-view.js';
import { listView } from '../../../src/site/view/list-view.js';
import { type OutOfUseView, outOfUseView } from '../../../src/site/view/out-of-use-view.js';
import { topicView } from '../../../src/site/view/topic-view.js';
import type { MiniFiles } from '../../mini-handbook.js';
import { miniSite } from '../mini-site.js';

function viewOf(path: string, fields: string, others: MiniFiles = {}): OutOfUseView | undefined {
	const site = miniSite({ ...others, [path]: `---\ntitle: X\n${fields}\n---\n` });
	const entry = site.byId.get(path.replace('.md', ''));
	if (!entry) throw new Error(`${path} was held back.`);
	return outOfUseView(entry, site);
}

describe('a text that is no longer in use', () => {
	test.each([
		['agreements/x.md', 'status: retired', true],
		['agreements/x.md', 'status: superseded', true],
		['agreements/x.md', 'retiredReason: too long', true],
		['practices/x.md', 'retiredReason: too long', true],
		['decisions/x.md', 'status: superseded', true],
		['agreements/x.md', 'status: paused', false],
		['decisions/x.md', 'status: notPassed', false],
		['pages/x.md', '', false],
	])('%s with %s: %s', (path, fields, isOut) => {
		expect(viewOf(path, fields) !== undefined).toBe(isOut);
	});

	test('says why, since when and what took its place', () => {
		const reviews = 'reviews:\n  - { date: 2024, outcome: kept }\n  - { date: 2025-03, outcome: retired, note: It was time }';
		const next = { 'agreements/y.md': '---\ntitle: Y\nsupersedes: [agreements/x]\n---\n', 'agreements/z.md': '---\ntitle: Z\nsupersedes: ["https://moss.example/book/agreements/x/"]\n---\n' };
		expect(viewOf('agreements/x.md', `status: retired\n${reviews}`, next)).toEqual({
			reason: 'It was time',
			date: { text: 'March 2025', date: '2025-03' },
			successors: [
				{ label: 'Y', href: '/book/agreements/y/', lang: 'en' },
				{ label: 'Z', href: '/book/agreements/z/', lang: 'en' },
			],
		});
		expect(viewOf('practices/x.md', 'retiredReason: Too long')).toEqual({ reason: 'Too long', date: undefined, successors: [] });
	});

	test('is found by a former id, and does not take its own place', () => {
		const next = { 'agreements/y.md': '---\ntitle: Y\nsupersedes: [agreements/was-x]\n---\n' };
		expect(viewOf('agreements/x.md', 'status: superseded\naliases: [agreements/was-x]\nsupersedes: [agreements/x]', next)?.successors.map(({ label }) => label)).toEqual(['Y']);
	});

	test('stands last in lists, under a heading of its own, and in the book with a word about it', () => {
		const site = miniSite({ 'practices/a.md': '---\ntitle: A\nretiredReason: Too long\ntags: [t]\n---\n', 'practices/b.md': '---\ntitle: B\ntags: [t]\n---\n' });
		const topic = site.topics.get('t');
		if (!topic) throw new Error('There is no topic.');
		for (const { cards, past } of [listView('practice', site), topicView(topic, site)]) expect([cards, past].map((some) => some.map(({ title }) => title))).toEqual([['B'], ['A']]);
		expect(bookView(site).chapters.map(({ title, outOfUse }) => [title, outOfUse?.reason])).toEqual([
			['A', 'Too long'],
			['B', undefined],
		]);
	});
});
