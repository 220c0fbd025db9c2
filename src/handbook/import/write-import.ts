import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { slugSegment } from '../../lib/slug.js';
import { type HandbookState, readState } from './again/handbook-state.js';
import { type ImportMemory, importBase, memoriesText, memoryFile } from './again/import-memory.js';
import type { ImportOutcome } from './again/import-outcome.js';
import { planChanges } from './again/plan-changes.js';
import { compareGroup, completeGroupFile, type GroupField, groupFile, updateGroupFile } from './group-file.js';
import type { ImportPlan } from './import-plan.js';
import type { Progress } from './plan-import.js';
import type { ImportReport } from './report.js';
import { makeReport } from './report.js';
import { reportText } from './report-text.js';

/** How a plan is written. */
export interface WriteOptions {
	/** Makes every text and file what it is in the source, whatever an author has changed, and completes `content/group.md`. */
	force?: boolean;
	/** Writes nothing and says what would be. */
	dryRun?: boolean;
	/** The handbook as it is before, where that is known already. */
	state?: HandbookState;
	/** Called again and again while much is written. */
	progress?: Progress;
}

/**
 * Writes a plan below a handbook's root: the only place where an import writes. Of a source that was imported before, only what has
 * changed since is written, and what an author has changed stays or is merged, unless `force` says otherwise.
 * Stopped in between, the next import finishes it: what is remembered is never ahead of what is there.
 */
export function writeImport(plan: ImportPlan, targetDir: string, { force = false, dryRun = false, state = readState(resolve(targetDir)), progress = () => {} }: WriteOptions = {}): ImportReport {
	const root = resolve(targetDir);
	const { writes, removals, before, texts, files, outcome } = planChanges(plan, state, { force });
	const memory: ImportMemory = { key: before?.key ?? freeKey(plan.source.name, state.memories), name: plan.source.name, choices: plan.choices, texts, files, group: { ...plan.group } };
	const put = (path: string, bytes: Uint8Array): void => {
		if (!dryRun) writeWhole(join(root, 'content', path), bytes);
	};
	const remember = (now: ImportMemory): void => {
		const text = memoriesText([...state.memories.filter(({ key }) => key !== memory.key), now]);
		if (!dryRun && text !== textAt(join(root, 'content', memoryFile))) put(memoryFile, Buffer.from(text));
	};

	const isBlocked = obstacleAt(root, join(root, 'content', memoryFile));
	if (isBlocked !== undefined) outcome.notWritten.push({ file: `content/${memoryFile}`, why: isBlocked });
	else if (writes.length > 0) remember(before ? { ...before, texts: withNew(before.texts, texts), files: withNew(before.files, files), unfinished: true } : { ...memory, unfinished: true });
	writes.forEach(({ path, bytes, base }, index) => {
		progress('writing', index + 1, writes.length);
		const obstacle = obstacleAt(root, join(root, 'content', path));
		if (obstacle !== undefined) {
			outcome.notWritten.push({ file: `content/${path}`, why: obstacle });
			forget(memory, before, path);
			return;
		}
		const now = bytes();
		if (!isThere(join(root, 'content', path), now)) put(path, now);
		if (base && isBlocked === undefined) put(importBase(memory, base.to), Buffer.from(base.text));
	});
	for (const path of dryRun ? [] : removals.flatMap((removed) => [removed, importBase(memory, removed)])) rmSync(join(root, 'content', path), { force: true });

	const group = placeGroup(plan, root, { force, dryRun, before }, outcome);
	if (isBlocked === undefined) remember(memory);
	const report = makeReport(plan, { outcome, group });
	if (!dryRun && !report.nothingChanged) {
		writeWhole(join(root, 'import-report.md'), Buffer.from(reportText(report)));
		writeWhole(join(root, 'import-report.json'), Buffer.from(`${JSON.stringify(report, null, '\t')}\n`));
	}
	return report;
}

/** Makes `content/group.md`, or brings what has changed in the source since it was made. Returns how each field of the source stands in it. */
function placeGroup({ group }: ImportPlan, root: string, { force, dryRun, before }: { force: boolean; dryRun: boolean; before: ImportMemory | undefined }, outcome: ImportOutcome): GroupField[] {
	const target = join(root, 'content', 'group.md');
	const obstacle = obstacleAt(root, target);
	if (obstacle) {
		outcome.notWritten.push({ file: 'content/group.md', why: obstacle });
		return compareGroup('', group);
	}
	const existing = textAt(target);
	const updated = existing !== undefined && before ? updateGroupFile(existing, before.group, group) : existing;
	const text = updated === undefined ? groupFile(group) : force ? completeGroupFile(updated, group) : updated;
	outcome.groupChanged = before !== undefined && text !== existing;
	if (!dryRun && text !== existing) writeWhole(target, Buffer.from(text));
	return compareGroup(text, group);
}

/** Those of before, and those that were not there. */
function withNew<Item extends { to: string }>(before: readonly Item[], now: readonly Item[]): Item[] {
	const known = new Set(before.map(({ to }) => to));
	return [...before, ...now.filter(({ to }) => !known.has(to))];
}

/** What could not be written is tried again next time: nothing is remembered of it but what was before. */
function forget(memory: ImportMemory, before: ImportMemory | undefined, path: string): void {
	const isIt = ({ to }: { to: string }): boolean => to === path;
	memory.texts = [...memory.texts.filter((text) => !isIt(text)), ...(before?.texts.filter(isIt) ?? [])];
	memory.files = [...memory.files.filter((file) => !isIt(file)), ...(before?.files.filter(isIt) ?? [])];
}

/** A name for the folder that keeps a source's texts as they were imported. */
function freeKey(name: string, memories: readonly ImportMemory[]): string {
	const stem = slugSegment(name);
	const taken = new Set(memories.map(({ key }) => key));
	let key = stem;
	for (let number = 2; taken.has(key); number += 1) key = `${stem}-${number}`;
	return key;
}

function isThere(target: string, bytes: Uint8Array): boolean {
	return existsSync(target) && Buffer.from(bytes).equals(readFileSync(target));
}

function textAt(target: string): string | undefined {
	return existsSync(target) ? readFileSync(target, 'utf8') : undefined;
}

/** What stands in the way of a file, in words: a folder, or a symbolic link that would lead the writing elsewhere. */
function obstacleAt(root: string, target: string): string | undefined {
	let existing = target;
	while (!existsSync(existing) && existing !== dirname(existing)) {
		if (isLink(existing)) return 'a symbolic link of this name is in the way';
		existing = dirname(existing);
	}
	if (existing === target && isLink(target)) return 'a symbolic link of this name is in the way';
	if (existing === target && !lstatSync(target).isFile()) return 'a folder of this name is in the way';
	if (existing !== target && !lstatSync(realpathSync(existing)).isDirectory()) return 'a file stands where its folder should be';
	if (existing.startsWith(root + sep) && !`${realpathSync(existing)}${sep}`.startsWith(`${realpathSync(root)}${sep}`)) return 'its folder is a symbolic link that leads out of the handbook';
	return undefined;
}

function isLink(path: string): boolean {
	try {
		return lstatSync(path).isSymbolicLink();
	} catch {
		return false;
	}
}

/** Writes to a name of its own first, so that no file is ever half written. */
function writeWhole(target: string, bytes: Uint8Array): void {
	mkdirSync(dirname(target), { recursive: true });
	const temporary = join(dirname(target), `.${basename(target)}.tmp`);
	writeFileSync(temporary, bytes);
	renameSync(temporary, target);
}
