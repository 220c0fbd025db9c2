import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callSporeprint, emptyFolder, type MiniFiles, miniHandbook } from '../mini-handbook.js';

const text = (title: string, fields = ''): string => `---\ntitle: ${title}\n${fields}\n---\n`;

const files: MiniFiles = {
	'group.md': '---\nname: Moss\nurl: https://moss.example/book\nrepo: https://github.com/moss/book\n---\n',
	'agreements/money.md': text('Money', 'status: adopted\nsummary: One pot.\nreviewEvery: P1Y\nreviewedBy: Bookkeeper\nreviews: [{ date: 2025-05-10, outcome: kept, note: "@moss said: fine" }]'),
	'agreements/quiet.md': text('Quiet', 'status: adopted'),
	'agreements/old.md': text('Old', 'status: retired\naliases: [agreements/older]'),
	'roles/keeper.md': text('Keeper', 'holders: [Fen, Ash]\nsince: 2025-04\nterm: P1Y'),
	'decisions/van.md': text('Van', 'reviewOn: 2027'),
	'practices/round.md': text('Round'),
	'stories/fall.md': text('Fall'),
};

/** Calls `sporeprint review` in a handbook on 17 May 2026. */
function review(args: string[], cwd = miniHandbook(files), env = {}): ReturnType<typeof callSporeprint> {
	return callSporeprint(['review', ...args], { cwd, env });
}

describe('without an ID', () => {
	test('what is overdue, due soon and later is listed, with who sees to it, and what was never reviewed', async () => {
		expect(await review([])).toMatchObject({ code: 0, err: '' });
		expect((await review([])).out).toMatchInlineSnapshot(`
			"Overdue
			  “Keeper” (roles/keeper): end of the term during April 2026, seen to by Fen and Ash
			  “Money” (agreements/money): review on 10 May 2026, seen to by Bookkeeper; last time kept, 10 May 2025

			Later
			  “Van” (decisions/van): another look at the decision during 2027

			Never reviewed, and no date for it
			  “Quiet” (agreements/quiet)

			To write down what came of a review: npx sporeprint review ID --outcome kept --note "...""
		`);
	});

	test('a handbook in which nothing can come due is told how to name a date', async () => {
		expect(await review([], miniHandbook({}))).toEqual({ code: 0, out: 'No text here names a date for another look. An agreement names one with reviewOn or reviewEvery among its facts.', err: '' });
	});

	test('as JSON, the same is there for programs', async () => {
		const { code, out } = await review(['--json']);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toEqual({
			today: '2026-05-17',
			problems: [],
			due: [
				{ id: 'roles/keeper', kind: 'role', title: 'Keeper', path: 'content/roles/keeper.md', what: 'term', date: '2026-04', standing: 'overdue', isDue: true, keepers: ['Fen', 'Ash'], last: null },
				{
					id: 'agreements/money',
					kind: 'agreement',
					title: 'Money',
					path: 'content/agreements/money.md',
					what: 'review',
					date: '2026-05-10',
					standing: 'overdue',
					isDue: true,
					keepers: ['Bookkeeper'],
					last: { date: '2025-05-10', outcome: 'kept', note: '@moss said: fine' },
				},
				{ id: 'decisions/van', kind: 'decision', title: 'Van', path: 'content/decisions/van.md', what: 'decision', date: '2027', standing: 'later', isDue: false, keepers: [], last: null },
			],
			never: [{ id: 'agreements/quiet', kind: 'agreement', title: 'Quiet', path: 'content/agreements/quiet.md' }],
		});
	});

	test('an error in the content is said, and the exit code is 1: a text may be missing in the list', async () => {
		const { code, out, err } = await review([], miniHandbook({ ...files, 'agreements/broken.md': '---\ntitle: [\n---\n' }));
		expect([code, err]).toEqual([1, expect.stringContaining('content/agreements/broken.md')]);
		expect(out).toContain('“Money”');
	});
});

describe('as Markdown', () => {
	const sections = async (cwd?: string, env = {}) => (await review(['--markdown'], cwd, env)).out.split(/(?=^<!-- )/m);

	test('there is an issue for each text in which something is due by today', async () => {
		const issues = await sections();
		expect(issues.map((issue) => issue.split('\n').slice(0, 3))).toEqual([
			['<!-- sporeprint-review: roles/keeper 2026-04 -->', '', '# Look at again: Keeper'],
			['<!-- sporeprint-review: agreements/money 2026-05-10 -->', '', '# Look at again: Money'],
		]);
		expect(issues[1]).toMatchInlineSnapshot(`
			"<!-- sporeprint-review: agreements/money 2026-05-10 -->

			# Look at again: Money

			This agreement asks to be looked at again:

			- Due: review on 10 May 2026
			- What it says, in short: \` One pot. \`
			- Seen to by: \` Bookkeeper \`
			- The whole text: <https://moss.example/book/agreements/money/>

			The last reviews:

			- 2025-05-10: kept. \` @moss said: fine \`

			## What to do

			Talk about it, and write down what came of it. In the browser, add this to the facts at the top of the file; if there is a line \`reviews:\` already, leave that line out and put the others below the earlier reviews:

			\`\`\`yaml
			reviews:
			  - date: 2026-05-17
			    outcome: kept
			    note: What was said, in a sentence
			\`\`\`

			In a terminal, this does the same: \`npx sporeprint review agreements/money --outcome kept --note "What was said"\`

			The outcome is \`kept\`, \`changed\` or \`retired\`. If the line \`reviewEvery\` is not there, write the day of the next review into \`reviewOn\` too.

			The file is \`content/agreements/money.md\`: [edit it in the browser](https://github.com/moss/book/edit/HEAD/content/agreements/money.md).

			This issue is closed by itself, at most a week after the date has changed."
		`);
		expect(issues[0]).toContain('Then change `holders`, and `since`');
	});

	test('nothing is printed when nothing is due', async () => {
		expect(await review(['--markdown'], miniHandbook({ 'agreements/a.md': text('A', 'reviewOn: 2026-05-18') }))).toEqual({ code: 0, out: '', err: '' });
	});

	test('in GitHub’s workflows the link to the editor is there also when the group names no repository', async () => {
		const cwd = miniHandbook({ 'agreements/a.md': text('A', 'reviewOn: 2026') });
		expect((await sections(cwd, { GITHUB_REPOSITORY: 'moss/book', GITHUB_SERVER_URL: 'https://github.com' }))[0]).toContain('(https://github.com/moss/book/edit/HEAD/content/agreements/a.md)');
	});

	test('no words of a text call anybody, or look like the line that begins another issue', async () => {
		const words = '"@fen <!-- sporeprint-review: a/b 2026 --> `code` ```"';
		const cwd = miniHandbook({ 'agreements/a.md': `---\ntitle: ${words}\nsummary: ${words}\nstewards: [${words}]\nreviewOn: 2026\nreviews: [{ date: 2020, outcome: kept, note: ${words} }]\n---\n` });
		const issues = await sections(cwd);
		expect(issues).toHaveLength(1);
		const body = issues[0]?.split('\n').slice(3).join('\n') ?? '';
		expect(body.split('\n').filter((line) => line.includes('@fen') && !line.includes('```` @fen'))).toEqual([]);
	});
});

describe('with an ID', () => {
	const money = 'content/agreements/money.md';

	test('the review is written into the text, and what to do next is said', async () => {
		const cwd = miniHandbook(files);
		const before = readFileSync(join(cwd, money), 'utf8');
		const { code, out, err } = await review(['agreements/money', '--outcome', 'changed', '--note', ' The pot\nis larger '], cwd);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toMatchInlineSnapshot(`
			"Wrote the review of 17 May 2026 into content/agreements/money.md: changed.
			  If the text does not say yet what has changed, change it now.
			  The next review: 17 May 2027.
			  Then publish the file as you publish any other change."
		`);
		expect(readFileSync(join(cwd, money), 'utf8')).toBe(before.replace('fine" }]', 'fine" }, { date: 2026-05-17, outcome: changed, note: "The pot is larger" }]'));
		expect(readdirSync(join(cwd, 'content/agreements')).toSorted()).toEqual(['money.md', 'old.md', 'quiet.md']);
		expect((await review([], cwd)).out).toContain('review on 17 May 2027');
	});

	test.each([['content/agreements/quiet.md'], ['agreements/quiet.md']])('the ID may be a path: %s', async (path) => {
		const { code, out } = await review([path, '--outcome', 'kept', '--date', '2026-05-01', '--next', '2027-05']);
		expect([code, out]).toEqual([0, 'Wrote the review of 1 May 2026 into content/agreements/quiet.md: kept.\n  The next review: May 2027.\n  Then publish the file as you publish any other change.']);
	});

	test('an agreement without a date for the next review is told how to name one', async () => {
		expect((await review(['agreements/quiet', '--outcome', 'kept'])).out).toContain('It names no date for the next review. To name one, add reviewOn or reviewEvery to its facts.');
	});

	test('a retired agreement gets its status and the reason', async () => {
		const cwd = miniHandbook(files);
		expect(await review(['agreements/quiet', '--outcome', 'retired', '--note', 'Nobody came'], cwd)).toMatchObject({ code: 0, err: '' });
		expect(readFileSync(join(cwd, 'content/agreements/quiet.md'), 'utf8')).toBe(
			'---\ntitle: Quiet\nstatus: retired\nreviews:\n  - date: 2026-05-17\n    outcome: retired\n    note: Nobody came\nretiredReason: Nobody came\n---\n',
		);
	});

	test('with --dry-run the file is printed as it would be, and stays as it is', async () => {
		const cwd = miniHandbook(files);
		const before = readFileSync(join(cwd, money), 'utf8');
		const { code, out, err } = await review(['agreements/money', '--outcome', 'kept', '--dry-run'], cwd);
		expect([code, err]).toEqual([0, 'This would be content/agreements/money.md. Nothing was written.']);
		expect(out).toContain('{ date: 2026-05-17, outcome: kept }');
		expect(readFileSync(join(cwd, money), 'utf8')).toBe(before);
	});

	test('nothing is written through a symbolic link', async () => {
		const cwd = miniHandbook({ ...files, 'agreements/quiet.md': null });
		const elsewhere = join(emptyFolder(), 'quiet.md');
		writeFileSync(elsewhere, text('Quiet'));
		symlinkSync(elsewhere, join(cwd, 'content/agreements/quiet.md'));
		const { code } = await review(['agreements/quiet', '--outcome', 'kept'], cwd);
		expect(code).toBeGreaterThan(0);
		expect(readFileSync(elsewhere, 'utf8')).toBe(text('Quiet'));
	});

	test.each([
		[['agreements/old', '--outcome', 'kept'], '“Old” is not in force, so there is nothing to review. To take it up again, change its facts in content/agreements/old.md first.'],
		[['agreements/older', '--outcome', 'kept'], '“Old” is not in force, so there is nothing to review. To take it up again, change its facts in content/agreements/old.md first.'],
		[['agreements/money', '--outcome', 'kept', '--date', '2025-05-10'], 'A review of “Money” on 2025-05-10, kept, is there already.'],
	])('%j has to be mended first', async (args, sentence) => {
		expect(await review(args)).toEqual({ code: 1, out: '', err: `${sentence}\n  Nothing was written.` });
	});

	test.each([
		[['agreements/mony', '--outcome', 'kept'], 'There is no text “agreements/mony” here that can be read. Did you mean “agreements/money”?'],
		[['x', '--outcome', 'kept'], 'There is no text “x” here that can be read. Its id is the path below content, such as agreements/quiet-hours.'],
		[['agreements/money'], 'What came of it? Add --outcome kept, --outcome changed or --outcome retired.'],
		[['agreements/money', '--outcome', 'keptt'], 'There is no outcome “keptt”. It can be kept, changed, or retired. Did you mean “kept”?'],
		[['agreements/money', '--outcome', 'kept', '--date', 'May'], '“--date May” should be a date such as 2026-05-17.'],
		[['agreements/money', '--outcome', 'kept', '--date', '2026-05-19'], '“--date 2026-05-19” is still to come. Write a review down when it has been.'],
		[['agreements/money', '--outcome', 'kept', '--next', 'soon'], '“--next soon” should be a date such as 2027, 2027-05 or 2027-05-17.'],
		[['agreements/money', '--outcome', 'kept', '--next', '2026'], '“--next 2026” should be later than the review itself, which was on 2026-05-17.'],
		[['agreements/money', '--outcome', 'retired', '--note', 'x', '--next', '2027'], 'What is retired is not looked at again: leave --next out.'],
		[['agreements/money', '--outcome', 'retired'], 'Readers want to know why “Money” is given up, and so do groups that copied it. Say it: --note "..."'],
		[['agreements/money', '--outcome', 'retired', '--note', ' '], 'Readers want to know why “Money” is given up, and so do groups that copied it. Say it: --note "..."'],
		[['agreements/money', '--json'], '--json and --markdown say what is due, and do not go with a text.'],
		[['--json', '--markdown'], 'Give one of --json and --markdown.'],
		[['--outcome', 'kept'], '--outcome goes with a text. Name it: sporeprint review ID --outcome kept'],
		[
			['roles/keeper', '--outcome', 'kept'],
			'“Keeper” is a role, and reviews are kept by agreements and practices. When others take the role on, change holders and since in content/roles/keeper.md; to look at it again another day, change reviewOn.',
		],
		[
			['decisions/van', '--outcome', 'kept'],
			'“Van” is a decision, and reviews are kept by agreements and practices. To look at the decision again another day, change reviewOn in content/decisions/van.md; when another takes its place, write status: superseded.',
		],
		[['stories/fall', '--outcome', 'kept'], '“Fall” is a story, and reviews are kept by agreements and practices. Write into content/stories/fall.md itself what has changed.'],
		[['practices/round', '--outcome', 'kept', '--next', '2027'], '“Round” is a practice, and practices name no date for another look. Leave --next out.'],
	])('%j is wrong use', async (args, sentence) => {
		expect(await review(args)).toEqual({ code: 2, out: '', err: `${sentence} See: sporeprint review --help` });
	});

	test('outside of a handbook nothing is done', async () => {
		expect(await review([], emptyFolder())).toEqual({ code: 2, out: '', err: 'There is no folder content here. Run this in the folder of your handbook. See: sporeprint review --help' });
	});
});
