import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { AdoptionPlan, PlannedFile } from './plan-adoption.js';

/** What is at the places of a plan already. */
export type Standing =
	/** Nothing. */
	| { type: 'free' }
	/** The same. */
	| { type: 'same' }
	/** Something else; paths below `content/`. */
	| { type: 'taken'; paths: string[] }
	/** Something that no file can take the place of, in a sentence. */
	| { type: 'blocked'; why: string };

/** Looks at what writing a plan would meet. */
export function standingOf(root: string, { text, images, upstream }: AdoptionPlan): Standing {
	for (const { path } of [text, ...images, upstream]) {
		const why = obstacleAt(root, path);
		if (why !== undefined) return { type: 'blocked', why };
	}
	const there = [text, ...images].filter(({ path }) => kindAt(join(root, 'content', path)) !== undefined);
	const different = there.filter((file) => !isSame(root, file));
	if (different.length > 0) return { type: 'taken', paths: different.map(({ path }) => path) };
	return there.length === images.length + 1 && isSame(root, upstream) ? { type: 'same' } : { type: 'free' };
}

/**
 * Writes a plan below `content/`, the only place where a copy is written: the parent's text first, then the images, and the text,
 * which needs them, last. No file is ever half written.
 * @throws Error of the file system, and when a symbolic link or a folder is in the way: ask `standingOf` before.
 */
export function writeAdoption(root: string, { text, images, upstream }: AdoptionPlan): void {
	for (const { path, bytes } of [upstream, ...images, text]) {
		const why = obstacleAt(root, path);
		if (why !== undefined) throw new Error(why);
		writeWhole(join(root, 'content', path), bytes);
	}
}

/** What stands in the way of a file, in a sentence. */
function obstacleAt(root: string, path: string): string | undefined {
	const segments = ['content', ...path.split('/')];
	for (let length = 1; length <= segments.length; length++) {
		const part = segments.slice(0, length);
		const kind = kindAt(join(root, ...part));
		if (kind === undefined) return undefined;
		const isFile = length === segments.length;
		if (kind === 'link') return `${part.join('/')} is a symbolic link, and a copy is never written through one.`;
		if (isFile && kind === 'folder') return `${part.join('/')} is a folder, where the file should be.`;
		if (!isFile && kind === 'file') return `${part.join('/')} is a file, where a folder should be.`;
	}
	return undefined;
}

function kindAt(path: string): 'file' | 'folder' | 'link' | undefined {
	const found = lstatSync(path, { throwIfNoEntry: false });
	if (!found) return undefined;
	if (found.isSymbolicLink()) return 'link';
	return found.isDirectory() ? 'folder' : 'file';
}

function isSame(root: string, { path, bytes }: PlannedFile): boolean {
	const target = join(root, 'content', path);
	return kindAt(target) === 'file' && Buffer.from(bytes).equals(readFileSync(target));
}

function writeWhole(target: string, bytes: Uint8Array): void {
	mkdirSync(dirname(target), { recursive: true });
	const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
	try {
		writeFileSync(temporary, bytes, { flag: 'wx' });
		renameSync(temporary, target);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}
