import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PlannedFile } from '../adopt/plan-adoption.js';
import { basePath, isBaseNeeded, namesBase } from './kept-base.js';
import type { MergePlan } from './plan-merge.js';

/** What changing a handbook does to files. Each call throws as Node does (`code: 'ENOSPC'`). */
export interface UpdateDisk {
	makeFolder(path: string): void;
	/** Writes a file that is not there yet. */
	write(path: string, bytes: Uint8Array): void;
	rename(from: string, to: string): void;
	remove(path: string): void;
}

/** The disk of this computer. */
export const localDisk: UpdateDisk = {
	makeFolder: (path) => {
		mkdirSync(path, { recursive: true });
	},
	write: (path, bytes) => writeFileSync(path, bytes, { flag: 'wx' }),
	rename: (from, to) => renameSync(from, to),
	remove: (path) => rmSync(path, { force: true }),
};

/** Why nothing was written, in a sentence. */
export class Refusal extends Error {}

/**
 * Writes a merge below `content/`. At every moment the own text is whole, before or after, and the base that it names is there:
 * images and the new base come first, then the text, and the old base goes last, when no text needs it.
 * @throws Refusal when something is in the way, and what the disk throws.
 */
export function writeMerge(root: string, { path, before, text, upstream, oldSha256, sha256, images }: MergePlan, disk: UpdateDisk = localDisk): void {
	for (const file of [path, upstream.path, ...images.map((image) => image.path)]) refuseObstacle(root, file);
	refuseChanged(root, path, before);
	// A base with other facts and the same text has the same name: it may be replaced only when all that need the old one have taken the facts over.
	const isRenewed = sha256 === oldSha256;
	for (const image of images) writeWhole(root, image, disk);
	if (!isRenewed) writeWhole(root, upstream, disk);
	writeWhole(root, { path, bytes: new TextEncoder().encode(text) }, disk);
	const isNeeded = isBaseNeeded(root, oldSha256, path);
	if (isRenewed && !isNeeded) writeWhole(root, upstream, disk);
	if (!isRenewed && !isNeeded && !namesBase(text, oldSha256)) disk.remove(join(root, 'content', basePath(oldSha256)));
}

/**
 * Writes a file below `content/` that must not be there yet.
 * @throws Refusal when it is, or something is in the way, and what the disk throws.
 */
export function writeNew(root: string, file: PlannedFile, disk: UpdateDisk = localDisk): void {
	refuseObstacle(root, file.path);
	if (kindAt(join(root, 'content', file.path)) !== undefined) throw new Refusal(`content/${file.path} is there already, and was left as it is.`);
	writeWhole(root, file, disk);
}

/**
 * Writes a file below `content/`, in place of one that may be there.
 * @throws Refusal when something is in the way, and what the disk throws.
 */
export function writeOver(root: string, file: PlannedFile, disk: UpdateDisk = localDisk): void {
	refuseObstacle(root, file.path);
	writeWhole(root, file, disk);
}

/**
 * Gives a file below `content/` another text, whole or not at all.
 * @throws Refusal when it is not what it was, or something is in the way, and what the disk throws.
 */
export function writeChanged(root: string, { path, before, text }: { path: string; before: string; text: string }, disk: UpdateDisk = localDisk): void {
	refuseObstacle(root, path);
	refuseChanged(root, path, before);
	writeWhole(root, { path, bytes: new TextEncoder().encode(text) }, disk);
}

/** Whether there is a file at a path below `content/`. */
export function isThere(root: string, path: string): boolean {
	return kindAt(join(root, 'content', path)) !== undefined;
}

function refuseChanged(root: string, path: string, before: string): void {
	if (readFileSync(join(root, 'content', path), 'utf8') !== before) throw new Refusal(`content/${path} was changed by somebody meanwhile, so it was left as it is. Run the command again.`);
}

/**
 * Makes sure that a file below `content/` can be written or removed.
 * @throws Refusal when a symbolic link or a folder is in the way.
 */
export function refuseObstacle(root: string, path: string): void {
	const segments = ['content', ...path.split('/')];
	for (let length = 1; length <= segments.length; length++) {
		const part = segments.slice(0, length);
		const kind = kindAt(join(root, ...part));
		if (kind === undefined) return;
		if (kind === 'link') throw new Refusal(`${part.join('/')} is a symbolic link, and nothing is written through one.`);
		if (length === segments.length && kind === 'folder') throw new Refusal(`${part.join('/')} is a folder, where the file should be.`);
		if (length < segments.length && kind === 'file') throw new Refusal(`${part.join('/')} is a file, where a folder should be.`);
	}
}

function kindAt(path: string): 'file' | 'folder' | 'link' | undefined {
	const found = lstatSync(path, { throwIfNoEntry: false });
	if (!found) return undefined;
	if (found.isSymbolicLink()) return 'link';
	return found.isDirectory() ? 'folder' : 'file';
}

/** Writes a file below `content/`, or replaces it, so that it is never half written. */
export function writeWhole(root: string, { path, bytes }: PlannedFile, disk: UpdateDisk): void {
	const target = join(root, 'content', path);
	disk.makeFolder(dirname(target));
	const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
	try {
		disk.write(temporary, bytes);
		disk.rename(temporary, target);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}
