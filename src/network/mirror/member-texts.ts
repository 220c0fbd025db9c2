import pLimit from 'p-limit';
import { keyOf } from '../../lib/key-of.js';
import { cleanSource } from '../../markdown/front-matter.js';
import type { SnapshotEntry } from '../snapshot.js';
import type { MemberIndex, TextPlace } from './foreign-targets.js';
import { mirrorId } from './mirror-id.js';
import type { ForeignText, TextOutcome } from './read-foreign-text.js';
import type { TextCache } from './render-cache.js';
import { type PackedIndex, packIndex } from './render-job.js';
import type { RenderPool } from './render-pool.js';

/** What reading the texts of one member needs. */
export interface TextTools {
	pool: RenderPool;
	cache: TextCache;
	/** What, beside the text and its place, decides the outcome: the program's version and the deadline. */
	edition: readonly (string | number)[];
	/** The source of a text by the hash of its bytes. */
	readSource(hash: string): string | undefined;
}

/** A text that was read, or why it cannot be shown. */
export interface MemberText {
	/** Without byte order mark and Windows line ends. */
	source: string;
	outcome: TextOutcome;
}

/** Bytes in UTF-8 that a source may have. */
const longestSource = 128 * 1024;

/**
 * Reads the texts of a member, by id. They depend on nothing but the snapshot of this member. Texts that link to one which
 * cannot be shown are read again without it, so that no link leads to a page that is not there.
 */
export async function readMemberTexts(
	entries: readonly SnapshotEntry[],
	aliases: readonly { from: string; to: string }[],
	place: Pick<TextPlace, 'base' | 'member' | 'home'>,
	tools: TextTools,
): Promise<Map<string, MemberText>> {
	const texts = new Map<string, MemberText>();
	let shown = new Set(entries.map(({ id }) => id));
	let due = entries;
	while (due.length > 0) {
		await readAll(due, memberIndex(shown, aliases), texts, place, tools);
		const lost = new Set([...shown].filter((id) => isLost(texts.get(id))).map((id) => mirrorId(place.member, id)));
		shown = new Set([...shown].filter((id) => !isLost(texts.get(id))));
		due = entries.filter(({ id }) => shown.has(id) && linksTo(texts.get(id), lost));
	}
	return texts;
}

/** The texts that have a page, and the former ids that lead to one. */
export function memberIndex(ids: ReadonlySet<string>, aliases: readonly { from: string; to: string }[]): MemberIndex {
	const leading = aliases.filter(({ from, to }) => ids.has(to) && !ids.has(from)).map(({ from, to }) => [from, to] as const);
	return { ids, aliases: new Map(leading.toReversed()) };
}

function isLost(text: MemberText | undefined): boolean {
	return text === undefined || 'quarantine' in text.outcome;
}

function linksTo(text: MemberText | undefined, ids: ReadonlySet<string>): boolean {
	return text !== undefined && 'rendered' in text.outcome && text.outcome.rendered.entryLinks.some(({ id }) => ids.has(id));
}

async function readAll(entries: readonly SnapshotEntry[], index: MemberIndex, texts: Map<string, MemberText>, place: Pick<TextPlace, 'base' | 'member' | 'home'>, tools: TextTools): Promise<void> {
	const packed = packIndex(index);
	const again: { entry: SnapshotEntry; text: ForeignText; key: string }[] = [];
	const finish = ({ id }: SnapshotEntry, { source }: ForeignText, key: string, outcome: TextOutcome): void => {
		tools.cache.put(key, outcome);
		texts.set(id, { source, outcome });
	};
	const atOnce = pLimit(tools.pool.threads);
	await atOnce.map(entries, async (entry) => {
		const source = texts.get(entry.id)?.source ?? soundSource(entry, tools);
		if (typeof source !== 'string') {
			texts.set(entry.id, { source: '', outcome: source });
			return;
		}
		const { id, url, kind, lang } = entry;
		const text: ForeignText = { kind, lang, source, place: { ...place, id, url } };
		const key = cacheKey(entry, text, packed, tools.edition);
		const known = tools.cache.get(key);
		if (known) {
			texts.set(id, { source, outcome: known });
			return;
		}
		const outcome = await tools.pool.read(text, packed);
		if (outcome) finish(entry, text, key, outcome);
		else again.push({ entry, text, key });
	});
	for (const { entry, text, key } of again) finish(entry, text, key, await tools.pool.readAlone(text, packed));
}

function soundSource({ text }: SnapshotEntry, { readSource }: TextTools): string | TextOutcome {
	const source = text === undefined ? undefined : readSource(text);
	if (source === undefined) return { quarantine: 'source-missing' };
	return Buffer.byteLength(source) > longestSource ? { quarantine: 'too-large' } : cleanSource(source);
}

/** Two texts with one key have one outcome. */
function cacheKey(entry: SnapshotEntry, { kind, lang, place }: ForeignText, index: PackedIndex, edition: TextTools['edition']): string {
	const parts = [...edition, entry.text, kind, lang, place.base, place.member, place.home, place.id, place.url, index.key];
	return keyOf(parts);
}
