import { type Problem, problem } from '../errors.js';
import type { Entry } from '../markdown/entry.js';
import { cleanSource, type FrontMatter, readFrontMatter } from '../markdown/front-matter.js';
import { isHidden } from '../schema/hidden.js';
import { entrySchemas, type Kind, kindOfPath } from '../schema/kinds.js';
import { parseFields } from '../schema/validate.js';
import { idOfPath, introducedKind } from './entry-id.js';

/** An entry before its text is rendered. */
export interface DraftEntry {
	kind: Kind;
	introduces: Kind | undefined;
	fields: Entry['fields'];
	id: string;
	path: string;
	source: string;
	body: string;
	/** Line of the source on which the body begins, from 1. */
	bodyLine: number;
	hidden: boolean;
	/** Where a field stands. */
	locate: FrontMatter['locate'];
}

/** What reading one file gave: no entry when it has to be held back. */
export interface ReadEntry {
	entry?: DraftEntry;
	problems: Problem[];
}

/** Reads one file of `content/`. */
export function readEntry(path: string, text: string): ReadEntry {
	const file = `content/${path}`;
	const source = cleanSource(text);
	const frontMatter = readFrontMatter(source);
	if (frontMatter.fault) {
		const { code, message, line, column } = frontMatter.fault;
		return { problems: [problem(code, { file, line, column }, message)] };
	}

	const introduces = introducedKind(path);
	const kind = introduces ? 'page' : kindOfPath(path);
	const { fields, faults } = parseFields(entrySchemas[kind], frontMatter.data);
	const problems = faults.map(({ code, path: at, message, hint }) => problem(code, { file, ...frontMatter.locate(at) }, message, hint));
	return {
		entry: {
			kind,
			introduces,
			fields,
			id: fields.id ?? idOfPath(path),
			path,
			source,
			body: frontMatter.body,
			bodyLine: frontMatter.bodyLine,
			hidden: isHidden(fields, faults, frontMatter.data),
			locate: frontMatter.locate,
		},
		problems,
	};
}

/** What is known of an entry beside its source. */
export type EntryFacts = Omit<DraftEntry, 'source' | 'body' | 'locate'> & { bodyLength: number };

/** What there is to know of an entry beside its source. */
export function factsOfDraft({ source: _source, body, locate: _locate, ...facts }: DraftEntry): EntryFacts {
	return { ...facts, bodyLength: body.length };
}

/** An entry from what is known of it and its file. */
export function draftFrom({ bodyLength, ...facts }: EntryFacts, text: string): DraftEntry {
	const source = cleanSource(text);
	return { ...facts, source, body: source.slice(source.length - bodyLength), locate: (path) => readFrontMatter(source).locate(path) };
}
