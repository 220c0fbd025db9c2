import { describe, expect, test } from 'vitest';
import { vanishedEntries } from '../../../src/handbook/history/vanished-entries.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { placed, said } from '../../mini-handbook.js';
import { commit, git, repository } from '../../mini-repository.js';

const former = [{ id: 'practices/a', path: 'practices/a.md' }];
const text = (facts: string) => `---\n${facts}\n---\n\nOne.\n\nTwo.\n\nThree.\n`;
const problemsOf = (root: string) => readHandbook(root).problems.map(placed);

test('a text that was published and is gone is missed, with what to do about it', () => {
	expect(vanishedEntries({ former }, new Set()).map(said)).toMatchInlineSnapshot(`
		[
		  "There was a text at the address “practices/a”, and now there is none. Bring the file back, add “practices/a” to the aliases of the text that took its place, or say why it is gone: npx sporeprint withdraw practices/a --reason "..."",
		]
	`);
});

test('one that was moved is missed at its old address, unless that leads to the new one', () => {
	const moved = [{ id: 'practices/a', path: 'practices/a.md', movedTo: 'practices/b' }];
	expect(vanishedEntries({ former: moved }, new Set(['practices/b'])).map(said)).toEqual([
		'There was a text at the address “practices/a”. It is now at “practices/b”, and the old address leads nowhere. Add this line to the facts of “practices/b”: aliases: [practices/a]',
	]);
	expect(vanishedEntries({ former: moved }, new Set(['practices/a', 'practices/b']))).toEqual([]);
});

test('one that was withdrawn is not missed', () => {
	expect(vanishedEntries({ former }, new Set(['practices/a']))).toEqual([]);
});

describe('a handbook', () => {
	const published = () => {
		const root = repository();
		commit(root, { 'content/group.md': '---\nname: Moss\n---\n', 'content/pages/a.md': text('title: A'), 'content/pages/draft.md': text('title: D\ndraft: true') }, '2021-01-01T12:00:00Z');
		return root;
	};

	test('misses a text that was removed, and one that was hidden', () => {
		const root = published();
		commit(root, { 'content/pages/a.md': null, 'content/pages/draft.md': null }, '2021-02-01T12:00:00Z');
		expect(problemsOf(root)).toEqual(['content/pages/a.md:1:1 entry-vanished']);
		commit(root, { 'content/pages/a.md': text('title: A\ndraft: true') }, '2021-03-01T12:00:00Z');
		expect(problemsOf(root)).toEqual(['content/pages/a.md:1:1 entry-vanished']);
		commit(root, { 'content/pages/b.md': text('title: B\naliases: [pages/a]') }, '2021-04-01T12:00:00Z');
		expect(problemsOf(root)).toEqual([]);
	});

	test('does not miss what was only ever on a branch', () => {
		const root = published();
		git(root, ['checkout', '--quiet', '-b', 'side']);
		commit(root, { 'content/pages/try.md': text('title: Try') }, '2021-02-01T12:00:00Z');
		commit(root, { 'content/pages/try.md': null, 'content/pages/better.md': text('title: Better') }, '2021-03-01T12:00:00Z');
		git(root, ['checkout', '--quiet', 'main']);
		git(root, ['merge', '--quiet', '--no-ff', '-m', 'Merge', 'side'], '2021-04-01T12:00:00Z');
		expect(problemsOf(root)).toEqual([]);
	});
});
