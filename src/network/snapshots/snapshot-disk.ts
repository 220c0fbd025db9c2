import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What the crawl does to files. Each call throws as Node does (`code: 'ENOSPC'`). */
export interface SnapshotDisk {
	read(path: string): Uint8Array;
	list(path: string): { name: string; isFolder: boolean }[];
	/** Makes a folder, and those above it. */
	makeFolder(path: string): void;
	write(path: string, bytes: Uint8Array): void;
	rename(from: string, to: string): void;
	/** Removes a file, or a folder with all that is in it. */
	remove(path: string): void;
}

/** The disk of this computer. */
export const localDisk: SnapshotDisk = {
	read: (path) => readFileSync(path),
	list: (path) => readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })),
	makeFolder: (path) => {
		mkdirSync(path, { recursive: true });
	},
	write: (path, bytes) => writeFileSync(path, bytes),
	rename: (from, to) => renameSync(from, to),
	remove: (path) => rmSync(path, { recursive: true, force: true }),
};

/** The disk is full, or may not be read or written to. Thrown within the crawl, which ends with it. */
export class DiskFault extends Error {
	constructor(
		readonly path: string,
		override readonly cause: unknown,
	) {
		super(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`);
	}
}

/** A disk whose every failure is a `DiskFault`, but for what is not there: that reads as undefined, and lists as nothing. */
export interface SafeDisk extends Omit<SnapshotDisk, 'read'> {
	read(path: string): Uint8Array | undefined;
}

/** Makes the failures of a disk known as such. */
export function safeDisk(disk: SnapshotDisk): SafeDisk {
	return {
		read: (path) => attempt(path, () => disk.read(path), undefined),
		list: (path) => attempt(path, () => disk.list(path), []),
		makeFolder: (path) => attempt(path, () => disk.makeFolder(path)),
		write: (path, bytes) => attempt(path, () => disk.write(path, bytes)),
		rename: (from, to) => attempt(to, () => disk.rename(from, to)),
		remove: (path) => attempt(path, () => disk.remove(path)),
	};
}

function attempt<T>(path: string, act: () => T, ...absent: [T] | []): T {
	try {
		return act();
	} catch (error) {
		if (absent.length === 1 && (error as NodeJS.ErrnoException).code === 'ENOENT') return absent[0];
		throw new DiskFault(path, error);
	}
}
