import { describe, expect, test } from 'vitest';
import type { MiniFiles } from '../mini-handbook.js';
import { callsIn, commit, git, miniRepository, type Ran, runStep } from './run-step.js';
import { workflow } from './workflow-files.js';

const path = 'templates/network/.github/workflows/join.yml';
const member = 'url: https://pod.example/\n';
/** Finds every member in order but those whose names say otherwise. */
const npx = 'echo "$*" >>"$RUNNER_TEMP/calls"; printf "it says\\r::add-mask::x\\n"; [[ $* != *bad* ]]';

/** Checks a proposal as GitHub checks it out: merged into the main version. */
function check(before: MiniFiles, proposal: MiniFiles, files = 'success'): Ran {
	const { checkout } = miniRepository({ 'content/network.md': 'x', ...before });
	git(checkout, 'switch', '--quiet', '--create', 'proposal');
	commit(checkout, proposal);
	git(checkout, 'switch', '--quiet', 'main');
	commit(checkout, { 'content/members/meanwhile.yml': member });
	git(checkout, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'proposal');
	return runStep(path, 'check', 'Ask the members', { cwd: checkout, env: { FILES: files }, programs: { npx } });
}

describe('a proposal', () => {
	test('may only be read, and gets no key', () => {
		const { jobs } = workflow(path);
		expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([{ contents: 'read' }]);
		expect(JSON.stringify(jobs)).not.toMatch(/secrets|github\.token/);
	});

	test('to join has its member asked, and nobody else', () => {
		const ran = check({ 'content/members/old.yml': member }, { 'content/members/our-pod.yml': member });
		expect(callsIn(ran)).toEqual(['sporeprint crawl --only our-pod --dry-run']);
		expect(ran.ok).toBe(true);
		expect(ran.summary).toMatch(/^## our-pod is in order\n/);
		expect(ran.summary).not.toContain('For the hosts');
		expect(ran.printed).toContain('::notice file=content/members/our-pod.yml,title=our-pod is in order::');
	});

	test('fails when a member is not in order, and asks the others all the same', () => {
		const ran = check({}, { 'content/members/bad-pod.yml': member, 'content/members/our-pod.yml': member });
		expect(callsIn(ran)).toHaveLength(2);
		expect(ran.ok).toBe(false);
		expect(ran.summary).toContain('## bad-pod is not in order yet');
		expect(ran.summary).toContain('## our-pod is in order');
		expect(ran.printed).toContain('::error file=content/members/bad-pod.yml,title=bad-pod is not in order yet::');
	});

	test('shows words of strangers as code, and never to GitHub as commands', () => {
		const ran = check({}, { 'content/members/our-pod.yml': member });
		expect(ran.summary).toContain('\n    it says::add-mask::x\n');
		expect(ran.printed).not.toContain('add-mask');
	});

	test('that changes or removes members of before has its hosts look who proposes it', () => {
		const ran = check({ 'content/members/a.yml': member, 'content/members/b.yml': member }, { 'content/members/a.yml': `${member}note: New\n`, 'content/members/b.yml': null });
		expect(callsIn(ran)).toEqual(['sporeprint crawl --only a --dry-run']);
		expect(ran.ok).toBe(true);
		expect(ran.summary).toContain('## b leaves\n\nThank you');
		expect(ran.summary).toMatch(/Make sure that whoever proposes it speaks for them:\n\n- a\n- b\n/);
	});

	test('that changes more than members has its hosts look at that', () => {
		const ran = check({}, { 'content/members/our-pod.yml': member, '.github/workflows/publish.yml': 'x', 'package.json': 'x' });
		expect(ran.summary).toContain('also changes 2 files');
	});

	test('cannot make a command of a file name', () => {
		const names = ['$(touch pwned).yml', '; touch pwned #.yml', '--only.yml', '-n.yml', 'a\n::error::b.yml', 'A.yml', 'a b.yml', 'sub/a.yml', 'a.yml.exe', '..yml', 'é.yml'];
		const ran = check({}, Object.fromEntries(names.map((name) => [`content/members/${name}`, member])));
		expect(callsIn(ran)).toEqual([]);
		expect(ran.ok).toBe(true);
		expect(ran.printed + ran.summary).not.toMatch(/pwned|::error/);
	});

	test('fails when its files need mending', () => {
		expect(check({}, { 'content/moderation.yml': 'x' }, 'failure')).toMatchObject({ ok: false, summary: expect.stringMatching(/^## A file needs mending\n/) });
	});

	test('that cannot be compared with the main version is not taken for a good one', () => {
		const { checkout } = miniRepository({ 'content/members/our-pod.yml': member });
		expect(runStep(path, 'check', 'Ask the members', { cwd: checkout, env: { FILES: 'success' }, programs: { npx } })).toMatchObject({ ok: false, summary: '' });
	});
});
