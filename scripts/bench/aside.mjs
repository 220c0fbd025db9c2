// Where earlier outputs go before a build is measured.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const aside = fileURLToPath(new URL('../../.cache/bench/aside/', import.meta.url));
let isUsed = false;

/**
 * Takes a file or folder away, and deletes it only when nothing is measured any more. A fresh clone has nothing to delete either, and a disk
 * that has just deleted thousands of files is slow with new ones for some minutes: ext4 without a journal passes over each of their inodes
 * for every file that it makes.
 */
export function moveAside(path) {
	if (!existsSync(path)) return;
	mkdirSync(aside, { recursive: true });
	if (!isUsed) process.once('exit', () => rmSync(aside, { recursive: true, force: true }));
	isUsed = true;
	renameSync(path, join(aside, randomUUID()));
}
