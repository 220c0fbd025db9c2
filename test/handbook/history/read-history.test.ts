import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Handbook } from '../../../src/handbook/handbook.js';
import { type Git, gitIn } from '../../../src/handbook/history/ask-git.js';
import type { Change } from '../../../src/handbook/history/handbook-history.js';
import { readHistory } from '../../../src/handbook/history/read-history.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { emptyFolder, placed, writeFiles } from '../../mini-handbook.js';
import { commit, git, repository } from '../../mini-repository.js';

const group = '---\nname: Moss\n---\n';
const text = (facts: string, body = 'Words.\n') => `---\n${facts}\n---\n\n${body}`;
const long = (first: string) => `${first}\n\nWe sit down.\n\nWe listen.\n\nWe speak one by one.\n\nWe thank each other.\n`;

/** A change as a line: day, kind, former address, message, author. */
const line = ({ day, kind, formerId, message, author }: Change) =>
	[day, kind, ...(formerId ? [`from ${formerId}`] : []), ...(message ? [`“${message}”`] : []), ...(author ? [`by ${author}`] : [])].join(' ');
const timelineOf = ({ history }: Handbook) => Object.fromEntries([...history.entries].map(([id, { changes }]) => [id, changes.toReversed().map(line)]));
const timeline = (root: string) => timelineOf(readHandbook(root).value);
const words = (handbook: Handbook, id: string) =>
	handbook.history.entries.get(id)?.changes.map(({ before, after }) => [before && handbook.history.read(before)?.body.trim(), handbook.history.read(after)?.body.trim()]);

/** Moves a file or a folder below `content/`. */
const move = (root: string, from: string, to: string) => {
	mkdirSync(join(root, 'content', to, '..'), { recursive: true });
	renameSync(join(root, 'content', from), join(root, 'content', to));
};

test('tells what became of every text', () => {
	const root = repository();
	commit(
		root,
		{
			'content/group.md': group,
			'content/agreements/money.md': text('title: Money\nstatus: adopted\ntags: [a, b]', long('We share.')),
			'content/practices/check-in.md': text('title: Check-in', long('We arrive.')),
			'content/practices/old/one.md': text('title: One', long('One.')),
			'content/practices/old/two.md': text('title: Two', long('Two.')),
			'content/pages/fixed.md': text('title: Fixed\nid: pages/our-page', long('Fixed.')),
			'content/practices/taken.md': text('title: Taken\nbasedOn:\n  - url: https://fern.example/taken/', long('Taken.')),
		},
		'2021-01-01T12:00:00Z',
		'We begin\n\nThis is why.\n\nSigned-off-by: Moss <moss@example.org>\nCo-authored-by: Fern <fern@example.org>',
	);
	commit(
		root,
		{
			'content/agreements/money.md': `---\r\nstatus: 'adopted'\r\n"title": Money\r\ntags:\r\n  - a\r\n  - b\r\n---\r\n\r\n\r\n${long('We  share.').replaceAll('\n', '\r\n')}\r\n`,
			'content/practices/check-in.md': text('title: Check-in', long('We arrive slowly.')),
		},
		'2021-02-01T23:30:00-05:00',
		'Slowly, as fern@example.org asked',
	);
	move(root, 'practices/check-in.md', 'practices/arriving.md');
	commit(root, { 'content/practices/arriving.md': text('title: Arriving', long('We arrive slowly.')) }, '2021-03-01T12:00:00Z', 'Another name');
	move(root, 'practices/old', 'practices/kept');
	move(root, 'pages/fixed.md', 'pages/elsewhere.md');
	commit(root, {}, '2021-04-01T12:00:00Z', 'Tidy up');
	commit(
		root,
		{ 'content/agreements/money.md': text('title: Money\nstatus: adopted\nreviews:\n  - { date: 2021-05-01, outcome: kept }', long('We share.')) },
		'2021-05-01T12:00:00Z',
		'Looked at again',
	);
	commit(root, { 'content/practices/kept/two.md': null }, '2021-06-01T12:00:00Z', 'Not ours');
	commit(root, { 'content/practices/kept/two.md': text('title: Two', long('Two, again.')) }, '2021-07-01T12:00:00Z', 'Ours after all');

	git(root, ['checkout', '--quiet', '-b', 'quiet']);
	commit(
		root,
		{ 'content/agreements/money.md': text('title: Money\nstatus: adopted\nreviews:\n  - { date: 2021-05-01, outcome: kept }', `${long('We share.')}\nAll of it.\n`) },
		'2021-08-01T12:00:00Z',
		'All of it',
	);
	git(root, ['checkout', '--quiet', 'main']);
	commit(root, { 'content/agreements/money.md': text('title: Our money\nstatus: adopted\nreviews:\n  - { date: 2021-05-01, outcome: kept }', long('We share.')) }, '2021-08-02T12:00:00Z', 'Ours');
	git(root, ['merge', '--quiet', '--no-ff', '-m', 'Merge pull request #1 from moss/quiet', 'quiet'], '2021-08-03T12:00:00Z');

	git(root, ['checkout', '--quiet', '-b', 'loud']);
	commit(root, { 'content/practices/kept/one.md': text('title: One', long('Eins.')) }, '2021-09-01T12:00:00Z', 'Auf Deutsch');
	git(root, ['checkout', '--quiet', 'main']);
	commit(root, { 'content/practices/kept/one.md': text('title: One', long('Uno.')) }, '2021-09-02T12:00:00Z', 'En español');
	expect(() => git(root, ['merge', '--quiet', '--no-ff', 'loud'])).toThrow();
	commit(root, { 'content/practices/kept/one.md': text('title: One', long('Eins, uno.')) }, '2021-09-03T12:00:00Z', "Merge branch 'loud'");

	commit(root, { 'content/practices/taken.md': text('title: Taken\nretiredReason: Nobody came\nbasedOn:\n  - url: https://fern.example/taken/', long('Taken.')) }, '2021-10-01T12:00:00Z', 'Given up');

	expect(timeline(root)).toEqual({
		'agreements/money': ['2021-01-01 new “We begin\n\nThis is why.”', '2021-05-01 reviewed “Looked at again”', '2021-08-01 changed “All of it”', '2021-08-02 changed “Ours”'],
		'pages/our-page': ['2021-01-01 new “We begin\n\nThis is why.”'],
		'practices/arriving': ['2021-01-01 new “We begin\n\nThis is why.”', '2021-02-02 changed “Slowly, as asked”', '2021-03-01 renamed from practices/check-in “Another name”'],
		'practices/kept/one': [
			'2021-01-01 new “We begin\n\nThis is why.”',
			'2021-04-01 renamed from practices/old/one “Tidy up”',
			'2021-09-01 changed “Auf Deutsch”',
			'2021-09-02 changed “En español”',
			'2021-09-03 changed',
		],
		'practices/kept/two': ['2021-01-01 new “We begin\n\nThis is why.”', '2021-04-01 renamed from practices/old/two “Tidy up”', '2021-07-01 changed “Ours after all”'],
		'practices/taken': ['2021-01-01 adopted “We begin\n\nThis is why.”', '2021-10-01 retired “Given up”'],
	});

	const { value, problems } = readHandbook(root);
	expect(value.history.entries.get('practices/kept/one')?.firstPublished).toBe('2021-01-01');
	expect(words(value, 'practices/kept/one')?.[0]).toEqual([long('Uno.').trim(), long('Eins, uno.').trim()]);
	expect(words(value, 'practices/kept/one')?.[2]).toEqual([long('One.').trim(), long('Eins.').trim()]);
	expect(problems.map(placed)).toEqual(['content/practices/check-in.md:1:1 entry-vanished', 'content/practices/old/one.md:1:1 entry-vanished', 'content/practices/old/two.md:1:1 entry-vanished']);
});

describe('what was hidden', () => {
	const canary = 'canary-in-the-cellar';

	test('is in no version, no message and no difference', () => {
		const root = repository();
		const a = (facts: string, body: string) => ({ 'content/pages/a.md': text(`title: A${facts}`, body) });
		commit(root, { 'content/group.md': group, ...a('\ndraft: true', canary) }, '2021-01-01T12:00:00Z', `Begun: ${canary}`);
		commit(root, a('', 'Seen.'), '2021-02-01T12:00:00Z', 'Published');
		for (const [index, facts] of ['private: true', 'published: false', 'draft: "yes"', 'drafft: true', 'title: [', 'hidden: true'].entries())
			commit(root, a(`\n${facts}`, `${canary} ${index}`), '2021-03-01T12:00:00Z', `${canary} ${facts}`);
		commit(root, a('', 'Seen again.'), '2021-04-01T12:00:00Z', 'Back');
		commit(root, { 'content/pages/b.md': text('title: B') }, '2021-05-01T12:00:00Z');
		commit(root, { 'content/pages/b.md': text('title: B\ndraft: true', canary) }, '2021-06-01T12:00:00Z', canary);

		const { value } = readHandbook(root);
		expect(timelineOf(value)).toEqual({ 'pages/a': ['2021-02-01 new “Published”', '2021-04-01 changed “Back”'] });
		expect(words(value, 'pages/a')).toEqual([
			['Seen.', 'Seen again.'],
			[undefined, 'Seen.'],
		]);
		expect(JSON.stringify([...value.history.entries])).not.toContain(canary);
		const hidden = git(root, ['rev-parse', 'HEAD:content/pages/b.md']);
		expect(value.history.read({ blob: hidden, path: 'pages/b.md' })).toBeUndefined();
	});

	test('and moved to where it is visible has no past', () => {
		const root = repository();
		commit(root, { 'content/drafts/a.md': text('title: A\ndraft: true', long(canary)), 'content/.notes/b.md': text('title: B', long('Notes.')) }, '2021-01-01T12:00:00Z', canary);
		move(root, 'drafts/a.md', 'pages/a.md');
		move(root, '.notes/b.md', 'pages/b.md');
		commit(root, { 'content/pages/a.md': text('title: A', long('Seen.')) }, '2021-02-01T12:00:00Z', 'Published');
		expect(timeline(root)).toEqual({ 'pages/a': ['2021-02-01 new “Published”'], 'pages/b': ['2021-02-01 new “Published”'] });
	});
});

describe('names', () => {
	const authors = (setting: string) => {
		const root = repository();
		commit(root, { 'content/group.md': `---\nname: Moss\n${setting}\n---\n`, 'content/pages/a.md': text('title: A') }, '2021-01-01T12:00:00Z', 'Begun');
		git(root, ['-c', 'user.name=x', 'commit', '--quiet', '--amend', '--no-edit', '--author=Fern fern@example.org <fern@example.org>'], '2021-01-01T12:00:00Z');
		return timeline(root);
	};

	test('are shown only where the group wants it, and never an e-mail address', () => {
		expect(authors('')).toEqual({ 'pages/a': ['2021-01-01 new “Begun”'] });
		expect(authors('history: names')).toEqual({ 'pages/a': ['2021-01-01 new “Begun” by Fern'] });
	});

	test('and nothing is shown where the group wants nothing, but when a text was last changed', () => {
		expect(authors('history: none')).toEqual({});
		const root = repository();
		commit(root, { 'content/group.md': '---\nname: Moss\nhistory: none\n---\n', 'content/pages/a.md': text('title: A') }, '2021-01-01T12:00:00Z');
		expect(readHandbook(root).value.entries.map(({ updated }) => updated)).toEqual(['2021-01-01']);
	});
});

describe('a change of form', () => {
	test('is not the last change of a text', () => {
		const root = repository();
		commit(root, { 'content/group.md': group, 'content/pages/a.md': text('title: A\ntags: [a]') }, '2021-01-01T12:00:00Z');
		commit(root, { 'content/pages/a.md': text('tags:\n- "a"\ntitle: "A"', '\nWords.   \n\n') }, '2022-01-01T12:00:00Z');
		expect(readHandbook(root).value.entries.map(({ updated }) => updated)).toEqual(['2021-01-01']);
	});
});

describe('a change that was made twice', () => {
	test('on two branches is told once', () => {
		const root = repository();
		commit(root, { 'content/pages/a.md': text('title: A', long('One.')) }, '2021-01-01T12:00:00Z', 'Begun');
		git(root, ['checkout', '--quiet', '-b', 'side']);
		const change = commit(root, { 'content/pages/a.md': text('title: A', long('Two.')) }, '2021-02-01T12:00:00Z', 'Two');
		git(root, ['checkout', '--quiet', 'main']);
		commit(root, { 'content/pages/b.md': text('title: B') }, '2021-03-01T12:00:00Z', 'B');
		git(root, ['cherry-pick', change], '2021-04-01T12:00:00Z');
		git(root, ['merge', '--quiet', '--no-ff', '-m', "Merge branch 'side'", 'side'], '2021-05-01T12:00:00Z');
		expect(timeline(root)['pages/a']).toEqual(['2021-01-01 new “Begun”', '2021-02-01 changed “Two”']);
	});
});

describe('a text that was moved on one branch and changed on another', () => {
	test('keeps both', () => {
		const root = repository();
		commit(root, { 'content/pages/a.md': text('title: A', long('One.')) }, '2021-01-01T12:00:00Z', 'Begun');
		git(root, ['checkout', '--quiet', '-b', 'side']);
		move(root, 'pages/a.md', 'pages/b.md');
		commit(root, {}, '2021-02-01T12:00:00Z', 'Moved');
		git(root, ['checkout', '--quiet', 'main']);
		commit(root, { 'content/pages/a.md': text('title: A', long('Two.')) }, '2021-03-01T12:00:00Z', 'Two');
		git(root, ['merge', '--quiet', '--no-ff', '-m', "Merge branch 'side'", 'side'], '2021-04-01T12:00:00Z');
		expect(timeline(root)).toEqual({ 'pages/b': ['2021-01-01 new “Begun”', '2021-02-01 renamed from pages/a “Moved”', '2021-03-01 changed “Two”'] });
	});
});

describe('a text that was hidden on a branch', () => {
	test('and stayed visible where the branches met keeps its history', () => {
		const root = repository();
		commit(root, { 'content/pages/a.md': text('title: A', long('One.')) }, '2021-01-01T12:00:00Z', 'Begun');
		git(root, ['checkout', '--quiet', '-b', 'side']);
		commit(root, { 'content/pages/a.md': text('title: A\ndraft: true', long('One.')) }, '2021-02-01T12:00:00Z', 'Hide it');
		git(root, ['checkout', '--quiet', 'main']);
		git(root, ['merge', '--quiet', '--no-ff', '-s', 'ours', '-m', "Merge branch 'side'", 'side'], '2021-03-01T12:00:00Z');
		expect([timeline(root), readHandbook(root).problems.map(({ code }) => code)]).toEqual([{ 'pages/a': ['2021-01-01 new “Begun”'] }, ['group-missing']]);
	});
});

test('another text at an address that was left begins anew', () => {
	const root = repository();
	commit(root, { 'content/pages/a.md': text('title: A', long('One.')) }, '2021-01-01T12:00:00Z', 'Begun');
	move(root, 'pages/a.md', 'pages/b.md');
	commit(root, {}, '2021-02-01T12:00:00Z', 'Moved');
	commit(root, { 'content/pages/a.md': text('title: Other', 'Nothing alike.') }, '2021-03-01T12:00:00Z', 'Other');
	expect(timeline(root)).toEqual({ 'pages/a': ['2021-03-01 new “Other”'], 'pages/b': ['2021-01-01 new “Begun”', '2021-02-01 renamed from pages/a “Moved”'] });
});

describe('where there is no history', () => {
	test('a copy without it shows none, and says how to get it', () => {
		const root = repository();
		commit(root, { 'content/group.md': group, 'content/pages/a.md': text('title: A') }, '2021-01-01T12:00:00Z');
		commit(root, { 'content/pages/a.md': text('title: B') }, '2021-02-01T12:00:00Z');
		const copy = join(emptyFolder(), 'copy');
		git(root, ['clone', '--quiet', '--depth', '1', pathToFileURL(root).href, copy]);
		const { value, problems } = readHandbook(copy);
		expect(timelineOf(value)).toEqual({});
		expect(problems.map(placed)).toEqual(['content:1:1 history-shallow']);
		expect(problems[0]?.hint).toContain('fetch-depth: 0');
		expect(readHandbook(root).problems).toEqual([]);
	});

	test('nothing is said where git knows nothing of the content', () => {
		const root = emptyFolder();
		writeFiles(root, { 'content/group.md': group, 'content/pages/a.md': text('title: A') });
		expect([timeline(root), readHandbook(root).problems]).toEqual([{}, []]);
	});
});

test('a handbook in a folder of a larger repository has its own history alone', () => {
	const folder = repository();
	commit(folder, { 'books/moss/content/pages/a.md': text('title: A'), 'books/fern/content/pages/a.md': text('title: A'), 'content/pages/a.md': 'x' }, '2021-01-01T12:00:00Z', 'Begun');
	commit(folder, { 'books/fern/content/pages/a.md': text('title: Fern') }, '2021-02-01T12:00:00Z', 'Fern');
	expect(timeline(join(folder, 'books/moss'))).toEqual({ 'pages/a': ['2021-01-01 new “Begun”'] });
	expect(timeline(join(folder, 'books/fern'))).toEqual({ 'pages/a': ['2021-01-01 new “Begun”', '2021-02-01 changed “Fern”'] });
});

describe('the cache', () => {
	const programs = 'sporeprint/test';
	const counting = (root: string) => {
		const asked = { blobs: 0, commits: 0 };
		const real = gitIn(root);
		const counted: Git = {
			ask: (args, input) => {
				const answer = real.ask(args, input);
				if (args[0] === 'cat-file') asked.blobs += input?.trim().split('\n').length ?? 0;
				if (args[0] === 'log' && args.includes('--raw')) asked.commits += answer?.toString('utf8').split('\x01').length ?? 1;
				return answer;
			},
		};
		return { asked, counted };
	};
	const read = (root: string, folder: string, program = programs) => {
		const { asked, counted } = counting(root);
		const histories = readHistory(counted, { pathInRepo: '', head: git(root, ['rev-parse', 'HEAD']), names: false, cache: { folder, program } });
		return { ...asked, commits: Math.max(0, asked.commits - 1), histories: [...histories.byPath] };
	};
	const fresh = (root: string) => read(root, emptyFolder()).histories;
	const entry = (number: number) => ({ [`content/pages/${number % 3}.md`]: text(`title: A ${number}`) });
	const longRepository = (count: number) => {
		const root = repository();
		for (let number = 0; number < count; number += 1) commit(root, entry(number), `2021-01-${String(number + 1).padStart(2, '0')}T12:00:00Z`, `Number ${number}`);
		return root;
	};

	test('leaves nothing to ask when nothing is new, and one commit when one is', () => {
		const root = longRepository(6);
		const folder = emptyFolder();
		expect(read(root, folder)).toMatchObject({ blobs: 6, commits: 6 });
		expect(read(root, folder)).toMatchObject({ blobs: 0, commits: 0 });
		commit(root, entry(7), '2021-02-01T12:00:00Z', 'One more');
		const warm = read(root, folder);
		expect(warm).toMatchObject({ blobs: 1, commits: 1 });
		expect(warm.histories).toEqual(fresh(root));
	});

	test('gives the same after a merge of what was begun before', () => {
		const root = longRepository(4);
		const folder = emptyFolder();
		git(root, ['checkout', '--quiet', '-b', 'side', 'HEAD~2']);
		commit(root, { 'content/pages/9.md': text('title: Nine') }, '2021-01-03T18:00:00Z', 'Nine');
		git(root, ['checkout', '--quiet', 'main']);
		read(root, folder);
		git(root, ['merge', '--quiet', '--no-ff', '-m', 'Merge', 'side'], '2021-02-03T12:00:00Z');
		const warm = read(root, folder);
		expect(warm.blobs).toBe(1);
		expect(warm.histories).toEqual(fresh(root));
	});

	test('survives a history that was rewritten', () => {
		const root = longRepository(4);
		const folder = emptyFolder();
		read(root, folder);
		git(root, ['reset', '--quiet', '--hard', 'HEAD~2']);
		commit(root, { 'content/pages/9.md': text('title: Nine') }, '2021-02-03T12:00:00Z', 'Nine');
		expect(read(root, folder).histories).toEqual(fresh(root));
		git(root, ['checkout', '--quiet', '--orphan', 'again']);
		commit(root, { 'content/pages/0.md': text('title: Anew') }, '2021-03-03T12:00:00Z', 'Anew');
		git(root, ['branch', '-D', 'main']);
		git(root, ['reflog', 'expire', '--expire=now', '--all']);
		git(root, ['gc', '--quiet', '--prune=now']);
		expect(read(root, folder).histories).toEqual(fresh(root));
	});

	test('counts as none when it is torn, or when another program wrote it', () => {
		const root = longRepository(2);
		const folder = emptyFolder();
		read(root, folder);
		expect(read(root, folder, 'sporeprint/next')).toMatchObject({ blobs: 2, commits: 2 });
		const [file = ''] = readdirSync(folder);
		writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').slice(0, -20));
		writeFileSync(join(folder, `${file}.torn`), 'x');
		expect(read(root, folder, 'sporeprint/next')).toMatchObject({ blobs: 2, commits: 2, histories: fresh(root) });
		expect(readdirSync(folder)).toEqual([file]);
	});
});

test('a thousand commits are read in a time that is printed', () => {
	const root = repository();
	const stream = Array.from({ length: 1000 }, (_, index) => {
		const content = text(`title: Text ${index % 200}`, long(`Version ${index}.`));
		const message = `Change ${index}`;
		const path = `content/practices/text-${index % 200}.md`;
		return `commit refs/heads/main\ncommitter Moss <moss@example.org> ${1600000000 + index * 3600} +0000\ndata ${message.length}\n${message}\nM 644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`;
	});
	git(root, ['fast-import', '--quiet'], undefined, stream.join(''));
	git(root, ['reset', '--quiet', '--hard', 'main']);
	const folder = emptyFolder();
	const options = { pathInRepo: '', head: git(root, ['rev-parse', 'HEAD']), names: false, cache: { folder, program: 'sporeprint/test' } };
	const timed = (name: string) => {
		const begin = performance.now();
		const { byPath } = readHistory(gitIn(root), options);
		console.log(`1,000 commits, 200 texts, ${name}: ${Math.round(performance.now() - begin)} ms`);
		return byPath;
	};
	const cold = timed('cold');
	expect(cold.size).toBe(200);
	expect(cold.get('practices/text-7.md')?.changes).toHaveLength(5);
	expect(timed('warm')).toEqual(cold);
	expect(execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()).toBe('1000');
});
