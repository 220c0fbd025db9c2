import { describe, expect, test } from 'vitest';
import type { Difference } from '../../../src/lib/text-difference.js';
import { changesView } from '../../../src/site/view/changes-view.js';
import { entryView } from '../../../src/site/view/entry-view.js';
import { historyPaths, historyView } from '../../../src/site/view/history-view.js';
import { pageView } from '../../../src/site/view/page-view.js';
import { commit, repository } from '../../mini-repository.js';
import { miniSite, siteAt } from '../mini-site.js';

const group = (facts = '') => `---\nname: Moss\n${facts}---\n`;
const text = (facts: string, body = 'We share.\n') => `---\n${facts}\n---\n\n${body}`;

/** A difference in a line: [-removed-]{+added+}, and how many paragraphs are folded. */
const shown = (differences: readonly Difference[] | undefined) =>
	differences?.map((difference) =>
		difference.type === 'same'
			? `(${difference.paragraphs})`
			: difference.pieces.map(({ change, text: words }) => (change === 'removed' ? `[-${words}-]` : change === 'added' ? `{+${words}+}` : words)).join(''),
	);

function changedTwice(facts = '') {
	const root = repository();
	const opening = 'We begin.\n\nWe listen.\n\n';
	commit(
		root,
		{ 'content/group.md': group(facts), 'content/agreements/money.md': text('title: Money\nstatus: trial\ntags: [a]', `${opening}We share it all.\n`), 'content/pages/b.md': text('title: B') },
		'2021-01-01T12:00:00Z',
		'Begun',
	);
	commit(
		root,
		{ 'content/agreements/money.md': text('title: Money\nstatus: adopted\ntags: [a, b]\nadoptedOn: 2021-02', `${opening}We share it half.\n`) },
		'2021-02-01T12:00:00Z',
		'Half of it\n\nFern asked.',
	);
	return { root, site: siteAt(root) };
}

describe('the history of a text', () => {
	test('tells what changed, in words, the latest first', () => {
		const { site } = changedTwice();
		const { changes, intro, page, href } = historyView('agreements/money', site);
		expect([intro, page.noindex, href]).toEqual(['First published on January 1, 2021. The latest change comes first.', true, '/book/agreements/money/']);
		expect(changes.map(({ date, kind, message, words }) => [date?.text, kind, message, shown(words)])).toEqual([
			['February 1, 2021', 'Changed', ['Half of it', 'Fern asked.'], ['(2)', 'We share it [-all-]{+half+}.']],
			['January 1, 2021', 'New', ['Begun'], undefined],
		]);
		expect(changes[0]?.facts.map(({ label, differences }) => [label, shown(differences)])).toEqual([
			['Status', ['[-On trial-]', '{+Adopted+}']],
			['Topics', ['{+b+}']],
			['Adopted', ['{+February 2021+}']],
		]);
	});

	test('is linked from the text, and only where there is something to tell', () => {
		const { site } = changedTwice();
		expect(site.entries.map((entry) => [entry.id, entryView(entry, site).historyHref])).toEqual([
			['agreements/money', '/book/agreements/money/history/'],
			['pages/b', undefined],
		]);
		expect(historyPaths(site, 'below')).toEqual([{ params: { id: 'agreements/money' }, props: { id: 'agreements/money' } }]);
	});

	test('names whoever made a change where the group wants it', () => {
		expect(historyView('agreements/money', changedTwice().site).changes.map(({ by }) => by)).toEqual([undefined, undefined]);
		expect(historyView('agreements/money', changedTwice('history: names\n').site).changes.map(({ by }) => by)).toEqual(['by Moss', 'by Moss']);
	});

	test('has nothing of a version that was hidden, and neither has the list of all changes', () => {
		const canary = 'zqxleak';
		const root = repository();
		commit(root, { 'content/group.md': group() }, '2021-01-01T12:00:00Z', 'The group');
		for (const [facts, body, message] of [
			['\ndraft: true', canary, canary],
			['', 'One word.', 'Published'],
			['\npublished: no', `One ${canary}.`, canary],
			['', 'Another word.', 'Back'],
		] as const)
			commit(root, { 'content/pages/a.md': text(`title: A${facts}`, body) }, '2021-02-01T12:00:00Z', message);
		const site = siteAt(root);
		const { changes } = historyView('pages/a', site);
		const { days } = changesView(site);
		expect(changes.map(({ message, words }) => [message, shown(words)])).toEqual([
			[['Back'], ['[-One-]{+Another+} word.']],
			[['Published'], undefined],
		]);
		expect(JSON.stringify([changes, days])).not.toContain(canary);
	});

	test('shows a hundred changes, and says how many there are besides', () => {
		const root = repository();
		for (const title of ['A', 'B']) commit(root, { 'content/pages/a.md': text(`title: ${title}`) }, '2021-01-01T12:00:00Z');
		const site = siteAt(root);
		const history = site.handbook.history.entries.get('pages/a');
		const many = { ...history, firstPublished: '2021-01-01', changes: Array.from({ length: 103 }, () => history?.changes[0]).filter((change) => change !== undefined) };
		const long = { ...site, handbook: { ...site.handbook, history: { ...site.handbook.history, entries: new Map([['pages/a', many]]) } } };
		expect([historyView('pages/a', long).changes.length, historyView('pages/a', long).earlier]).toEqual([100, '3 earlier changes are not shown here.']);
	});

	test('folds a very long difference', () => {
		const root = repository();
		const long = (word: string) => Array.from({ length: 200 }, (_, index) => `${word} ${index} is a paragraph of its own.`).join('\n\n');
		commit(root, { 'content/pages/a.md': text('title: A', long('One')) }, '2021-01-01T12:00:00Z');
		commit(root, { 'content/pages/a.md': text('title: A', long('Two')) }, '2021-02-01T12:00:00Z');
		expect(historyView('pages/a', siteAt(root)).changes.map(({ isLong }) => isLong)).toEqual([true, false]);
	});
});

describe('the list of all changes', () => {
	test('has the days, the latest first, and what was changed at once together', () => {
		const { site } = changedTwice();
		const { days } = changesView(site);
		expect(days.map(({ date, steps }) => [date?.date, steps.map(({ message, texts }) => [message, texts.map(({ kind, title }) => `${kind}: ${title}`)])])).toEqual([
			['2021-02-01', [['Half of it', ['Changed: Money']]]],
			['2021-01-01', [['Begun', ['New: Money', 'New: B']]]],
		]);
		const [changed, began] = days.flatMap(({ steps }) => steps.flatMap(({ texts }) => texts));
		expect(changed?.differenceHref).toMatch(/^\/book\/agreements\/money\/history\/#change-[0-9a-f]{10}$/);
		expect(began?.differenceHref).toBeUndefined();
		expect(historyView('agreements/money', site).changes.map(({ anchor }) => anchor)).toContain(changed?.differenceHref?.split('#')[1]);
	});

	test('is linked at the foot of each page, and not where nothing is known or nothing is to be shown', () => {
		const foot = (site: Parameters<typeof pageView>[0]) => pageView(site, { title: '', path: '' }).foot.map(({ href }) => href);
		expect(foot(changedTwice().site)).toContain('/book/changes/');
		expect(foot(changedTwice('history: none\n').site)).not.toContain('/book/changes/');
		expect(foot(miniSite({ 'pages/a.md': '# A\n' }))).not.toContain('/book/changes/');
	});

	test('is out of search engines where it is empty', () => {
		const { page, days } = changesView(miniSite({ 'pages/a.md': '# A\n' }));
		expect([page.noindex, days]).toEqual([true, []]);
	});
});

test('the history of a text below which a text of the group’s own is called history stands aside', () => {
	const { root } = changedTwice();
	commit(root, { 'content/agreements/money/history.md': text('title: How money came to us') }, '2021-03-01T12:00:00Z', 'Our story');
	const site = siteAt(root);
	expect([...site.histories]).toEqual([['agreements/money', 'changes/of/agreements/money']]);
	const ids = (where: 'below' | 'aside') => historyPaths(site, where).map(({ params }) => params.id);
	expect([ids('below'), ids('aside')]).toEqual([[], ['agreements/money']]);
	expect(historyView('agreements/money', site).page.path).toBe('changes/of/agreements/money/');
	const entry = site.byId.get('agreements/money');
	expect(entry && entryView(entry, site).historyHref).toBe('/book/changes/of/agreements/money/');
});
