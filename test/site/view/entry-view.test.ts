import { describe, expect, test } from 'vitest';
import { entryPage, entryPaths } from '../../../src/site/view/entry-page.js';
import { type EntryView, entryView } from '../../../src/site/view/entry-view.js';
import type { MiniFiles } from '../../mini-handbook.js';
import { miniSite } from '../mini-site.js';

function viewOf(id: string, files: MiniFiles): EntryView {
	const site = miniSite(files);
	const entry = site.byId.get(id);
	if (!entry) throw new Error(`${id} was held back.`);
	return entryView(entry, site);
}

describe('the table of contents of a text', () => {
	const tocOf = (body: string): string[] => viewOf('pages/x', { 'pages/x.md': `---\ntitle: X\n---\n\n${body}` }).toc.map(({ depth, text }) => `${depth} ${text}`);

	test('is there from three headings on, and has sections and their parts', () => {
		expect(tocOf('## A\n\n## B\n')).toEqual([]);
		expect(tocOf('## A\n\n### B\n\n#### C\n\n## D\n')).toEqual(['2 A', '3 B', '2 D']);
	});

	test('of a very long text has its sections alone', () => {
		const body = Array.from({ length: 5 }, (_, index) => `## ${index}\n\n${'### part\n\n'.repeat(6)}`).join('');
		expect(tocOf(body)).toEqual(['2 0', '2 1', '2 2', '2 3', '2 4']);
	});
});

describe('links between texts', () => {
	const files = {
		'practices/a.md': '---\ntitle: A\nrelated: [practices/old-b, practices/hidden, practices/c]\naliases: [practices/former]\n---\n\n[b](b.md)\n',
		'practices/b.md': '---\ntitle: B\naliases: [practices/old-b]\n---\n\n[a](a.md)\n',
		'practices/c.md': '---\ntitle: C\n---\n\n[a](/practices/former)\n',
		'practices/hidden.md': '---\ntitle: Hidden\nprivate: true\n---\n\n[a](a.md)\n',
	};

	test('lead to what is related, by any id it had, and to nothing hidden', () => {
		expect(viewOf('practices/a', files).related.map(({ label, href }) => [label, href])).toEqual([
			['B', '/book/practices/b/'],
			['C', '/book/practices/c/'],
		]);
	});

	test('lead back from what is mentioned, once, and not from what stands among the related', () => {
		expect(viewOf('practices/b', files).backlinks.map(({ label }) => label)).toEqual(['A']);
		expect(viewOf('practices/a', files).backlinks.map(({ label }) => label)).not.toContain('Hidden');
	});

	test('lead to the neighbours in reading order', () => {
		const { earlier, later } = viewOf('practices/b', files);
		expect([earlier?.label, later?.label]).toEqual(['A', 'C']);
		expect(viewOf('practices/a', files).earlier).toBeUndefined();
	});
});

describe('addresses of pages', () => {
	const site = miniSite({ 'practices/README.md': '# Ours\n', 'practices/a.md': '---\ntitle: A\naliases: [old/a]\n---\n' });

	test('are those of entries and of former ids; introductions stand on their lists', () => {
		expect(entryPaths(site).map(({ params }) => params.id)).toEqual(['practices/a', 'old/a']);
	});

	test('a former address leads on and is kept out of search engines', () => {
		const { page, view, movedTo } = entryPage({ id: 'practices/a', movedFrom: 'old/a' }, site);
		expect([page.canonical, page.noindex, view, movedTo?.href]).toEqual(['https://moss.example/book/old/a/', true, undefined, '/book/practices/a/']);
	});

	test('a text without a summary is described by its first words', () => {
		const words = `${'A few words and more. '.repeat(20)}`;
		const { page } = entryPage({ id: 'pages/x' }, miniSite({ 'pages/x.md': `---\ntitle: X\n---\n\n${words}` }));
		expect(page.description).toMatch(/^A few words and more\. .*…$/);
		expect(page.description?.length).toBeLessThanOrEqual(160);
	});
});

describe('what a group changed in a text that it took over', () => {
	const hash = 'a'.repeat(64);
	const files = (body: string) => ({
		'practices/a.md': `---\ntitle: A\nbasedOn:\n  - title: Round\n    group: Fern\n    sha256: ${hash}\n---\n${body}`,
		[`.upstream/${hash}.md`]: '---\ntitle: Round\n---\nWe meet on Monday.\n\n[Stay](../b.md) seated.\n',
	});
	const changesOf = (body: string) => viewOf('practices/a', files(body)).lineage[0]?.differences;

	test('is shown word by word against the text as it was taken', () => {
		expect(changesOf('We meet on Friday.\n\nStay seated.\n')).toEqual([
			{
				type: 'changed',
				pieces: [
					{ change: 'same', text: 'We meet on ' },
					{ change: 'removed', text: 'Monday' },
					{ change: 'added', text: 'Friday' },
					{ change: 'same', text: '.' },
				],
			},
			{ type: 'same', paragraphs: 1 },
		]);
	});

	test('is nothing when the words are the same, or the text was not kept', () => {
		expect(changesOf('We meet on Monday.\n\nStay seated.\n')).toBeUndefined();
		expect(viewOf('practices/a', { ...files('Other.\n'), [`.upstream/${hash}.md`]: null }).lineage[0]?.differences).toBeUndefined();
	});
});

describe('where a text comes from', () => {
	const kept = 'b'.repeat(64);
	const taken = (more: string) => ({
		'practices/a.md': `---\ntitle: A\nbasedOn:\n  - { url: 'https://fern.example/round/', title: Round, group: Fern, relation: adapted, sha256: ${kept}, retrieved: 2026-05, changes: 'shorter, for six people' }\n  - { url: 'https://oak.example/circle/', title: Circle, group: Oak, relation: translated }\n---\nWords.\n`,
		[`.upstream/${kept}.md`]: `---\ntitle: Round\n${more}---\nWords.\n`,
	});
	const sentences = (more: string) => viewOf('practices/a', taken(more)).lineage.map(({ sentence }) => sentence?.replace(/[\u2068\u2069]/g, ''));

	test('is said in words, through whose hands', () => {
		expect(sentences('basedOn: [{ url: https://oak.example/circle/, relation: translated }]\n')).toEqual(['Adapted by Moss from Fern', 'Translated by Fern from Oak']);
		expect(viewOf('practices/a', taken('')).lineage[0]).toMatchObject({ retrieved: { text: 'May 2026' }, changes: 'shorter, for six people' });
	});

	test('names no hands that nobody knows', () => {
		expect(sentences('')).toEqual(['Adapted by Moss from Fern', 'Translated from Oak']);
	});
});

describe('who uses a text', () => {
	test('is said as the chosen index knew it', () => {
		const text = {
			title: 'Round',
			inUseSince: '2024',
			basedOn: [{ url: 'https://moss.example/book/practices/a/', relation: 'adapted' }],
			mirrorOf: { url: 'https://fern.example/round/', handbook: 'https://fern.example/', group: 'Fern' },
		};
		const view = viewOf('practices/a', {
			'group.md': '---\nname: Moss\nnetworks: [https://net.example/]\n---\n',
			'practices/a.md': '# A\n',
			'.network.json': JSON.stringify({ sporeprint: 1, url: 'https://net.example/', generatedAt: '2026-05-17T00:00:00Z', group: { name: 'Net' }, entries: [text] }),
		});
		expect(view.usage).toEqual({
			note: 'As of May 17, 2026, as Net knows.',
			index: { name: 'Net', url: 'https://net.example/' },
			users: [{ group: 'Fern', url: 'https://fern.example/round/', notes: ['Adapted', 'In use since 2024'] }],
		});
	});
});
