import { describe, expect, test } from 'vitest';
import { calendarText } from '../../../src/output/calendar.js';
import { entryFacts } from '../../../src/site/view/facts.js';
import { listView } from '../../../src/site/view/list-view.js';
import { calendarKinds, reviewCalendar } from '../../../src/site/view/review-calendar.js';
import { type ReviewLine, reviewView } from '../../../src/site/view/review-view.js';
import type { MiniFiles } from '../../mini-handbook.js';
import { miniSite } from '../mini-site.js';

const text = (title: string, fields = ''): string => `---\ntitle: "${title}"\n${fields}\n---\n`;

const files: MiniFiles = {
	'agreements/money.md': text('Money', 'status: adopted\nreviewEvery: P1Y\nreviewedBy: Bookkeeper\nreviews: [{ date: 2025-05-10, outcome: kept }]'),
	'agreements/quiet.md': text('Quiet', 'status: adopted'),
	'roles/keeper.md': text('Keeper', 'holders: [Fen, Ash]\nsince: 2025-04\nterm: P1Y'),
	'decisions/van.md': text('Van', 'reviewOn: 2027'),
};

const titles = (lines: readonly ReviewLine[]): string[] => lines.map(({ title }) => title);

describe('the page of reviews', () => {
	test('groups by the day of the last change what is overdue, due soon, and later', () => {
		const view = reviewView({ ...miniSite(files), asOf: '2026-05-03' });
		expect(view.asOf).toEqual({ text: 'May 3, 2026', date: '2026-05-03' });
		expect(view.groups.map(({ title, lines }) => [title, titles(lines)])).toEqual([
			['Overdue', ['Keeper']],
			['Due soon', ['Money']],
			['Later', ['Van']],
		]);
		expect(titles(view.never)).toEqual(['Quiet']);
	});

	test('is one list by date where no day is known', () => {
		const view = reviewView(miniSite(files));
		expect(view.asOf).toBeUndefined();
		expect(view.groups.map(({ title, lines }) => [title, titles(lines)])).toEqual([[undefined, ['Keeper', 'Money', 'Van']]]);
	});

	test('says what is due, who sees to it, and what came of the last time', () => {
		const lines = reviewView(miniSite(files)).groups.flatMap((group) => group.lines);
		expect(lines.map(({ kind, due, notes }) => [kind, ...(due?.phrases ?? []).map((phrase) => phrase.replace('{date}', due?.date.text ?? '')), ...notes])).toEqual([
			['Role', 'Term ends April 2026', 'Seen to by Fen and Ash'],
			['Agreement', 'Review due May 10, 2026', 'Seen to by Bookkeeper', 'Last time: Kept, May 10, 2025'],
			['Decision', 'To look at again 2027'],
		]);
	});

	test('says in one line what is due in a text on one date', () => {
		const site = miniSite({ 'agreements/a.md': text('A', 'reviewOn: 2026-05\nexpiresOn: 2026-05\nstewards: [Kitchen]') });
		expect(reviewView(site).groups.flatMap(({ lines }) => lines)).toMatchObject([
			{ due: { phrases: ['Review due {date}', 'In force until {date}'], date: { text: 'May 2026' }, begins: '2026-05-01', ends: '2026-05-31' }, notes: ['Seen to by Kitchen'] },
		]);
	});

	test('offers a calendar of everything and of each kind that has something due', () => {
		expect(reviewView(miniSite(files)).calendars.map(({ label, href, address }) => [label, href, address])).toEqual([
			['Everything', '/book/calendar.ics', 'https://moss.example/book/calendar.ics'],
			['Agreements', '/book/agreements/calendar.ics', 'https://moss.example/book/agreements/calendar.ics'],
			['Roles', '/book/roles/calendar.ics', 'https://moss.example/book/roles/calendar.ics'],
			['Decisions', '/book/decisions/calendar.ics', 'https://moss.example/book/decisions/calendar.ics'],
		]);
	});

	test('is linked in the foot, and found by search engines, only when there is something on it', () => {
		const empty = miniSite({ 'agreements/a.md': text('A') });
		expect([reviewView(empty).isEmpty, reviewView(empty).page.noindex, reviewView(empty).page.foot.map(({ href }) => href)]).toEqual([true, true, ['/book/copy/', '/book/book/', '/book/feeds/']]);
		const never = miniSite({ 'agreements/a.md': text('A', 'status: adopted') });
		expect([reviewView(never).isEmpty, reviewView(never).page.noindex, reviewView(never).page.foot.map(({ href }) => href)]).toEqual([
			false,
			false,
			['/book/review/', '/book/copy/', '/book/book/', '/book/feeds/'],
		]);
	});
});

test('the agreement itself and the list of agreements say the same next review', () => {
	const site = miniSite(files);
	const entry = site.byId.get('agreements/money');
	const fact = entry && entryFacts(entry, site).glance.find(({ key }) => key === 'reviewOn');
	expect([fact?.label, fact?.value]).toEqual(['Next review', { type: 'time', text: 'May 10, 2026', date: '2026-05-10' }]);
	expect(listView('agreement', site).cards.map(({ notes }) => notes)).toEqual([['Review due May 10, 2026'], []]);
});

test('an agreement that was given up names no next review', () => {
	const site = miniSite({ 'agreements/a.md': text('A', 'status: retired\nreviewOn: 2027') });
	const entry = site.byId.get('agreements/a');
	expect(entry && entryFacts(entry, site).glance).toEqual([]);
	expect(listView('agreement', site).past.map(({ notes }) => notes)).toEqual([[]]);
});

describe('the calendars', () => {
	test('have a day for everything that is due, and say when only the month or the year is known', () => {
		const { name, events } = reviewCalendar(miniSite(files));
		expect(name).toBe('Moss: due for review');
		expect(events.map(({ day, summary }) => [day, summary])).toEqual([
			['2026-04-01', 'Term ends: Keeper (during April 2026)'],
			['2026-05-10', 'Review: Money'],
			['2027-01-01', 'Look at again: Van (during 2027)'],
		]);
		expect(events[1]?.description).toBe('Seen to by Bookkeeper\nLast time: Kept, May 10, 2025\nhttps://moss.example/book/agreements/money/');
	});

	test('know each thing by the same name when its date moves, and by another for another thing or site', () => {
		const uids = (fields: string, base?: string): string[] => reviewCalendar(miniSite({ 'agreements/a.md': text('A', fields) }, base)).events.map(({ uid }) => uid);
		const [before] = uids('reviewOn: 2026');
		expect(before).toMatch(/^[0-9a-f]{32}@moss\.example$/);
		expect(uids('reviewOn: 2027-03-01')).toEqual([before]);
		expect(new Set([...uids('reviewOn: 2026\nexpiresOn: 2026'), ...uids('reviewOn: 2026', '/other/')]).size).toBe(3);
	});

	test('of a kind have what is due in it, and are there also while nothing is', () => {
		const site = miniSite({ 'roles/keeper.md': files['roles/keeper.md'] ?? null });
		expect(calendarKinds.map((kind) => [reviewCalendar(site, kind).name, reviewCalendar(site, kind).events.length])).toEqual([
			['Moss, Agreements: due for review', 0],
			['Moss, Roles: due for review', 1],
			['Moss, Decisions: due for review', 0],
		]);
		for (const kind of calendarKinds) expect(calendarText(reviewCalendar(site, kind))).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
	});

	test('hold no word of a hidden text', () => {
		const site = miniSite({ ...files, 'agreements/secret.md': text('Canary', 'draft: true\nreviewOn: 2026') });
		expect(calendarText(reviewCalendar(site))).not.toContain('Canary');
		expect(JSON.stringify([reviewView(site).groups, reviewView(site).never])).not.toContain('Canary');
	});
});
