import { describe, expect, test } from 'vitest';
import { homeView } from '../../../src/site/view/home-view.js';
import { furtherListPages, listView } from '../../../src/site/view/list-view.js';
import type { MiniFiles } from '../../mini-handbook.js';
import { miniSite } from '../mini-site.js';

const decision = (title: string, fields: string) => `---\ntitle: ${title}\n${fields}\n---\n`;
const agreement = (decisions: string) => `---\ntitle: Pot\ndecisions:\n${decisions}---\n`;

/** The timeline in short: year, and for each decision its day, its name and where it is told of. */
function outline(files: MiniFiles): unknown {
	return listView('decision', miniSite(files)).timeline?.map(({ title, decisions }) => [title, decisions.map(({ date, text, note, agreement: of }) => [date?.date, text?.label ?? note, of?.label])]);
}

describe('the decisions of a handbook', () => {
	test('stand in one line of time, the latest first, whether they have a text or are noted with an agreement', () => {
		const files = {
			'decisions/a.md': decision('A', 'date: 2024-05-01'),
			'decisions/b.md': decision('B', 'date: 2026'),
			'decisions/c.md': decision('C', ''),
			'agreements/pot.md': agreement('  - { date: 2025-02, method: consent, note: A trial }\n  - { date: 2024-06, url: "https://a.example/minutes/" }\n'),
		};
		expect(outline(files)).toEqual([
			['2026', [['2026', 'B', undefined]]],
			['2025', [['2025-02', 'A trial', 'Pot']]],
			[
				'2024',
				[
					['2024-06', undefined, 'Pot'],
					['2024-05-01', 'A', undefined],
				],
			],
			['Without a date', [[undefined, 'C', undefined]]],
		]);
		const { count, timeline } = listView('decision', miniSite(files));
		expect(count).toBe('5 decisions');
		expect(timeline?.[1]?.decisions[0]).toMatchObject({ method: 'Consent', agreement: { href: '/book/agreements/pot/' } });
		expect(timeline?.[2]?.decisions[0]?.link).toEqual({ label: 'a.example/minutes', href: 'https://a.example/minutes/' });
	});

	test('one that an agreement names is there once', () => {
		expect(outline({ 'decisions/a.md': decision('A', 'date: 2024'), 'agreements/pot.md': agreement('  - { id: decisions/a, date: 2024, note: As told }\n') })).toEqual([
			['2024', [['2024', 'A', undefined]]],
		]);
	});

	test('are listed even where only agreements tell of them', () => {
		const site = miniSite({ 'agreements/pot.md': agreement('  - { date: 2024, note: Yes }\n') });
		expect(listView('decision', site).page.noindex).toBe(false);
		expect(homeView(site).page.nav.map(({ label }) => label)).toEqual(['Agreements', 'Decisions']);
	});

	test('take several pages when there are many', () => {
		const lines = Array.from({ length: 201 }, (_, index) => `  - { date: 2024, note: "${index}" }\n`).join('');
		const site = miniSite({ 'agreements/pot.md': agreement(lines) });
		expect(furtherListPages(site).map(({ params }) => params)).toEqual([{ list: 'decisions', number: '2' }]);
		expect(listView('decision', site, 2).timeline?.flatMap(({ decisions }) => decisions)).toHaveLength(1);
	});

	test('without any, the list says so', () => {
		const { timeline, page } = listView('decision', miniSite({ 'pages/a.md': '# A\n' }));
		expect([timeline, page.noindex]).toEqual([[], true]);
	});
});
