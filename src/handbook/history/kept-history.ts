import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BuildCache } from '../build-cache.js';

const fileChange = z.object({ path: z.string(), from: z.string().optional(), before: z.string().optional(), after: z.string().optional(), merged: z.literal(true).optional() });
const commit = z.object({ hash: z.string(), seconds: z.int(), message: z.string(), changes: z.array(fileChange) });
const versionFacts = z.object({ id: z.string().optional(), words: z.string(), facts: z.string(), adopted: z.boolean(), retired: z.boolean(), reviews: z.int() });
const keptHistory = z.object({
	format: z.literal(1),
	program: z.string(),
	/** Path of `content/` in the repository. */
	content: z.string(),
	/** The last commit that was read. */
	head: z.string(),
	/** Each after those it builds on. */
	commits: z.array(commit),
	/** By hash and path; null for a version that readers may not see. */
	versions: z.record(z.string(), versionFacts.nullable()),
});

/** What was read of a repository. A commit never changes, so it need not be read again. */
export type KeptHistory = z.output<typeof keptHistory>;

const name = 'history.json';

/** What was kept for this program and this folder of the repository. A file that is torn or not ours counts as none. Never throws. */
export function loadHistory({ folder, program }: BuildCache, content: string): KeptHistory | undefined {
	const kept = attempt(() => keptHistory.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
	return kept?.program === program && kept.content === content ? kept : undefined;
}

/** Keeps what was read, in place of what was kept before. Never throws. */
export function saveHistory({ folder, program }: BuildCache, history: Omit<KeptHistory, 'format' | 'program'>): void {
	attempt(() => {
		mkdirSync(folder, { recursive: true });
		const torn = readdirSync(folder).filter((each) => each.startsWith(`${name}.`));
		for (const each of torn) rmSync(join(folder, each), { force: true });
		const temporary = join(folder, `${name}.${randomUUID()}`);
		writeFileSync(temporary, JSON.stringify({ format: 1, program, ...history }));
		renameSync(temporary, join(folder, name));
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
