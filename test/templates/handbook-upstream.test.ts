import { describe, expect, test } from 'vitest';
import { emptyFolder, type MiniFiles } from '../mini-handbook.js';
import { callsIn, type Ran, runStep } from './run-step.js';
import { workflow } from './workflow-files.js';

const path = 'templates/handbook/.github/workflows/upstream.yml';
const title = 'Texts we copied have changed at their source';

/** Runs the step that writes the issue; `open` is the number of an issue that is open. */
function write({ open = '', all = 'yes', left }: { open?: string; all?: string; left: MiniFiles }): Ran {
	const gh = `[ "$2" = list ] && { printf '%s' "${open}"; exit; }; echo "$*" >>"$RUNNER_TEMP/calls"; echo https://git.example/issues/1`;
	return runStep(path, 'ask', 'Write the issue', { cwd: '/', env: { GH_TOKEN: 'x', GH_REPO: 'pod/handbook', TITLE: title, ALL: all }, programs: { gh }, left: { 'unasked.txt': '', ...left } });
}

test('only the step that writes the issue gets the key, and nothing else may be written', () => {
	const { jobs } = workflow(path);
	expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([{ contents: 'read', issues: 'write' }]);
	expect(jobs.ask?.steps.filter((step) => JSON.stringify(step).match(/secrets|github\.token/)).map(({ name }) => name)).toEqual(['Write the issue']);
});

test('it runs every week, and by hand', () => {
	expect(workflow(path).on).toEqual({ schedule: [{ cron: '23 5 * * 1' }], workflow_dispatch: null });
});

test('what strangers say goes into files, and not into the log', () => {
	const npx = 'printf -- "- \\`\\$(touch pwned)\\`\\n::error::x\\n"; echo "::error::y" >&2; exit 1';
	const ran = runStep(path, 'ask', 'Ask', { cwd: emptyFolder(), programs: { npx } });
	expect(ran).toMatchObject({ ok: true, printed: '', outputs: { all: 'no' } });
});

describe('the issue', () => {
	const left = { 'issue.md': 'Other groups $(touch pwned) `x`\n' };

	test('is opened when something changed', () => {
		const ran = write({ left });
		expect(callsIn(ran)).toEqual([`issue create --title ${title} --body-file ${ran.temp}/issue.md`]);
		expect(ran).toMatchObject({ ok: true, printed: '', summary: expect.stringContaining('Other groups $(touch pwned)') });
	});

	test('is brought up to date when it is open', () => {
		const ran = write({ open: '7', left });
		expect(callsIn(ran)).toEqual([`issue edit 7 --body-file ${ran.temp}/issue.md`]);
	});

	test('is closed when nothing is left', () => {
		expect(callsIn(write({ open: '7', left: { 'issue.md': '' } }))).toEqual(['issue close 7 --comment Nothing is left to decide.']);
	});

	test('stays open when not everything could be asked', () => {
		const ran = write({ open: '7', all: 'no', left: { 'issue.md': '', 'unasked.txt': 'moss.example does not answer.\r\n# x' } });
		expect(callsIn(ran)).toEqual([]);
		expect(ran.summary).toContain('\n    moss.example does not answer.\n    # x');
	});

	test('is not opened when nothing changed', () => {
		const ran = write({ left: { 'issue.md': '' } });
		expect(callsIn(ran)).toEqual([]);
		expect(ran.summary).toContain('## Nothing is left to decide');
	});
});
