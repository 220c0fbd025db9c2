import { readFrontMatter } from '../markdown/front-matter.js';
import { renderText } from '../markdown/render.js';
import type { TargetResolver } from '../markdown/target.js';
import { entrySchemas, type Kind } from '../schema/kinds.js';
import type { Lineage } from '../schema/lineage.js';
import { parseFields } from '../schema/validate.js';
import { stringsFor } from '../strings/index.js';
import type { HandbookEntry } from './handbook.js';
import { readBase } from './update/kept-base.js';

/** Nothing of a parent's text is shown but its words, so its links may lead nowhere. */
const nowhere: TargetResolver = { link: () => ({ type: 'fragment', fragment: '' }), image: () => ({ type: 'fragment', fragment: '' }) };

/** Bytes, as for any text of another group. */
const longestParent = 128 * 1024;

/** A text that one here is based on, as it was taken. */
export interface KeptParent {
	words: string;
	/** Where it said that it comes from itself. */
	basedOn: Lineage[];
}

/** The parents' texts as they were taken, by the hash that a lineage names: to show what a group has changed, and through which hands a text came. */
export function keptParents(root: string, entries: readonly HandbookEntry[]): Map<string, KeptParent> {
	const parents = new Map<string, KeptParent>();
	for (const { kind, lang, title, fields } of entries) {
		for (const { sha256 } of fields.basedOn ?? []) {
			const source = sha256 === undefined || parents.has(sha256) ? undefined : readBase(root, sha256);
			const parent = source === undefined ? undefined : readParent(source, kind, title, lang);
			if (sha256 !== undefined && parent !== undefined) parents.set(sha256, parent);
		}
	}
	return parents;
}

/** Undefined for a text that is too long or too tangled to be compared. */
function readParent(source: string, kind: Kind, title: string, lang: string): KeptParent | undefined {
	if (source.length > longestParent) return undefined;
	const { body, data } = readFrontMatter(source, { foreign: true });
	try {
		const { text: words } = renderText(body, { title: typeof data.title === 'string' ? data.title : title, labels: stringsFor(lang).text, resolver: nowhere, trust: 'foreign' });
		return { words, basedOn: parseFields(entrySchemas[kind], { basedOn: data.basedOn ?? null }).fields.basedOn ?? [] };
	} catch {
		return undefined;
	}
}
