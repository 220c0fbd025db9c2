import { byteHash } from '../../../lib/text-hash.js';
import { readFrontMatter } from '../../../markdown/front-matter.js';
import { isEntryPath } from '../../entry-id.js';
import { type HandbookState, importedBase, type PresentText } from './handbook-state.js';
import type { ImportMemory, RememberedText } from './import-memory.js';

/**
 * Where the texts of an earlier import are now, by the path that it gave them: by their id, a former id, their path, or by their
 * words when an author has moved a file and changed nothing. What is not there was deleted.
 */
export function findPresent(state: HandbookState, memory: ImportMemory): Map<string, PresentText> {
	const byId = new Map(state.texts.map((text) => [text.id, text]));
	const byAlias = new Map(state.texts.flatMap((text) => text.aliases.map((alias) => [alias, text] as const)));
	const byPath = new Map(state.texts.map((text) => [text.path, text]));
	const present = new Map<string, PresentText>();
	const claimed = new Set<string>();
	const claim = ({ to }: RememberedText, text: PresentText | undefined): boolean => {
		if (!text || claimed.has(text.path)) return false;
		claimed.add(text.path);
		present.set(to, text);
		return true;
	};
	const unclear = memory.texts
		.filter((text) => !claim(text, byId.get(text.id)))
		.filter((text) => !claim(text, byAlias.get(text.id)))
		.filter((text) => !claim(text, byPath.get(text.to)));
	const missing = unclear.map((text) => ({ text, words: wordsOf(importedBase(state, memory, text.to)) })).filter(({ words }) => words !== '');
	if (missing.length === 0) return present;
	const byWords = Map.groupBy(
		state.texts.filter(({ path }) => !claimed.has(path)),
		({ source }) => wordsOf(source),
	);
	for (const { text, words } of missing) {
		const found = byWords.get(words) ?? [];
		if (found.length === 1) claim(text, found[0]);
	}
	return present;
}

/** Where the images and other files of an earlier import are now, by the path that it gave them. One that an author has moved is known by its bytes. */
export function findPresentFiles({ files, content }: HandbookState, memory: ImportMemory): Map<string, string> {
	const present = new Map(memory.files.flatMap(({ to }) => (files.has(to) ? [[to, to] as const] : [])));
	const missing = memory.files.filter(({ to }) => !present.has(to));
	if (missing.length === 0) return present;
	const others = [...files].filter((path) => !present.has(path) && !isEntryPath(path));
	const byHash = Map.groupBy(others, (path) => byteHash(content.bytes(path)));
	for (const { to, sha256 } of missing) {
		const [found, ...twins] = byHash.get(sha256) ?? [];
		if (found !== undefined && twins.length === 0) present.set(to, found);
	}
	return present;
}

/** The words of a text, to know it by when its facts and its links have changed with its place. */
function wordsOf(source: string | undefined): string {
	return source === undefined
		? ''
		: readFrontMatter(source)
				.body.replace(/\]\([^()\s]*\)/g, ']()')
				.trim();
}
