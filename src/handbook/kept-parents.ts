import { readFrontMatter } from '../markdown/front-matter.js';
import { renderText } from '../markdown/render.js';
import type { TargetResolver } from '../markdown/target.js';
import { stringsFor } from '../strings/index.js';
import type { HandbookEntry } from './handbook.js';
import { readBase } from './update/kept-base.js';

/** Nothing of a parent's text is shown but its words, so its links may lead nowhere. */
const nowhere: TargetResolver = { link: () => ({ type: 'fragment', fragment: '' }), image: () => ({ type: 'fragment', fragment: '' }) };

/** Bytes, as for any text of another group. */
const longestParent = 128 * 1024;

/** The words of the parents' texts as they were taken, by the hash that a lineage names: to show what a group has changed. */
export function keptParents(root: string, entries: readonly HandbookEntry[]): Map<string, string> {
	const words = new Map<string, string>();
	for (const { lang, title, fields } of entries) {
		for (const { sha256 } of fields.basedOn ?? []) {
			const source = sha256 === undefined || words.has(sha256) ? undefined : readBase(root, sha256);
			const parent = source === undefined ? undefined : wordsOf(source, title, lang);
			if (sha256 !== undefined && parent !== undefined) words.set(sha256, parent);
		}
	}
	return words;
}

/** Undefined for a text that is too long or too tangled to be compared. */
function wordsOf(source: string, title: string, lang: string): string | undefined {
	if (source.length > longestParent) return undefined;
	const { body, data } = readFrontMatter(source, { foreign: true });
	try {
		return renderText(body, { title: typeof data.title === 'string' ? data.title : title, labels: stringsFor(lang).text, resolver: nowhere, trust: 'foreign' }).text;
	} catch {
		return undefined;
	}
}
