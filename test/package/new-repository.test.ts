import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSites } from '../../src/cli/demo/serve-sites.js';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };

/** Runs a program and gives what it printed. Throws when it fails. */
function run(program: string, args: string[], cwd: string): string {
	return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', GITHUB_ACTIONS: '' } });
}

function dependencyOf(folder: string): string | undefined {
	return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies.sporeprint;
}

describe('a new repository, far from the checkout', () => {
	const work = mkdtempSync(join(tmpdir(), 'sporeprint-package-'));
	const ours = join(work, 'our handbook');

	beforeAll(() => {
		run(process.execPath, [join(checkout, 'dist/cli/main.js'), 'init', 'handbook', ours], work);
	}, 60_000);

	afterAll(() => {
		rmSync(work, { recursive: true, force: true });
	});

	it('made by a checkout depends on the engine packed into vendor/', () => {
		expect(dependencyOf(ours)).toBe(`file:vendor/sporeprint-${version}.tgz`);
		expect(existsSync(join(ours, 'vendor', `sporeprint-${version}.tgz`))).toBe(true);
	});

	it('holds the example, the workflow, editor settings and a .gitignore, and nothing of ours', () => {
		expect(readdirSync(ours).sort()).toEqual(['.github', '.gitignore', '.vscode', 'README.md', 'astro.config.mjs', 'content', 'package.json', 'vendor']);
	});

	it('holds no component, no style and no script', () => {
		const files = readdirSync(ours, { recursive: true }).map(String);
		expect(files.filter((file) => /\.(?:astro|css|ts|js)$/.test(file))).toEqual([]);
	});

	describe('after npm install', () => {
		beforeAll(() => {
			run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], ours);
		}, 300_000);

		it('checks without a problem', () => {
			expect(run('npx', ['sporeprint', 'check'], ours)).toContain('No problems found.');
		});

		it('builds a searchable site under a project path, without Astro', () => {
			expect(run('npx', ['sporeprint', 'build', '--site', 'https://pod.example', '--base', '/handbook/'], ours)).not.toContain('[build]');
			const page = readFileSync(join(ours, 'dist/practices/monday-check-in/index.html'), 'utf8');
			expect(page).toContain('href="/handbook/agreements/care-work/"');
			expect(existsSync(join(ours, 'dist/pagefind/pagefind.js'))).toBe(true);
		}, 120_000);

		it('brings the JSON Schemas for editors', () => {
			expect(existsSync(join(ours, 'node_modules/sporeprint/dist/schemas/agreement.json'))).toBe(true);
		});

		it('makes, as an installed release, a repository that depends on that release', () => {
			run('npx', ['sporeprint', 'init', 'handbook', 'next'], ours);
			expect(dependencyOf(join(ours, 'next'))).toBe(`^${version}`);
			expect(existsSync(join(ours, 'next', 'vendor'))).toBe(false);
			expect(existsSync(join(ours, 'next', '.gitignore'))).toBe(true);
		}, 60_000);

		it('makes a network, which gathers the handbook from its site and builds an index over it', async () => {
			run('npx', ['sporeprint', 'init', 'network', 'index'], ours);
			const index = join(ours, 'index');
			const site = join(ours, 'site');
			const server = await serveSites([{ path: 'pod', folder: site }], 0);
			const origin = `http://127.0.0.1:${server.port}`;
			try {
				run('npx', ['astro', 'build', '--site', origin, '--base', '/pod/', '--outDir', site], ours);
				for (const file of readdirSync(join(index, 'content/members'))) rmSync(join(index, 'content/members', file));
				const about = join(index, 'content/network.md');
				writeFileSync(about, readFileSync(about, 'utf8').replace(/^url: .*$/m, 'url: https://sporeprint.github.io/network/'));
				run('npx', ['sporeprint', 'add-member', `${origin}/pod/`, '--id', 'pod'], index);
				const { stdout } = await promisify(execFile)('npx', ['sporeprint', 'crawl', '--allow-private'], { cwd: index });
				expect(stdout).toContain('1 in order');
			} finally {
				server.close();
			}
			expect(run('npx', ['sporeprint', 'check'], index)).toContain('1 member read. No problems found.');
			run('npx', ['sporeprint', 'build', '--site', 'https://index.example'], index);
			expect(readFileSync(join(index, 'dist/groups/pod/practices/monday-check-in/index.html'), 'utf8')).toContain('class="mirror"');
			expect(existsSync(join(index, 'dist/pagefind/pagefind.js'))).toBe(true);
		}, 180_000);

		it('refuses a folder that is not empty', () => {
			expect(() => run('npx', ['sporeprint', 'init', 'handbook', '.'], ours)).toThrow('is not empty');
		});
	});
});
