import { z } from 'zod';
import { kinds } from '../../../schema/kinds.js';

/** Folder below `content/` that holds what imports remember. Its name begins with a dot, so no reader of the handbook looks into it. */
const memoryFolder = '.imported';

/** Where the imports of a handbook are listed, below `content/`. */
export const memoryFile = `${memoryFolder}/index.json`;

const rememberedText = z.object({
	/** Path in the source folder. */
	from: z.string(),
	/** Path below `content/` that the import gave it. The author may have moved it since. */
	to: z.string(),
	id: z.string(),
	/** SHA-256 of the file in the source. */
	sha256: z.string(),
	/** Where the source published it, each an alias. */
	aliases: z.array(z.string()).default([]),
	/** `deleted`: by an author, so it stays out. `gone`: from the source. */
	absent: z.enum(['deleted', 'gone']).optional(),
});

const rememberedFile = z.object({
	from: z.string(),
	to: z.string(),
	/** SHA-256 of the file, which is copied as it is. */
	sha256: z.string(),
	absent: z.literal('deleted').optional(),
});

const choices = z.object({
	/** Kinds told by a person, by folder of the source. */
	kinds: z.record(z.string(), z.enum(kinds)).default({}),
	/** Folders of the source that stay out. */
	leave: z.array(z.string()).default([]),
	/** Pages of the source of which each section is a text. */
	split: z.array(z.string()).default([]),
	/** BCP 47. */
	language: z.string().optional(),
	/** SPDX. */
	licence: z.string().optional(),
});

const importMemory = z.object({
	/** Name of the folder below `.imported/` that holds the texts as they were imported. */
	key: z.string().regex(/^[a-z0-9-]+$/),
	/** Name of the source folder. */
	name: z.string(),
	choices,
	texts: z.array(rememberedText),
	files: z.array(rememberedFile),
	/** What the source said of the group. */
	group: z.record(z.string(), z.unknown()).default({}),
	/** True while an import is being written: what is missing then was not deleted by anyone. */
	unfinished: z.literal(true).optional(),
});

const memoryIndex = z.object({ format: z.literal(1), imports: z.array(importMemory) });

/** What a person said about an import, which holds for the next one too. */
export type ImportChoices = z.output<typeof choices>;

/** A text as an earlier import brought it. */
export type RememberedText = z.output<typeof rememberedText>;

/** An image or other file as an earlier import brought it. */
export type RememberedFile = z.output<typeof rememberedFile>;

/** What is remembered of the import of one source. */
export type ImportMemory = z.output<typeof importMemory>;

/** Reads the list of imports; undefined when it is damaged. */
export function parseMemories(text: string): ImportMemory[] | undefined {
	try {
		return memoryIndex.safeParse(JSON.parse(text)).data?.imports;
	} catch {
		return undefined;
	}
}

/** The list of imports as a file: a line for each text, so that git shows what changed. */
export function memoriesText(memories: readonly ImportMemory[]): string {
	const list = (items: readonly unknown[], indent: string): string => (items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}\t${JSON.stringify(item)}`).join(',\n')}\n${indent}]`);
	const imports = memories.map(({ texts, files, ...others }) => {
		const facts = Object.entries(others).map(([name, value]) => `\t\t\t${JSON.stringify(name)}: ${JSON.stringify(value)}`);
		return `\t\t{\n${[...facts, `\t\t\t"texts": ${list(texts, '\t\t\t')}`, `\t\t\t"files": ${list(files, '\t\t\t')}`].join(',\n')}\n\t\t}`;
	});
	return `{\n\t"format": 1,\n\t"imports": [\n${imports.join(',\n')}\n\t]\n}\n`;
}

/** Where a text is kept as it was imported, below `content/`. */
export function importBase({ key }: Pick<ImportMemory, 'key'>, to: string): string {
	return `${memoryFolder}/${key}/${to}`;
}
