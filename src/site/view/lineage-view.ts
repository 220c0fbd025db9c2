import { readableAddress } from '../../lib/readable-address.js';
import { type Difference, textDifference } from '../../lib/text-difference.js';
import type { Lineage } from '../../schema/lineage.js';
import { fillText } from '../../strings/index.js';
import type { Site } from '../site.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** Where a text comes from, ready to be shown. */
export interface LineageLine {
	/** "Adapted by Fern from Moss": through whose hands, as far as that is known. */
	sentence?: string | undefined;
	title?: string | undefined;
	url?: string | undefined;
	licence?: string | undefined;
	retrieved?: ShownDate | undefined;
	changes?: string | undefined;
	/** What was changed since, word by word, where the parent's text was kept. */
	differences?: Difference[] | undefined;
}

/** A text whose lineage is shown: who published it, and its words. */
export interface LineageOf {
	group: string;
	words: string;
}

/** The parents of a text, with the credit that each is due and, where a copy of the parent was kept, what was changed in it. */
export function lineageLines(basedOn: readonly Lineage[] | undefined, { lang, strings, parents }: Site, { group: own, words }: LineageOf): LineageLine[] {
	const lines = basedOn ?? [];
	return lines.map((line, at) => {
		const { title, url, licence, retrieved, changes, sha256 } = line;
		return {
			sentence: sentenceOf(line, at === 0 ? own : handOf(line, lines.slice(0, at), parents), strings),
			title: title ?? url,
			url,
			licence,
			retrieved: shownDate(retrieved, lang),
			changes,
			differences: changesSince(parents.get(sha256 ?? '')?.words, words),
		};
	});
}

/** The group that took a text over from this parent: the one whose own text, as it was kept, says so. */
function handOf({ url }: Lineage, earlier: readonly Lineage[], parents: Site['parents']): string | undefined {
	return earlier.find(({ sha256 }) => url !== undefined && parents.get(sha256 ?? '')?.basedOn.some((older) => older.url === url))?.group;
}

function sentenceOf(
	{ relation = 'taken', group, url }: { relation?: keyof Site['strings']['lineage']['by'] | undefined; group?: string | undefined; url?: string | undefined },
	by: string | undefined,
	{ lineage }: Site['strings'],
): string | undefined {
	const from = group ?? (url === undefined ? undefined : readableAddress(url));
	if (from === undefined) return undefined;
	return by === undefined ? fillText(lineage.from[relation], { group: apart(from) }) : fillText(lineage.by[relation], { by: apart(by), group: apart(from) });
}

/** A name keeps its own direction within a sentence (Unicode UAX 9, isolates). */
function apart(name: string): string {
	return `\u2068${name}\u2069`;
}

/** Undefined where nothing was changed, or nothing can be compared. */
function changesSince(before: string | undefined, words: string): Difference[] | undefined {
	const differences = before === undefined ? undefined : textDifference(before, words);
	return differences?.some(({ type }) => type === 'changed') ? differences : undefined;
}
