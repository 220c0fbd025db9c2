import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { compareGroup, completeGroupFile, type GroupField, groupFile } from './group-file.js';
import type { ImportPlan } from './import-plan.js';
import type { ImportReport } from './report.js';
import { makeReport } from './report.js';
import { reportText } from './report-text.js';

/** How a plan is written. */
export interface WriteOptions {
	/** Replaces files that differ, and completes `content/group.md`. */
	force?: boolean;
	/** Writes nothing and says what would be. */
	dryRun?: boolean;
}

/**
 * Writes a plan below a handbook's root: the only place where an import writes.
 * A file that is there and differs stays unless `force` says otherwise. Writing twice changes nothing.
 */
export function writeImport(plan: ImportPlan, targetDir: string, { force = false, dryRun = false }: WriteOptions = {}): ImportReport {
	const root = resolve(targetDir);
	const notWritten: ImportReport['lookFirst']['notWritten'] = [];

	const place = (path: string, bytes: Uint8Array): void => {
		const target = join(root, 'content', path);
		const obstacle = obstacleAt(root, target);
		if (obstacle) notWritten.push({ file: `content/${path}`, why: obstacle });
		else if (!existsSync(target)) {
			if (!dryRun) writeWhole(target, bytes);
		} else if (!Buffer.from(bytes).equals(readFileSync(target))) {
			if (!force) notWritten.push({ file: `content/${path}`, why: 'a file of this name is there, and it differs' });
			else if (!dryRun) writeWhole(target, bytes);
		}
	};
	for (const { to, content } of plan.texts) place(to, Buffer.from(content));
	for (const { from, to } of plan.files) place(to, plan.source.bytes(from));

	const group = placeGroup(plan, root, { force, dryRun }, notWritten);
	const report = makeReport(plan, { notWritten, group });
	if (!dryRun) {
		writeWhole(join(root, 'import-report.md'), Buffer.from(reportText(report)));
		writeWhole(join(root, 'import-report.json'), Buffer.from(`${JSON.stringify(report, null, '\t')}\n`));
	}
	return report;
}

/** Makes `content/group.md`, or completes it when forced. Returns how each field of the source stands in it. */
function placeGroup({ group }: ImportPlan, root: string, { force, dryRun }: Required<WriteOptions>, notWritten: { file: string; why: string }[]): GroupField[] {
	const target = join(root, 'content', 'group.md');
	const obstacle = obstacleAt(root, target);
	if (obstacle) {
		notWritten.push({ file: 'content/group.md', why: obstacle });
		return compareGroup('', group);
	}
	const existing = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
	const text = existing === undefined ? groupFile(group) : force ? completeGroupFile(existing, group) : existing;
	if (!dryRun && text !== existing) writeWhole(target, Buffer.from(text));
	return compareGroup(text, group);
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
