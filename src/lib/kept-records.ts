import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { byteHash } from './text-hash.js';

/** Plain data by key, kept in a file from one run to the next. */
export interface KeptRecords {
	/** What was kept under a key; undefined when it is not there or was torn. */
	get(key: string): unknown;
	put(key: string, value: unknown): void;
	/** Keeps what was asked for or put since the file was opened, and drops the rest. */
	save(): void;
}

/** A record as it stands in the file: its key, its checksum and its JSON, on one line. */
type Line = Buffer;

const keyLength = 64;
const sumLength = 16;
const jsonStart = keyLength + sumLength + 2;
const lineEnd = 0x0a;

/**
 * Opens a file of records; without a path nothing is kept. A record is parsed when it is asked for, and one that is torn or not ours
 * counts as none. Never throws: whatever goes wrong costs time in the next run, and nothing else.
 */
export function openRecords(path: string | undefined): KeptRecords {
	const kept = path === undefined ? new Map<string, Line>() : linesOf(attempt(() => readFileSync(path)) ?? Buffer.alloc(0));
	// What is put twice is written once.
	const used = new Map<string, () => Line>();
	let isNew = false;
	return {
		get: (key) => {
			const line = kept.get(key);
			if (!line) return undefined;
			const value = parsedLine(line);
			if (value !== undefined) used.set(key, () => line);
			return value;
		},
		put: (key, value) => {
			if (path === undefined) return;
			isNew = true;
			used.set(key, () => lineOf(key, value));
		},
		save: () => {
			if (path !== undefined && (isNew || used.size !== kept.size))
				attempt(() =>
					replaceFile(
						path,
						[...used.values()].map((line) => line()),
					),
				);
		},
	};
}

function linesOf(bytes: Buffer): Map<string, Line> {
	const lines = new Map<string, Line>();
	for (let at = 0; at < bytes.length; ) {
		const end = bytes.indexOf(lineEnd, at);
		if (end < 0) break;
		if (end - at > jsonStart) lines.set(bytes.toString('latin1', at, at + keyLength), bytes.subarray(at, end + 1));
		at = end + 1;
	}
	return lines;
}

function lineOf(key: string, value: unknown): Line {
	const json = JSON.stringify(value);
	return Buffer.from(`${key} ${sumOf(json)} ${json}\n`, 'utf8');
}

function parsedLine(line: Line): unknown {
	const json = line.subarray(jsonStart, -1);
	if (line.toString('latin1', keyLength + 1, keyLength + 1 + sumLength) !== sumOf(json)) return undefined;
	return attempt(() => JSON.parse(json.toString('utf8')) as unknown);
}

function sumOf(json: Uint8Array | string): string {
	return byteHash(json).slice(0, sumLength);
}

/** Puts a file in place of what was there, whole or not at all, and clears away what earlier runs could not finish. */
function replaceFile(path: string, lines: readonly Line[]): void {
	const folder = dirname(path);
	mkdirSync(folder, { recursive: true });
	const temporary = `${path}.${randomUUID()}`;
	const file = openSync(temporary, 'wx');
	try {
		for (const piece of joined(lines)) writeFileSync(file, piece);
	} finally {
		closeSync(file);
	}
	renameSync(temporary, path);
	for (const name of readdirSync(folder)) if (name.startsWith(`${basename(path)}.`)) rmSync(join(folder, name), { force: true });
}

/** Lines that stand behind each other in memory, as those that were read do, are one piece. */
function joined(lines: readonly Line[]): Buffer[] {
	const pieces: Buffer[] = [];
	for (const line of lines) {
		const last = pieces.at(-1);
		if (last && last.buffer === line.buffer && last.byteOffset + last.length === line.byteOffset) pieces[pieces.length - 1] = Buffer.from(last.buffer, last.byteOffset, last.length + line.length);
		else pieces.push(line);
	}
	return pieces;
}

function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}
