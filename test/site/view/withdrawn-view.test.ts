import { describe, expect, test } from 'vitest';
import { searchRecords } from '../../../src/output/search-index.js';
import { entryPage, entryPaths } from '../../../src/site/view/entry-page.js';
import { miniSite } from '../mini-site.js';

const withdrawn = (successor = '') => `withdrawn:\n  - id: pages/gone\n    date: 2026-05\n    reason: Nobody held to it\n${successor && `    successor: ${successor}\n`}`;

describe('the address of a text that was withdrawn', () => {
	const site = miniSite({ 'pages/a.md': '# A\n', 'withdrawn.yml': withdrawn('pages/a') });
	const place = entryPaths(site).find(({ params }) => params.id === 'pages/gone');

	test('says when and why, and leads to what stands in its place', () => {
		expect(place && entryPage(place.props, site)).toMatchObject({
			page: { title: 'This text was withdrawn', path: 'pages/gone/', noindex: true },
			withdrawn: { date: { text: 'May 2026' }, reason: 'Nobody held to it', successor: { label: 'A', href: '/book/pages/a/' } },
		});
	});

	test('is the only place where there is a word of it', () => {
		expect([...site.byId.keys()]).toEqual(['pages/a']);
		expect(searchRecords(site.entries, site).map(({ url }) => url)).toEqual(['/book/pages/a/']);
	});

	test.each([
		['https://b.example/x/', { label: 'b.example/x', href: 'https://b.example/x/' }],
		['', undefined],
	])('leads elsewhere as well: %j', (successor, link) => {
		const other = miniSite({ 'withdrawn.yml': withdrawn(successor) });
		const [path] = entryPaths(other);
		expect(path && entryPage(path.props, other).withdrawn?.successor).toEqual(link);
	});
});
