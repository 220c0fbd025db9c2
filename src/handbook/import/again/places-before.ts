import { textHash } from '../../../lib/text-hash.js';
import { kindOfPath } from '../../../schema/kinds.js';
import { introducedKind } from '../../entry-id.js';
import type { SourceText } from '../choose-texts.js';
import type { TakenPlaces } from '../destinations.js';
import { chooseKind, type KindOverrides } from '../folder-kinds.js';
import { findPresent } from './find-present.js';
import { type HandbookState, importedBase, type PresentText } from './handbook-state.js';
import type { ImportMemory, RememberedText } from './import-memory.js';
import { isSection, recall, type SourceFile } from './recall.js';

/** What a handbook holds already, as far as it matters for the places of an import's texts. */
export interface PlacesBefore {
	/** The place that an earlier import gave a text, by its path in the source folder. */
	texts: ReadonlyMap<string, RememberedText>;
	taken: TakenPlaces;
	/** Where texts were published before, by their paths in the source folder. */
	earlier: ReadonlyMap<string, readonly string[]>;
	/** Addresses of all other texts of the handbook. */
	used: readonly string[];
}

/** A text of the source by what it is known again by. */
export function sourceFile(below: string, { path, text }: SourceText): SourceFile {
	return { from: below + path, sha256: textHash(text) };
}

/** The places of before. A text that is told to be of another kind, and that nobody has changed since, gets a new one. */
export function placesBefore({
	below,
	sources,
	told,
	state,
	memory,
}: {
	below: string;
	sources: readonly SourceText[];
	told: KindOverrides;
	state: HandbookState | undefined;
	memory: ImportMemory | undefined;
}): PlacesBefore {
	const present = state && memory ? findPresent(state, memory) : new Map<string, PresentText>();
	const own = new Set([...present.values()].map(({ path }) => path));
	const others = (state?.texts ?? []).filter(({ path }) => !own.has(path));
	const used = [...others.flatMap(({ id, aliases }) => [id, ...aliases]), ...(state?.withdrawn ?? [])];
	const remembered = memory?.texts ?? [];
	const isPart = ({ from }: RememberedText): boolean => memory !== undefined && isSection(from, memory);
	const recalled = recall(
		sources.map((source) => sourceFile(below, source)),
		remembered.filter((text) => !isPart(text)),
	);
	// A section is known by the page that it stands in and by its heading.
	for (const text of remembered.filter(isPart)) recalled.set(text.from, text);
	const isUntouched = ({ to }: RememberedText): boolean => {
		const now = present.get(to);
		return state !== undefined && memory !== undefined && now?.path === to && now.source === importedBase(state, memory, to);
	};
	const texts = new Map<string, RememberedText>();
	const earlier = new Map<string, string[]>();
	for (const [from, text] of recalled) {
		const { by, kind } = chooseKind(from.slice(below.length), told);
		const isRetold = by === 'person' && kind !== kindOfPath(text.to) && introducedKind(text.to) === undefined && isUntouched(text);
		if (!isRetold) texts.set(from, text);
		earlier.set(from, isRetold ? [...text.aliases, text.id] : text.aliases);
	}
	const ids = new Set([...texts.values()].map(({ id }) => id));
	return {
		texts,
		taken: {
			files: [...(state?.files ?? []), ...(memory?.texts ?? []).map(({ to }) => to), ...(memory?.files ?? []).map(({ to }) => to)],
			ids: [...used, ...ids, ...[...present.values()].map(({ id }) => id)],
		},
		earlier,
		used,
	};
}
