import { cleanSource } from '../../../markdown/front-matter.js';
import { type ContentFiles, contentFiles } from '../../content-files.js';
import { idOfPath, isEntryPath } from '../../entry-id.js';
import { listContent } from '../../list-content.js';
import { readEntry } from '../../read-entry.js';
import { readWithdrawn, withdrawnFile } from '../../withdrawn.js';
import { type ImportMemory, importBase, memoryFile, parseMemories } from './import-memory.js';

/** A text of the handbook as it is before an import. */
export interface PresentText {
	/** Path below `content/`. */
	path: string;
	id: string;
	aliases: readonly string[];
	/** The whole file, clean; undefined when it is not UTF-8. */
	source: string | undefined;
}

/** A handbook as it is before an import. */
export interface HandbookState {
	/** Every file below `content/`, those whose names begin with a dot aside. */
	files: ReadonlySet<string>;
	texts: readonly PresentText[];
	/** Ids of texts that were withdrawn, which nothing may have again. */
	withdrawn: readonly string[];
	memories: readonly ImportMemory[];
	/** True when the list of imports cannot be read, so that nobody can say what was imported before. */
	isDamaged: boolean;
	content: ContentFiles;
}

/** Reads a handbook for an import. `leaveOut` names files below `content/` that are about to go, such as the example's. */
export function readState(root: string, leaveOut: readonly string[] = []): HandbookState {
	const content = contentFiles(root);
	const gone = new Set(leaveOut.map((path) => path.replaceAll('\\', '/')));
	const files = listContent(root).value.filter((path) => !gone.has(path));
	const texts = files.filter(isEntryPath).map((path) => presentText(path, content.text(path)));
	const index = textAt(content, memoryFile);
	const memories = index === undefined ? [] : parseMemories(index);
	return { files: new Set(files), texts, withdrawn: withdrawnIds(files, content), memories: memories ?? [], isDamaged: memories === undefined, content };
}

/** A text as it was imported, clean; undefined when it is not kept. */
export function importedBase({ content }: HandbookState, memory: ImportMemory, to: string): string | undefined {
	const text = textAt(content, importBase(memory, to));
	return text === undefined ? undefined : cleanSource(text);
}

function presentText(path: string, text: string | undefined): PresentText {
	const { entry } = text === undefined ? {} : readEntry(path, text);
	return { path, id: entry?.id ?? idOfPath(path), aliases: entry?.fields.aliases ?? [], source: text === undefined ? undefined : cleanSource(text) };
}

function withdrawnIds(files: readonly string[], content: ContentFiles): string[] {
	const text = files.includes(withdrawnFile) ? content.text(withdrawnFile) : undefined;
	return text === undefined ? [] : readWithdrawn(text, new Set(), new Map()).value.map(({ id }) => id);
}

/** Undefined when there is no such file, or none that can be read. */
function textAt(content: ContentFiles, path: string): string | undefined {
	try {
		return content.text(path);
	} catch {
		return undefined;
	}
}
