import type { z } from 'zod';
import { type Problem, problem } from '../errors.js';
import { nearest } from '../lib/nearest.js';
import { cleanSource, type FrontMatter, readFrontMatter } from '../markdown/front-matter.js';
import { entrySchemas, type Kind, kindOfPath } from '../schema/kinds.js';
import { type FieldFault, fieldFaults, hidingFields } from '../schema/validate.js';
import { idOfPath, introducedKind } from './entry-id.js';
import type { Entry } from './handbook.js';

/** An entry before its text is rendered. */
export interface DraftEntry {
	kind: Kind;
	introduces: Kind | undefined;
	fields: Entry['fields'];
	id: string;
	path: string;
	source: string;
	body: string;
	frontMatter: FrontMatter;
	hidden: boolean;
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
			frontMatter,
			hidden: isHidden(fields, faults, frontMatter.data),
		},
		problems,
	};
}

/** The fields that fit and a fault for each that does not. A field without a value counts as absent, unless it says whether the entry is hidden. */
export function parseFields<S extends z.ZodObject>(schema: S, data: Record<string, unknown>): { fields: z.output<S>; faults: FieldFault[] } {
	const given = Object.fromEntries(Object.entries(data).filter(([key, value]) => value !== null || hidingFields.has(key)));
	const parsed = schema.safeParse(given, { reportInput: true });
	if (parsed.success) return { fields: parsed.data, faults: [] };
	const faults = fieldFaults(parsed.error, schema);
	const faulty = new Set(faults.map((fault) => fault.path[0]));
	const sound = Object.fromEntries(Object.entries(given).filter(([key]) => !faulty.has(key)));
	const again = schema.partial().safeParse(sound);
	return { fields: (again.success ? again.data : {}) as z.output<S>, faults };
}

const hidingWords = ['draft', 'drafts', 'isDraft', 'private', 'publish', 'published', 'unpublished', 'hidden', 'unlisted', 'visible'];
/** A name or a text among the facts, written as JSON, that says as much. */
const hidingText = /"(?:is[-_ ]?)?(?:drafts?|private|(?:un)?published|hidden|unlisted)"/i;

/** Hidden by its fields, or by a mistake that may have been meant to hide it. */
function isHidden({ draft, private: secret, published }: Entry['fields'], faults: readonly FieldFault[], data: Readonly<Record<string, unknown>>): boolean {
	if (draft === true || secret === true || published === false) return true;
	return faults.some(({ code, path: [key = ''] }) => {
		const unknown = code === 'field-unknown' && nearest(String(key), hidingWords) !== undefined;
		return unknown || code === 'hidden-not-boolean' || hidingText.test(JSON.stringify({ [key]: data[String(key)] }));
	});
}
