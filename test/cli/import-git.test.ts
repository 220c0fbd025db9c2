import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { cloneRepository } from '../../src/cli/import/clone-repository.js';
import { gatherSource } from '../../src/cli/import/gather-source.js';
import { isGitAddress, repositoryName } from '../../src/cli/import/git-address.js';
import { emptyFolder, folderOf } from '../handbook/import/source-folder.js';

const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

function git(cwd: string, ...args: string[]): void {
	execFileSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@pod.example', ...args], { cwd, env, stdio: 'pipe' });
}

/** A bare repository that holds the files of a folder. */
function bareRepository(folder: string): string {
	git(folder, 'init', '--quiet', '--initial-branch=main');
	git(folder, 'add', '--all');
	git(folder, 'commit', '--quiet', '--message=All');
	const bare = join(emptyFolder(), 'our-house.git');
	git(folder, 'clone', '--quiet', '--bare', '.', bare);
	return bare;
}

async function gather(given: string, cwd = emptyFolder()) {
	const notes: string[] = [];
	return gatherSource(given, cwd, [], { env, note: (line) => notes.push(line) });
}

/** Folders that an import has put aside for what it fetched. */
function leftOver(): string[] {
	return readdirSync(tmpdir()).filter((name) => name.startsWith('sporeprint-clone-'));
}

test('a repository is fetched, read, and goes again', async () => {
	const bare = bareRepository(folderOf({ 'README.md': '# Us\n', 'rules/kitchen.md': '# Kitchen\n' }));
	for (const given of [bare, pathToFileURL(bare).href]) {
		const before = leftOver();
		const source = await gather(given);
		if (typeof source === 'string') throw new Error(source);
		expect(source.folder.name).toBe('our-house');
		expect(source.folder.files).toEqual(['README.md', 'rules/kitchen.md']);
		expect(Buffer.from(source.folder.bytes('README.md')).toString()).toBe('# Us\n');
		source.close();
		expect(leftOver()).toEqual(before);
	}
});

test('symbolic links in it do not lead out, and nothing of it is run', async () => {
	const outside = folderOf({ 'secret.md': '# Secret' });
	const folder = folderOf({ 'a.md': '# A\n', '.gitattributes': '*.md filter=lfs\n' });
	symlinkSync(join(outside, 'secret.md'), join(folder, 'b.md'));
	symlinkSync('../../../../../../etc/hosts', join(folder, 'hosts.md'));
	const bare = bareRepository(folder);
	const ran = join(emptyFolder(), 'ran');
	mkdirSync(join(bare, 'hooks'), { recursive: true });
	for (const hook of ['post-checkout', 'post-upload-pack', 'pre-receive']) writeFileSync(join(bare, 'hooks', hook), `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 });
	const source = await gather(bare);
	if (typeof source === 'string') throw new Error(source);
	expect(source.folder.files).toEqual(['.gitattributes', 'a.md']);
	expect(source.folder.links).toEqual(['b.md', 'hosts.md']);
	expect(existsSync(ran)).toBe(false);
	source.close();
});

test.each([
	['file:///no/such/repository', 'There is no repository at “file:///no/such/repository”.'],
	['https://nobody.invalid/house.git', '“https://nobody.invalid/house.git” could not be reached. Look whether you are connected, and whether the address is right.'],
	['ext::sh -c "touch here"', '“ext::sh -c "touch here"” is no address that a repository can be fetched from. Use one that begins with https:// or ssh://.'],
	['git://nobody.invalid/house', '“git://nobody.invalid/house” is no address that a repository can be fetched from. Use one that begins with https:// or ssh://.'],
	['https://me:secret@nobody.invalid/house.git', '“https://nobody.invalid/house.git” could not be reached. Look whether you are connected, and whether the address is right.'],
])('%s is answered with a sentence', async (given, sentence) => {
	expect(await gather(given)).toBe(sentence);
});

test('an address is no option', async () => {
	const here = emptyFolder();
	const ran = join(here, 'ran');
	expect(await cloneRepository(`--upload-pack=touch ${ran}`, env)).toContain('is no address of a repository');
	expect(await cloneRepository(`ssh://-oProxyCommand=touch%20${ran}/x`, env)).toMatch(/^“/);
	expect(existsSync(ran)).toBe(false);
});

test('without git, this is said', async () => {
	expect(await cloneRepository('https://nobody.invalid/house.git', { ...env, PATH: emptyFolder() })).toContain('Git is not installed');
});

test('what is an address, and what is a folder', () => {
	for (const address of ['https://pod.example/us/house', 'ssh://git@pod.example/house.git', 'git@pod.example:us/house.git', 'file:///srv/house.git']) expect(isGitAddress(address)).toBe(true);
	for (const folder of ['us/house', './house', '/srv/house', 'C:\\house', 'house.git', 'C:/house']) expect(isGitAddress(folder)).toBe(false);
	expect(repositoryName('https://pod.example/us/house.git/')).toBe('house');
	expect(repositoryName('git@pod.example:house.git')).toBe('house');
	expect(repositoryName('https://pod.example/..')).toBe('repository');
});
