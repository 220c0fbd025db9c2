import type { ImportMemory, RememberedFile, RememberedText } from './import-memory.js';

/** A file of the source, by what stays when it is renamed or when it is changed. */
export interface SourceFile {
	/** Path in the source folder. */
	from: string;
	sha256: string;
}

/**
 * What is remembered of an earlier import of the same source. A folder of the same name is the same source when it has half of its
 * texts, by name or by content; a folder of another name, when it has half of them to the letter.
 */
export function memoryOf(name: string, texts: readonly SourceFile[], memories: readonly ImportMemory[]): ImportMemory | undefined {
	const paths = new Set(texts.map(({ from }) => from));
	const hashes = new Set(texts.map(({ sha256 }) => sha256));
	const pagesOf = (memory: ImportMemory): RememberedText[] => memory.texts.filter(({ from }) => !isSection(from, memory));
	const isHalf = (count: number, memory: ImportMemory): boolean => count > 0 && count * 2 >= Math.min(pagesOf(memory).length, texts.length);
	const toTheLetter = (memory: ImportMemory): number => pagesOf(memory).filter(({ sha256 }) => hashes.has(sha256)).length;
	const byEither = (memory: ImportMemory): number => pagesOf(memory).filter(({ from, sha256 }) => paths.has(from) || hashes.has(sha256)).length;
	const sameName = memories.filter((memory) => memory.name === name && isHalf(byEither(memory), memory));
	const candidates = sameName.length > 0 ? sameName : memories.filter((memory) => isHalf(toTheLetter(memory), memory));
	return candidates.toSorted((a, b) => toTheLetter(b) - toTheLetter(a))[0];
}

/** What is remembered of each file, by its path in the source. A renamed file is known by its content, if no other has the same. */
export function recall<Remembered extends RememberedText | RememberedFile>(files: readonly SourceFile[], remembered: readonly Remembered[]): Map<string, Remembered> {
	const known = new Map(remembered.map((each) => [each.from, each]));
	const paths = new Set(files.map(({ from }) => from));
	const gone = Map.groupBy(
		remembered.filter(({ from }) => !paths.has(from)),
		({ sha256 }) => sha256,
	);
	const fresh = Map.groupBy(
		files.filter(({ from }) => !known.has(from)),
		({ sha256 }) => sha256,
	);
	const recalled = new Map<string, Remembered>();
	for (const { from, sha256 } of files) {
		const before = known.get(from) ?? (gone.get(sha256)?.length === 1 && fresh.get(sha256)?.length === 1 ? gone.get(sha256)?.[0] : undefined);
		if (before) recalled.set(from, before);
	}
	return recalled;
}

/** True for a text that is a section of a page which was split. */
export function isSection(from: string, { choices }: Pick<ImportMemory, 'choices'>): boolean {
	return choices.split.some((page) => from.startsWith(`${page}#`));
}
