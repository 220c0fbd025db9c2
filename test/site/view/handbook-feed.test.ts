import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { atomText, type Feed, jsonFeedText } from '../../../src/output/feed.js';
import { handbookFeeds } from '../../../src/site/handbook-feeds.js';
import { handbookFeed } from '../../../src/site/view/handbook-feed.js';
import { homeView } from '../../../src/site/view/home-view.js';
import { listView } from '../../../src/site/view/list-view.js';
import { type MiniFiles, smallImage } from '../../mini-handbook.js';
import { miniSite } from '../mini-site.js';
import { jsonFeedSchema } from './json-feed-schema.js';

const files: MiniFiles = {
	'practices/check-in.md':
		'---\ntitle: "Check-in & <co>"\nupdated: 2026-05-17\nsummary: Short.\ntags: [care]\nauthors: [Ash, Fen]\n---\n\nAs in [the pot](../agreements/pot.md), [below](#end) & ![a](a.svg)\n\n## End\n',
	'practices/a.svg': smallImage,
	'agreements/pot.md': '---\ntitle: Pot\nadoptedOn: 2024-05\nreviewOn: 2026-07\naliases: [agreements/purse, agreements/bag]\n---\n\nAll.\n',
	'decisions/van.md': '---\ntitle: Van\ndate: 2025-09-15\nupdated: 2026-01\n---\n\nYes.\n',
	'pages/undated.md': '# Undated\n',
	'withdrawn.yml': 'withdrawn:\n  - id: pages/gone\n    date: 2026\n    reason: Old\n',
};

function feedOf(name: string, some = files): Feed {
	const feed = handbookFeeds.find((each) => each.name === name);
	if (!feed) throw new Error(`There is no feed ${name}.`);
	return handbookFeed(feed, { ...miniSite(some), asOf: '2026-06-01' });
}

describe('the feed of what is new and changed', () => {
	const feed = feedOf('changed');

	test('has every text with a date, the latest first, and none without', () => {
		expect(feed.items.map(({ title, updated, published }) => [title, updated, published])).toEqual([
			['Check-in & <co>', '2026-05-17', undefined],
			['Van', '2026-01', '2025-09-15'],
			['Pot', '2024-05', '2024-05'],
		]);
	});

	test('brings the whole text, with every address in full', () => {
		const html = feed.items[0]?.html ?? '';
		expect(html).toContain('href="https://moss.example/book/agreements/pot/"');
		expect(html).toContain('href="https://moss.example/book/practices/check-in/#end"');
		expect(html).toMatch(/src="https:\/\/moss\.example\/book\/media\/a[^"]*\.svg"/);
		expect(html).toContain('&#x26;');
	});

	test('knows a text by its first address, whatever its title and its address today', () => {
		const renamed = { ...files, 'agreements/pot.md': '---\ntitle: Another title\nadoptedOn: 2024-05\nid: agreements/kitty\naliases: [agreements/purse, agreements/bag, agreements/pot]\n---\n' };
		const idOf = ({ items }: Feed) => items.at(-1)?.id;
		expect([idOf(feed), idOf(feedOf('changed', renamed))]).toEqual(['https://moss.example/book/agreements/purse/', 'https://moss.example/book/agreements/purse/']);
	});

	test('is the same bytes each time', () => {
		expect([atomText(feedOf('changed')), jsonFeedText(feedOf('changed'))]).toEqual([atomText(feed), jsonFeedText(feed)]);
	});
});

test('the feed of decisions has decisions only, under an id of its own', () => {
	const feed = feedOf('decisions');
	expect(feed.items.map(({ title }) => title)).toEqual(['Van']);
	expect([feed.id, feedOf('changed').id]).toEqual(['https://moss.example/book/decisions/feed.xml', 'https://moss.example/book/feed.xml']);
});

describe('the feed of what comes due', () => {
	test('has what is due soon or overdue, from the day on which it is due soon', () => {
		const some = {
			'agreements/soon.md': '---\ntitle: Soon\nreviewOn: 2026-07-15\n---\n',
			'agreements/later.md': '---\ntitle: Later\nreviewOn: 2026-09\n---\n',
			'roles/host.md': '---\ntitle: Host\nsince: 2024-01-31\nterm: P1Y\n---\n',
		};
		expect(feedOf('due', some).items.map(({ id, title, updated, summary }) => [id, title, updated, summary])).toEqual([
			['https://moss.example/book/agreements/soon/#review-2026-07-15', 'Review: Soon', '2026-05-16', 'Review due July 15, 2026'],
			['https://moss.example/book/roles/host/#term-2025-01-31', 'Term ends: Host', '2024-12-02', 'Term ends January 31, 2025'],
		]);
	});

	test('is empty where no day is known', () => {
		const feed = handbookFeeds.find(({ name }) => name === 'due');
		expect(feed && handbookFeed(feed, miniSite(files)).items).toEqual([]);
	});
});

describe.each(handbookFeeds.map(({ name }) => name))('the feed “%s” as others read it', (name) => {
	const feed = feedOf(name);

	test('is Atom', () => {
		const read = parseAtomFeed(atomText(feed));
		expect(read).toMatchObject({ id: feed.id, title: { value: feed.title }, updated: new Date(feed.items[0]?.updated ?? '').toISOString() });
		expect(read.links?.map(({ rel, href }) => [rel, href])).toEqual([
			['alternate', 'https://moss.example/book/'],
			['self', `${feed.url}.xml`],
		]);
		expect(read.entries?.map((entry) => [entry.id, entry.title?.value, entry.content?.value, entry.links?.[0]?.href])).toEqual(feed.items.map(({ id, title, html, url }) => [id, title, html, url]));
		for (const entry of read.entries ?? []) expect([entry.authors?.length, Number.isNaN(Date.parse(String(entry.updated)))]).toEqual([1, false]);
	});

	test('is JSON Feed', () => {
		const text = jsonFeedText(feed);
		const read = parseJsonFeed(text);
		expect(read.items?.map((item) => [item.id, item.title, item.content_html, item.url])).toEqual(feed.items.map(({ id, title, html, url }) => [id, title, html, url]));
		const ajv = new Ajv({ strict: false });
		addFormats.default(ajv);
		const isFeed = ajv.compile(jsonFeedSchema);
		expect([isFeed(JSON.parse(text)), isFeed.errors]).toEqual([true, null]);
		expect(isFeed({ ...JSON.parse(text), items: [{ title: 'no id' }] })).toBe(false);
	});
});

test('the home page and lists say where the feeds are, and texts do not', () => {
	const site = miniSite(files);
	for (const { page } of [homeView(site), listView('practice', site)])
		expect(page.feeds.map(({ href, type }) => [href, type])).toEqual([
			['/book/feed.xml', 'application/atom+xml'],
			['/book/feed.json', 'application/feed+json'],
			['/book/decisions/feed.xml', 'application/atom+xml'],
			['/book/decisions/feed.json', 'application/feed+json'],
			['/book/review/feed.xml', 'application/atom+xml'],
			['/book/review/feed.json', 'application/feed+json'],
		]);
});
