import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TextOutcome } from './read-foreign-text.js';

/** What reading the texts of one member gave, kept from one build to the next. */
export interface TextCache {
	get(key: string): TextOutcome | undefined;
	put(key: string, outcome: TextOutcome): void;
	/** Keeps what was asked for or put since the cache was opened, and drops the rest. */
	save(): void;
}

const ending = '.texts.json';

const place = { line: z.int(), column: z.int() };
const readText = z.object({
	fields: z.record(z.string(), z.unknown()),
	bodyStart: z.int().nonnegative(),
	rendered: z.object({
		html: z.string(),
		text: z.string(),
		headings: z.array(z.object({ depth: z.int(), id: z.string(), text: z.string() })),
		openingHeading: z.string().optional(),
		titleId: z.string().optional(),
		ids: z.array(z.string()),
		entryLinks: z.array(z.object({ id: z.string(), fragment: z.string().optional(), ...place })),
		externalLinks: z.array(z.string()),
		addresses: z.array(z.object({ start: z.int().nonnegative(), end: z.int().nonnegative(), url: z.string() })),
		faults: z.array(z.object({ code: z.string(), message: z.string(), hint: z.string().optional(), ...place })),
	}),
});
const quarantined = z.object({ quarantine: z.enum(['too-large', 'too-slow', 'too-complex', 'source-missing', 'hidden-by-author', 'front-matter']) });
const cacheFile = z.object({ format: z.literal(2), texts: z.record(z.string(), z.union([quarantined, readText])) });

/** Opens the cache of a member; without a folder nothing is kept. A file that is torn or not ours counts as none. Never throws. */
export function openCache(folder: string | undefined, member: string): TextCache {
	const kept = folder === undefined ? new Map<string, TextOutcome>() : load(join(folder, member + ending));
	const used = new Map<string, TextOutcome>();
	let isNew = false;
	return {
		get: (key) => {
			const outcome = kept.get(key);
			if (outcome) used.set(key, outcome);
			return outcome;
		},
		put: (key, outcome) => {
			isNew = true;
			used.set(key, outcome);
		},
		save: () => {
			if (folder !== undefined && (isNew || used.size !== kept.size)) write(folder, member + ending, used);
		},
	};
}

/** Removes what is kept of members that are not there any more, or whose texts are not shown. */
export function pruneCache(folder: string | undefined, members: ReadonlySet<string>): void {
	if (folder === undefined) return;
	attempt(() => {
		for (const name of readdirSync(folder)) {
			if (name.endsWith(ending) && !members.has(name.slice(0, -ending.length))) rmSync(join(folder, name), { force: true });
		}
	});
}

function load(path: string): Map<string, TextOutcome> {
	const texts = attempt(() => cacheFile.parse(JSON.parse(readFileSync(path, 'utf8'))).texts);
	// The codes of faults are those of our own catalogue, or were when the file was written.
	return new Map(Object.entries((texts ?? {}) as Record<string, TextOutcome>));
}

function write(folder: string, name: string, texts: ReadonlyMap<string, TextOutcome>): void {
	const sorted = Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
	const path = join(folder, name);
	attempt(() => {
		mkdirSync(folder, { recursive: true });
		writeFileSync(`${path}.tmp`, JSON.stringify({ format: 2, texts: sorted }));
		renameSync(`${path}.tmp`, path);
	});
}

/** Whatever goes wrong here costs time in the next build, and nothing else. */
function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}
