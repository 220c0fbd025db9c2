import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Context } from '../src/cli/command.js';
import { run } from '../src/cli/run.js';
import type { Problem, Result } from '../src/errors.js';
import type { Handbook, HandbookEntry } from '../src/handbook/handbook.js';
import { type ReadOptions, readHandbook } from '../src/handbook/read-handbook.js';

/** Files below `content/`, by path. `null` leaves a file out that would be there otherwise. */
export type MiniFiles = Record<string, string | Uint8Array | null>;

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the tests of this file. */
export function emptyFolder(): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sporeprint-test-')));
	folders.push(folder);
	return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: MiniFiles): void {
	for (const [path, content] of Object.entries(files)) {
		if (content === null) continue;
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
}

/** Writes a handbook and returns its folder. It has a group called Moss, unless the files name another. */
export function miniHandbook(files: MiniFiles): string {
	const root = emptyFolder();
	mkdirSync(join(root, 'content'));
	writeFiles(join(root, 'content'), { 'group.md': '---\nname: Moss\n---\n', ...files });
	return root;
}

/** Writes a handbook and reads it. */
export function readMini(files: MiniFiles, options?: ReadOptions): Result<Handbook> {
	return readHandbook(miniHandbook(files), options);
}

/** The one entry of a handbook that has one, and every problem. */
export function readOne(source: string, path = 'practices/check-in.md', others: MiniFiles = {}): { entry: HandbookEntry; problems: Problem[] } {
	const { value, problems } = readMini({ [path]: source, ...others });
	const entry = value.entries.find((candidate) => candidate.path === path);
	if (!entry) throw new Error(`${path} was held back: ${problems.map(placed).join('; ')}`);
	return { entry, problems };
}

/** A problem as its place and code. */
export function placed({ file, line, column, code }: Problem): string {
	return `${file}:${line}:${column} ${code}`;
}

/** A problem as a person reads it, without its place. */
export function said({ message, hint }: Problem): string {
	return `${message} ${hint}`;
}

/** A picture of two by three pixels. */
export const smallImage = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"></svg>';

/** The checkout that these tests stand in. */
export const packageRoot = fileURLToPath(new URL('../', import.meta.url));

/** Calls the command line in a folder, and catches what it says. */
export async function callSporeprint(args: readonly string[], context: Partial<Context> = {}): Promise<{ code: number; out: string; err: string }> {
	const out: string[] = [];
	const err: string[] = [];
	const code = await run(
		args,
		{
			cwd: packageRoot,
			env: {},
			interactive: false,
			today: '2026-05-17',
			now: new Date('2026-05-17T12:00:00Z'),
			packageRoot,
			print: (line) => out.push(line),
			note: (line) => err.push(line),
			...context,
		},
		'0.0.0-test',
	);
	return { code, out: out.join('\n'), err: err.join('\n') };
}
