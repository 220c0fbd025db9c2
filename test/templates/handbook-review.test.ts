import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callSporeprint, emptyFolder, type MiniFiles, miniHandbook } from '../mini-handbook.js';
import { callsIn, type Ran, runStep } from './run-step.js';
import { scriptOf, workflow } from './workflow-files.js';

const path = 'templates/handbook/.github/workflows/review.yml';

const text = (title: string, fields: string): string => `---\ntitle: ${JSON.stringify(title)}\n${fields}\n---\n`;

/** Runs the step that looks, in a handbook on 17 May 2026. */
async function see(files: MiniFiles): Promise<Ran> {
	const { code, out, err } = await callSporeprint(['review', '--markdown'], { cwd: miniHandbook(files) });
	const said = emptyFolder();
	const npx = `printf '%s' "$OUT"; printf '%s' "$ERR" >&2; exit ${code}`;
	return runStep(path, 'remind', 'See what is due', { cwd: said, env: { OUT: out === '' ? '' : `${out}\n`, ERR: err }, programs: { npx } });
}

/** Runs the step that writes, after the one that looks. Each of `issues` is a line: state, number, text, date. */
async function write(files: MiniFiles, issues: readonly string[][] = []): Promise<Ran & { bodies: string[] }> {
	const seen = await see(files);
	const due = join(seen.temp, 'due');
	const left = Object.fromEntries(readdirSync(due).map((name) => [`due/${name}`, readFileSync(join(due, name))]));
	const gh = `[ "$2" = list ] && { printf '%s' "$ISSUES"; exit; }; echo "$*" >>"$RUNNER_TEMP/calls"; n=$(ls "$RUNNER_TEMP" | grep -c '^sent'); case "$*" in *--body-file*) cp "$RUNNER_TEMP/body.md" "$RUNNER_TEMP/sent$n.md";; esac; echo https://git.example/issues/1`;
	const ran = runStep(path, 'remind', 'Write the issues', {
		cwd: emptyFolder(),
		env: { GH_TOKEN: 'x', GH_REPO: 'pod/handbook', ALL: seen.outputs.all ?? '', MOST: '10', ISSUES: issues.map((issue) => `${issue.join('\t')}\n`).join('') },
		programs: { gh },
		left: { 'unread.txt': readFileSync(join(seen.temp, 'unread.txt')), ...left },
	});
	const sent = readdirSync(ran.temp).filter((name) => name.startsWith('sent'));
	return { ...ran, bodies: sent.sort().map((name) => readFileSync(join(ran.temp, name), 'utf8')) };
}

test('only the step that writes the issues gets the key, and nothing else may be written', () => {
	const { jobs } = workflow(path);
	expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([{ contents: 'read', issues: 'write' }]);
	expect(jobs.remind?.steps.filter((step) => JSON.stringify(step).match(/secrets|github\.token/)).map(({ name }) => name)).toEqual(['Write the issues']);
});

test('it runs every week, and by hand', () => {
	expect(workflow(path).on).toEqual({ schedule: [{ cron: '41 5 * * 1' }], workflow_dispatch: null });
});

test('the words of texts go into files, and not into the log', async () => {
	const ran = await see({ 'agreements/a.md': text('::error::x', 'reviewOn: 2026'), 'agreements/b.md': '---\ntitle: [\n---\n' });
	expect(ran).toMatchObject({ ok: true, printed: '', outputs: { all: 'no' } });
	expect(readdirSync(join(ran.temp, 'due'))).toEqual(['0001.md']);
});

describe('an issue', () => {
	const due = { 'agreements/a.md': text('Money', 'reviewOn: 2026-05-10'), 'agreements/b.md': text('Quiet', 'reviewOn: 2027') };

	test('is opened for a text in which something came due', async () => {
		const ran = await write(due);
		expect(callsIn(ran)).toEqual([`issue create --title Look at again: Money --body-file ${ran.temp}/body.md`]);
		expect(ran).toMatchObject({ ok: true, printed: '', summary: expect.stringContaining('Due today: 1. Issues opened: 1. Closed: 0.') });
		expect(ran.bodies[0]).toMatch(/^<!-- sporeprint-review: agreements\/a 2026-05-10 -->\n\n\nThis agreement asks/);
	});

	test('is not opened twice', async () => {
		expect(callsIn(await write(due, [['OPEN', '7', 'agreements/a', '2026-05-10']]))).toEqual([]);
	});

	test('is not opened again when somebody has closed it', async () => {
		expect(callsIn(await write(due, [['CLOSED', '7', 'agreements/a', '2026-05-10']]))).toEqual([]);
	});

	test('is opened again when another date has come', async () => {
		expect(callsIn(await write(due, [['CLOSED', '7', 'agreements/a', '2025-05-10']]))[0]).toMatch(/^issue create/);
	});

	test('that is open is brought up to date when another date of the text has come', async () => {
		const ran = await write(due, [['OPEN', '7', 'agreements/a', '2025-05-10']]);
		expect(callsIn(ran)).toEqual([`issue edit 7 --body-file ${ran.temp}/body.md`]);
	});

	test('is closed when nothing is due in the text any more', async () => {
		const ran = await write(due, [
			['OPEN', '7', 'agreements/a', '2026-05-10'],
			['OPEN', '8', 'agreements/b', '2026-05-01'],
			['CLOSED', '9', 'agreements/c', '2026-05-01'],
		]);
		expect(callsIn(ran)).toEqual(['issue close 8 --comment The text says what came of it, or names a later date. Nothing is due here any more.']);
		expect(ran.summary).toContain('Closed: 1.');
	});

	test('stays open when not every text could be read', async () => {
		const ran = await write({ 'agreements/b.md': '---\ntitle: [\n---\n' }, [['OPEN', '8', 'agreements/b', '2026-05-01']]);
		expect(callsIn(ran)).toEqual([]);
		expect(ran.summary).toContain('    content/agreements/b.md:');
	});

	test('may have any title: nothing in it is run', async () => {
		const title = '"; touch pwned; $(touch pwned) `touch pwned` \\n --web & <b> % \'';
		const ran = await write({ 'agreements/a.md': text(title, `summary: ${JSON.stringify(title)}\nreviewOn: 2026`) });
		expect(callsIn(ran)).toEqual([`issue create --title Look at again: ${title} --body-file ${ran.temp}/body.md`]);
		expect(ran).toMatchObject({ ok: true, printed: '' });
		expect(readdirSync(ran.temp)).not.toContain('pwned');
	});

	test('not more than ten are opened at once, the most urgent first', async () => {
		const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`agreements/a${index}.md`, text(`No ${index}`, `reviewOn: 20${String(index + 10)}`)]));
		const ran = await write(many);
		expect(callsIn(ran).map((call) => /No \d+/.exec(call)?.[0])).toEqual(Array.from({ length: 10 }, (_, index) => `No ${index}`));
		expect(ran.summary).toContain('2 more wait for the next time');
	});
});

const hasJq = spawnSync('jq', ['--version']).status === 0;

test.skipIf(!hasJq)('the issues that are ours are known by their first line', () => {
	const filter = /--jq '([^']+)'/.exec(scriptOf(path, 'remind', 'Write the issues'))?.[1] ?? '';
	const marked = (body: string | null, number: number) => ({ number, state: 'OPEN', body });
	const issues = [
		marked('<!-- sporeprint-review: agreements/a 2026-05 -->\r\n\r\nText', 7),
		marked('Text\n<!-- sporeprint-review: agreements/b 2026 -->', 8),
		marked('<!-- sporeprint-review: agreements/$(x) 2026 -->', 9),
		marked(null, 10),
	];
	expect(spawnSync('jq', ['--raw-output', filter], { input: JSON.stringify(issues), encoding: 'utf8' }).stdout).toBe('OPEN\t7\tagreements/a\t2026-05\n');
});
