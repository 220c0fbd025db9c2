import { type Problem, problem } from '../errors.js';
import type { PartialDate } from '../lib/partial-date.js';
import { withSlash } from '../lib/with-slash.js';
import { indexFileSchema, type UsingText, usingText } from '../schema/index-file.js';
import { contentFiles } from './content-files.js';

/** What a network's index knew of who uses whose texts, when the group last took it down. */
export interface IndexFile {
	/** Address of the index. */
	url: string;
	name: string;
	/** The last day that it knew of. */
	date?: PartialDate | undefined;
	/** Texts of any group that say what they are based on. */
	texts: UsingText[];
}

/** Where the file is kept, below `content/`. */
export const indexFilePath = '.network.json';

/**
 * Reads the index that the group has chosen: the file has to be there, and the group has to name the index among its networks.
 * It comes from elsewhere, so texts in it that do not fit are passed over.
 */
export function readIndexFile(root: string, networks: readonly string[] | undefined): { index?: IndexFile; problems: Problem[] } {
	const text = textOf(root);
	if (text === undefined) return { problems: [] };
	const file = `content/${indexFilePath}`;
	const read = indexFileSchema.safeParse(parsed(text)).data;
	if (!read) return { problems: [problem('index-file-unusable', { file }, 'This file is not what an index publishes as its network.json.')] };
	const { url, generatedAt, group, entries } = read;
	if (!networks?.some((network) => withSlash(network) === withSlash(url))) {
		return { problems: [problem('index-file-unusable', { file }, `This file is of the index ${url}, which content/group.md does not name among its networks.`)] };
	}
	const texts = entries.flatMap((entry) => usingText.safeParse(entry).data ?? []);
	return { index: { url, name: group.name, date: generatedAt?.slice(0, 10), texts }, problems: [] };
}

function textOf(root: string): string | undefined {
	try {
		return contentFiles(root).text(indexFilePath);
	} catch {
		return undefined;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
