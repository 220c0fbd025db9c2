import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callsIn, commit, filesOf, git, miniRepository, type Ran, runStep } from './run-step.js';
import { workflow } from './workflow-files.js';

const path = 'templates/network/.github/workflows/join-by-issue.yml';
const registry = { 'content/network.md': 'x' };
const file = 'url: https://pod.example/\nsince: 2026-05-17\n';
/** Writes a member's file as add-member does. */
const npx = 'cp "$4" "$RUNNER_TEMP/got"; mkdir -p content/members; printf "url: https://pod.example/\\nsince: 2026-05-17\\n" >content/members/our-pod.yml; echo Wrote';

describe('the job that reads a form', () => {
	const read = (form: string, program = npx): Ran & { checkout: string } => {
		const { checkout } = miniRepository(registry);
		return { checkout, ...runStep(path, 'check', 'Read the form', { cwd: checkout, env: { FORM: form }, programs: { npx: program } }) };
	};

	test('may write nothing', () => {
		expect(workflow(path).jobs.check?.permissions).toEqual({ contents: 'read' });
		expect(JSON.stringify(workflow(path).jobs.check)).not.toMatch(/secrets|github\.token/);
	});

	test('passes the file on that was made from it', () => {
		expect(read('### Short name')).toMatchObject({ ok: true, outputs: { id: 'our-pod', file: file.trim() } });
	});

	test('runs nothing of it', () => {
		for (const form of ['$(touch pwned)', '`touch pwned`', '"; touch pwned; "', "'; touch pwned; '", '-n', '%s%n', '\\c', 'id=evil\nfile<<EOF\nx\nEOF']) {
			const { checkout, ok, outputs } = read(form);
			expect(ok, form).toBe(true);
			expect(existsSync(join(checkout, 'pwned'))).toBe(false);
			expect(outputs).toEqual({ id: 'our-pod', file: file.trim() });
		}
	});

	test('passes nothing on when it is refused', () => {
		expect(read('x', 'echo "“Address” is missing." >&2; exit 1')).toMatchObject({ ok: false, outputs: {} });
	});

	test('answers with the words of the handbook’s check, or of the form’s, as code', () => {
		const pass = (left: Record<string, string>): string => runStep(path, 'check', 'Pass the answer on', { cwd: '/', left }).outputs.answer?.trimEnd() ?? '';
		const form = '“Address” is missing.\n';
		expect(pass({ 'form.txt': form })).toBe('    “Address” is missing.');
		expect(pass({ 'form.txt': form, 'crawl.txt': 'a\r# b\n\n```\n@everyone\n' })).toBe('    a# b\n    \n    ```\n    @everyone');
		expect(pass({ 'form.txt': 'x\n'.repeat(90_000) }).length).toBeLessThan(40_000);
	});
});

describe('the job that proposes', () => {
	const shared = {
		NUMBER: '12',
		BRANCH: 'join/issue-12',
		BASE: 'main',
		GH_TOKEN: 'x',
		GH_REPO: 'me/net',
		REPOSITORY: 'https://github.example/me/net',
		ID: 'our-pod',
		ANSWER: '    in order',
		OUTCOME: 'success',
	};
	const gh = (pullRequest: string): string =>
		`echo "$*" >>"$RUNNER_TEMP/calls"; case "$1 $2" in "pr list") printf '%s\\n' '${pullRequest}';; "pr create") echo https://github.example/me/net/pull/13;; esac`;

	test('is the only one that may write', () => {
		expect(workflow(path).jobs.answer?.permissions).toEqual({ contents: 'write', 'pull-requests': 'write', issues: 'write' });
	});

	test('fetches and runs no program but git and gh', () => {
		const steps = workflow(path).jobs.answer?.steps ?? [];
		expect(steps.flatMap(({ uses }) => uses?.split('@')[0] ?? [])).toEqual(['actions/checkout']);
		for (const { run } of steps) expect(run ?? '').not.toMatch(/npm|npx|node/);
	});

	test('puts the file on a branch of the issue’s own, and changes it with the form', () => {
		const { remote, checkout } = miniRepository(registry);
		const put = (ID: string): Ran => {
			git(checkout, 'reset', '--quiet', '--hard', 'origin/main');
			return runStep(path, 'answer', 'Put the file on a branch', { cwd: checkout, env: { ...shared, ID, FILE: file.trim() } });
		};
		expect(put('our-pod')).toMatchObject({ ok: true });
		expect(filesOf(remote, 'join/issue-12')).toEqual(['content/members/our-pod.yml', 'content/network.md']);
		expect(git(remote, 'show', 'join/issue-12:content/members/our-pod.yml')).toBe(file.trim());
		expect(put('our-pods')).toMatchObject({ ok: true });
		expect(filesOf(remote, 'join/issue-12')).toEqual(['content/members/our-pods.yml', 'content/network.md']);
		expect(filesOf(remote, 'main')).toEqual(['content/network.md']);
	});

	test('takes no name for a path', () => {
		const { remote, checkout } = miniRepository(registry);
		commit(checkout, { x: '' });
		expect(runStep(path, 'answer', 'Put the file on a branch', { cwd: checkout, env: { ...shared, ID: '../../.github/x', FILE: 'x' } })).toMatchObject({ ok: false });
		expect(git(remote, 'branch', '--list', 'join/*')).toBe('');
	});

	test('makes one proposal for an issue, and changes it afterwards', () => {
		const propose = (pullRequest: string): Ran => runStep(path, 'answer', 'Propose it', { cwd: '/', env: shared, programs: { gh: gh(pullRequest) } });
		const first = propose('');
		expect(first).toMatchObject({ ok: true, outputs: { url: 'https://github.example/me/net/pull/13' } });
		expect(callsIn(first)).toContain(`pr create --head join/issue-12 --base main --title our-pod asks to join --body-file ${first.temp}/proposal.md`);
		expect(readFileSync(join(first.temp, 'proposal.md'), 'utf8')).toMatch(/^Closes #12\n[\s\S]*\n\n {4}in order\n\n/);
		const next = propose('9 https://github.example/me/net/pull/9');
		expect(next).toMatchObject({ ok: true, outputs: { url: 'https://github.example/me/net/pull/9' } });
		expect(callsIn(next)).toHaveLength(2);
		expect(callsIn(next)[1]).toMatch(/^api --silent --method PATCH repos\/me\/net\/pulls\/9 /);
	});
});

describe('the answer to a form', () => {
	const answer = (env: Record<string, string>): string => {
		const all = {
			NUMBER: '12',
			BRANCH: 'join/issue-12',
			BASE: 'main',
			REPOSITORY: 'https://github.example/me/net',
			ANSWER: '    as it is',
			CHECK: 'success',
			OUTCOME: 'success',
			BRANCHED: 'success',
			PROPOSED: 'success',
		};
		const ran = runStep(path, 'answer', 'Answer', {
			cwd: '/',
			env: { ...all, PROPOSAL: 'https://github.example/me/net/pull/13', ...env },
			programs: { gh: '[ "$*" = "issue comment 12 --body-file $RUNNER_TEMP/answer.md" ]' },
		});
		expect(ran.ok).toBe(true);
		return ran.summary;
	};

	test('links the proposal when all is well', () => {
		expect(answer({})).toContain('Your place in the index is proposed: https://github.example/me/net/pull/13.');
	});

	test('says what is missing, and how to ask again', () => {
		expect(answer({ OUTCOME: 'failure', BRANCHED: 'skipped', PROPOSED: 'skipped' })).toMatch(/Something is still missing:\n\n {4}as it is\n\nWhen it is mended, correct the form/);
	});

	test('says where to let workflows make proposals when they may not', () => {
		const said = answer({ PROPOSED: 'failure', PROPOSAL: '' });
		expect(said).toContain('https://github.example/me/net/compare/main...join/issue-12?expand=1');
		expect(said).toContain('tick *Allow GitHub Actions to create and approve pull requests*');
		expect(said).toContain('https://github.example/me/net/settings/actions');
	});

	test('blames nobody when the check itself fails', () => {
		expect(answer({ CHECK: 'failure', OUTCOME: '', BRANCHED: 'skipped', PROPOSED: 'skipped' })).toContain('could not be looked at just now, which is not your fault');
		expect(answer({ BRANCHED: 'failure', PROPOSED: 'skipped' })).toContain('the proposal could not be written, which is not your fault');
	});
});
