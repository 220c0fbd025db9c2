import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, writeFiles } from '../mini-handbook.js';
import { callsIn, checkoutOf, commit, filesOf, git, miniRepository, type Ran, runStep } from './run-step.js';
import { workflow } from './workflow-files.js';

const path = 'templates/network/.github/workflows/publish.yml';
const registry = { 'content/network.md': '---\nname: Grove\nurl: https://grove.example/\n---\n' };
/** What a hostile member may put on a line of its own. */
const hostile = 'pod: it says\n::add-mask::a\r## Free watches\r\n##[error]b\n</details><img src=x>\n```\n@everyone';

const gather = (name: string, surroundings: Parameters<typeof runStep>[3]): Ran => runStep(path, 'gather', name, surroundings);
const keep = (checkout: string): Ran => gather('Keep what was gathered', { cwd: checkout, env: { BRANCH: 'main', PUSH_TOKEN: 'x' } });

describe('the nightly run', () => {
	test('can write to the repository only where it gathers', () => {
		const { jobs } = workflow(path);
		expect(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions])).toEqual([
			['gather', { contents: 'write' }],
			['build', { contents: 'read', pages: 'read' }],
			['publish', { pages: 'write', 'id-token': 'write' }],
		]);
	});

	test('gives the key to one step alone', () => {
		const named = workflow(path).jobs.gather?.steps.filter((step) => JSON.stringify(step).includes('github.token'));
		expect(named?.map(({ name }) => name)).toEqual(['Keep what was gathered']);
	});

	test.each([
		['schedule', 'sporeprint crawl --due'],
		['push', 'sporeprint crawl --due'],
		['workflow_dispatch', 'sporeprint crawl'],
	])('begun by %s runs %s', (event, call) => {
		const ran = gather('Ask the members', { cwd: emptyFolder(), env: { EVENT: event }, programs: { npx: 'echo "$*" >>"$RUNNER_TEMP/calls"' } });
		expect(callsIn(ran)).toEqual([call]);
	});

	test('goes on whatever the members answer', () => {
		expect(workflow(path).jobs.gather?.steps.find(({ name }) => name === 'Ask the members')).toMatchObject({ 'continue-on-error': true });
	});

	test('lets GitHub take no word of a stranger for a command', () => {
		const { printed } = gather('Show what they answered', { cwd: emptyFolder(), left: { 'crawl.txt': `${hostile}\n` } });
		const [, token] = /^::stop-commands::([0-9a-f]{32})$/m.exec(printed) ?? [];
		expect(printed).toBe(`::stop-commands::${token}\n${hostile}\n::${token}::\n`);
	});
});

describe('what was gathered', () => {
	test('is committed and pushed, and nothing else is', () => {
		const { remote, checkout } = miniRepository(registry);
		writeFiles(checkout, { 'snapshots/pod/snapshot.json': '{}', 'snapshots/pod/texts/a.md': 'A', 'stray.txt': 'x' });
		const { ok, outputs } = keep(checkout);
		expect(ok).toBe(true);
		expect(filesOf(remote, 'main')).toEqual(['content/network.md', 'snapshots/pod/snapshot.json', 'snapshots/pod/texts/a.md']);
		expect(outputs).toEqual({ commit: git(remote, 'rev-parse', 'main') });
		expect(git(remote, 'log', '-1', '--format=%an <%ae>', 'main')).toBe('github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>');
	});

	test('makes no commit when it is as before', () => {
		const { remote, checkout } = miniRepository({ ...registry, 'snapshots/pod/snapshot.json': '{}' });
		const before = git(remote, 'rev-parse', 'main');
		expect(keep(checkout)).toMatchObject({ ok: true, outputs: { commit: before } });
		expect(git(remote, 'rev-parse', 'main')).toBe(before);
	});

	test('may be nothing at all', () => {
		const { checkout } = miniRepository(registry);
		expect(keep(checkout)).toMatchObject({ ok: true });
		writeFiles(checkout, { 'snapshots/x': '' });
		rmSync(join(checkout, 'snapshots/x'));
		expect(keep(checkout)).toMatchObject({ ok: true });
	});

	test('may be less than before, down to nothing', () => {
		const { remote, checkout } = miniRepository({ ...registry, 'snapshots/pod/snapshot.json': '{}' });
		rmSync(join(checkout, 'snapshots'), { recursive: true });
		expect(keep(checkout)).toMatchObject({ ok: true });
		expect(filesOf(remote, 'main')).toEqual(['content/network.md']);
	});

	test('joins what a host changed in the meantime', () => {
		const { remote, checkout } = miniRepository(registry);
		const host = checkoutOf(remote);
		commit(host, { 'content/moderation.yml': 'hidden: []\n' });
		git(host, 'push', '--quiet', 'origin', 'main');
		writeFiles(checkout, { 'snapshots/pod/snapshot.json': '{}' });
		const { ok, outputs } = keep(checkout);
		expect(ok).toBe(true);
		expect(filesOf(remote, 'main')).toEqual(['content/moderation.yml', 'content/network.md', 'snapshots/pod/snapshot.json']);
		expect(outputs.commit).toBe(git(remote, 'rev-parse', 'main'));
	});

	test('is tried again when somebody is a moment faster', () => {
		const { remote, checkout } = miniRepository(registry);
		writeFiles(remote, { 'hooks/pre-receive': '#!/bin/sh\n[ -f tried ] && exit 0\ntouch tried\nexit 1\n' });
		chmodSync(join(remote, 'hooks/pre-receive'), 0o755);
		writeFiles(checkout, { 'snapshots/pod/snapshot.json': '{}' });
		expect(keep(checkout)).toMatchObject({ ok: true });
		expect(filesOf(remote, 'main')).toContain('snapshots/pod/snapshot.json');
	});

	test('that cannot be pushed fails the run, so that nothing is published that is not kept', () => {
		const { remote, checkout } = miniRepository(registry);
		writeFiles(remote, { 'hooks/pre-receive': '#!/bin/sh\nexit 1\n' });
		chmodSync(join(remote, 'hooks/pre-receive'), 0o755);
		writeFiles(checkout, { 'snapshots/pod/snapshot.json': '{}' });
		expect(keep(checkout)).toMatchObject({ ok: false, outputs: {} });
		expect(workflow(path).jobs.build).toMatchObject({ needs: 'gather' });
	});
});

describe('the summary', () => {
	const summary = (outcomes: { FETCH?: string; CRAWL?: string; KEEP?: string }): string =>
		gather('Say in plain words what happened', { cwd: emptyFolder(), env: { FETCH: 'success', CRAWL: 'success', KEEP: 'success', ...outcomes }, left: { 'crawl.txt': `${hostile}\n` } }).summary;

	test.each([
		[{}, '## The members were asked'],
		[{ CRAWL: 'failure' }, '## None of the members that were asked is in order, or something needs mending'],
		[{ KEEP: 'failure' }, '## What was gathered could not be kept'],
		[{ FETCH: 'failure' }, '## Nothing was gathered: Sporeprint could not be fetched'],
	])('after %j begins with “%s”', (outcomes, heading) => {
		expect(summary(outcomes).split('\n')[0]).toBe(heading);
	});

	test('shows words of strangers as code', () => {
		const [, ...lines] = summary({}).split(/\r\n|\r|\n/);
		const foreign = lines.slice(
			lines.findIndex((line) => line.includes('it says')),
			-1,
		);
		expect(foreign).toHaveLength(7 - 1);
		for (const line of foreign) expect(line).toMatch(/^ {4}/);
	});
});

describe('the answer after a build', () => {
	const said = (env: Record<string, string>): Ran => {
		const cwd = emptyFolder();
		writeFiles(cwd, registry);
		const all = { FETCH: 'success', CHECK: 'success', BUILD: 'success', PAGES: 'success', ADDRESS: 'https://grove.example', SETTINGS: 'https://github.example/settings' };
		return runStep(path, 'build', 'Say in plain words what happened', { cwd, env: { ...all, ...env } });
	};

	test('is that all is well', () => {
		expect(said({})).toMatchObject({ ok: true, printed: '', summary: expect.stringMatching(/^## All is well\n/) });
	});

	test('says when the network names another address than the one it stands at', () => {
		expect(said({ ADDRESS: 'https://name.github.io/grove' })).toMatchObject({ ok: true, summary: expect.stringContaining('write `url: https://name.github.io/grove/` into `content/network.md`') });
	});

	test('says how to switch the website on, and fails', () => {
		expect(said({ PAGES: 'failure' })).toMatchObject({ ok: false, summary: expect.stringContaining('[Settings, Pages](https://github.example/settings)') });
	});

	test.each([
		[{ CHECK: 'failure', BUILD: 'skipped' }, 'a file in content needs mending'],
		[{ BUILD: 'failure' }, 'the website could not be built'],
		[{ FETCH: 'failure', CHECK: 'skipped', BUILD: 'skipped' }, 'Sporeprint could not be fetched'],
	])('after %j says why nothing was published', (outcomes, reason) => {
		expect(said(outcomes).summary).toMatch(new RegExp(`^## Nothing was published: ${reason}\n`));
	});
});
