import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ImportPlan, PlannedText } from '../../../src/handbook/import/import-plan.js';
import { openSource } from '../../../src/handbook/import/open-source.js';
import { type ImportOptions, planImport } from '../../../src/handbook/import/plan-import.js';
import { readSource } from '../../../src/handbook/import/read-source.js';
import type { SourceFolder } from '../../../src/handbook/import/source-folder.js';

/** An empty folder that goes when the test ends. */
export function emptyFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'sporeprint-import-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

/** A folder that holds these files. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
	const folder = join(emptyFolder(), 'our-house');
	mkdirSync(folder);
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}

/** Every file of a folder by its path, as text. */
export function contentsOf(folder: string): Record<string, string> {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());
	return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

/** A folder as an import reads it. */
export function sourceOf(folder: string): SourceFolder {
	const source = readSource(folder);
	if (typeof source === 'string') throw new Error(`This folder cannot be read: ${source}.`);
	return source;
}

/** The plan for a folder that can be imported. */
export function planOf(folder: string, options?: ImportOptions): ImportPlan {
	const { value } = planImport(sourceOf(folder), options);
	if (!value) throw new Error('This folder should be one that can be imported.');
	return value;
}

/** The plan for anything that can be given: a folder, an archive or a document, opened first. */
export async function openedPlan(given: string, options?: ImportOptions): Promise<ImportPlan> {
	const folder = await openSource(given);
	if (typeof folder === 'string') throw new Error(`This cannot be opened: ${folder}.`);
	const { value } = planImport(folder, options);
	if (!value) throw new Error('This should be something that can be imported.');
	return value;
}

/** The plan for these files. */
export function planFor(files: Record<string, string | Uint8Array>, options?: ImportOptions): ImportPlan {
	return planOf(folderOf(files), options);
}

/** The text that came from a path, without its front matter. */
export function bodyFrom(plan: ImportPlan, from: string): string {
	return textFrom(plan, from).content.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n(?:\r?\n)?/, '');
}

/** The text that came from a path. */
export function textFrom(plan: ImportPlan, from: string): PlannedText {
	const text = plan.texts.find((each) => each.from === from);
	if (!text) throw new Error(`Nothing came from ${from}.`);
	return text;
}
