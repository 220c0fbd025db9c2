import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { stepsOf, workflow, workflowPaths, workflowText } from './workflow-files.js';

test('there are workflows to look at, in the repository and in both templates', () => {
	expect(workflowPaths).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', 'templates/handbook/.github/workflows/publish.yml', 'templates/network/.github/workflows/publish.yml']));
});

describe.each(workflowPaths)('%s', (path) => {
	const { on, permissions, jobs } = workflow(path);
	const steps = stepsOf(workflow(path));

	test('allows nothing but what a job names', () => {
		expect(permissions).toEqual({});
		for (const { permissions: own } of Object.values(jobs)) expect(own).toEqual(expect.any(Object));
	});

	test('pins every action to a commit, and says which version that is', () => {
		const uses = steps.flatMap((step) => step.uses ?? []);
		expect(uses).not.toEqual([]);
		for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
		expect(workflowText(path).match(/uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/gm)).toHaveLength(uses.length);
	});

	test('puts no value into a script, where it would be run', () => {
		for (const { run } of steps) expect(run ?? '').not.toContain('${{');
	});

	test('never gives the rights of this repository to the proposal of a stranger', () => {
		expect(Object.keys(on)).not.toEqual(expect.arrayContaining(['pull_request_target']));
		expect(Object.keys(on)).not.toEqual(expect.arrayContaining(['workflow_run']));
	});

	test('leaves no key on the disk', () => {
		for (const { uses, with: options } of steps) if (uses?.startsWith('actions/checkout@')) expect(options).toMatchObject({ 'persist-credentials': false });
	});

	test('ends by itself', () => {
		for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
	});

	test('has scripts that bash can read', () => {
		for (const { run } of steps) if (run !== undefined) expect(() => execFileSync('bash', ['-n'], { input: run, stdio: ['pipe', 'ignore', 'pipe'] }), run).not.toThrow();
	});
});
