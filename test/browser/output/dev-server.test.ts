import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openTab, startBrowser } from '../sites/browser.js';
import { copySource, scratchFolder } from '../sites/built-site.js';
import { repository } from '../sites/package-copy.js';
import { siteSources } from '../sites/site-list.js';

describe('astro dev', () => {
	let root: string;
	let home: string;
	let server: ChildProcess;
	let log = '';

	beforeAll(async () => {
		root = copySource(siteSources.example, join(scratchFolder('dev'), 'handbook'));
		const port = await freePort();
		home = `http://127.0.0.1:${port}/repo/`;
		server = spawn(process.execPath, [join(repository, 'node_modules/astro/bin/astro.mjs'), 'dev', '--root', root, '--host', '127.0.0.1', '--port', String(port), '--base', '/repo/'], {
			cwd: root,
			env: ownEnvironment(),
		});
		const listen = (text: Buffer): void => {
			log += text.toString();
		};
		server.stdout?.on('data', listen);
		server.stderr?.on('data', listen);
		await vi.waitFor(
			async () => {
				if (!(await fetch(home)).ok) throw new Error(log);
			},
			{ timeout: 30_000, interval: 200 },
		);
	});
	afterAll(() => {
		server.kill();
	});

	const ask = async (path: string): Promise<{ status: number; text: string; type: string }> => {
		const answer = await fetch(home + path);
		return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' };
	};
	const file = (path: string): string => join(root, 'content', path);

	test('answers with pages and files', async () => {
		const page = await ask('practices/monday-check-in/');
		expect([page.status, page.text.includes('Monday check-in')]).toEqual([200, true]);
		expect(JSON.parse((await ask('handbook.json')).text)).toMatchObject({ sporeprint: 1 });
		expect((await ask('handbook.ndjson')).text.trim().split('\n')).toHaveLength(20);
		expect((await ask('practices/monday-check-in.md')).text).toBe(readFileSync(file('practices/monday-check-in.md'), 'utf8'));
		const [, image = ''] = /\/repo\/(media\/circle-[0-9a-f]{8}\.svg)/.exec(page.text) ?? [];
		expect(await ask(image)).toMatchObject({ status: 200, text: readFileSync(file('practices/circle.svg'), 'utf8'), type: expect.stringContaining('svg') });
		expect(await ask('icon.svg')).toMatchObject({ status: 200 });
		expect(await ask('pagefind/pagefind.js')).toMatchObject({ status: 200, type: expect.stringContaining('javascript') });
		expect((await ask('pagefind/not-there.js')).status).toBe(404);
		expect((await ask('agreements/one-pot/')).text).toContain('/repo/agreements/income-sharing/');
		expect((await ask('practices/not-here/')).status).toBe(404);
	});

	test('lets readers search', async () => {
		const browser = await startBrowser();
		const { page, log: seen } = await openTab(browser);
		await page.goto(`${home}agreements/income-sharing/`);
		await expect
			.poll(async () => {
				await page.keyboard.press('/');
				return page.getByRole('dialog').count();
			})
			.toBe(1);
		await page.getByRole('searchbox').fill('tea');
		await page.locator('dialog .results a').first().waitFor();
		// The fonts are in the repository's packages, which lie outside of this handbook's folder.
		expect(seen.errors.filter((error) => !error.includes('403 (Forbidden)'))).toEqual([]);
		await browser.close();
	});

	test('shows a change, a new text and a text that is gone, without a new start', async () => {
		writeFileSync(file('pages/glossary.md'), '---\ntitle: Words of ours\n---\n\nA brand-new sentence.\n');
		await expect.poll(async () => (await ask('pages/glossary/')).text, { timeout: 10_000 }).toContain('A brand-new sentence.');
		expect((await ask('pages/')).text).toContain('Words of ours');

		writeFileSync(file('pages/new-here.md'), '---\ntitle: New here\ntags: [brand new]\n---\n');
		await expect.poll(async () => (await ask('pages/new-here/')).status, { timeout: 10_000 }).toBe(200);
		expect((await ask('pages/new-here.md')).status).toBe(200);
		expect((await ask('tags/brand-new/')).status).toBe(200);

		rmSync(file('pages/new-here.md'));
		await expect.poll(async () => (await ask('pages/new-here/')).status, { timeout: 10_000 }).toBe(404);
		expect((await ask('')).text).not.toContain('New here');
	});

	test('finds what changed', async () => {
		const filesOf = async (): Promise<string> => (await ask('pagefind/pagefind-entry.json')).text;
		const before = await filesOf();
		writeFileSync(file('pages/glossary.md'), '---\ntitle: Words of ours\n---\n\nNow with a wholly different vocabulary.\n');
		await expect.poll(filesOf, { timeout: 10_000 }).not.toBe(before);
	});

	test('names a file that is broken, and goes on', async () => {
		writeFileSync(file('pages/broken.md'), '---\ntitle: Broken\ndraft: "perhaps"\nsumary: x\n---\n\nNever seen.\n');
		await expect
			.poll(
				async () => {
					await ask('');
					return log;
				},
				{ timeout: 10_000 },
			)
			.toContain('content/pages/broken.md:3:8 error hidden-not-boolean');
		expect(log).toContain('Did you mean “summary”?');
		expect((await ask('pages/broken/')).status).toBe(404);
		expect((await ask('practices/monday-check-in/')).status).toBe(200);

		writeFileSync(file('group.md'), 'no facts at all');
		await expect
			.poll(
				async () => {
					await ask('');
					return log;
				},
				{ timeout: 10_000 },
			)
			.toContain('content/group.md');
		expect((await ask('practices/monday-check-in/')).status).toBe(200);
		expect(server.exitCode).toBeNull();
	});

	test('writes nothing into the content', () => {
		expect(readdirSync(join(root, 'content')).sort()).toEqual(['agreements', 'decisions', 'group.md', 'pages', 'practices', 'roles', 'stories']);
	});
});

/** Ours without what Vitest adds: Astro starts another server when it finds itself within a test. */
function ownEnvironment(): NodeJS.ProcessEnv {
	return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV$|TEST$)/.test(name))), ASTRO_TELEMETRY_DISABLED: '1' };
}

/** A port that nobody listens at. */
function freePort(): Promise<number> {
	return new Promise((done) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => {
				done(port);
			});
		});
	});
}
