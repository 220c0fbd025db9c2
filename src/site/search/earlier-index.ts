import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Where an index has its records, one file for each page. */
const records = 'fragment';

/**
 * Puts the records of an earlier index into the folder of one that is to be made. Pagefind names a record for what is in it, and does not
 * write one that is there. They are links, so the earlier index keeps them; to make them takes a twentieth of writing them. Returns their
 * names.
 */
export function lendRecords(earlier: string, folder: string): Set<string> {
	const names = recordsOf(earlier);
	const lent = new Set<string>();
	if (!areApart(names)) return lent;
	mkdirSync(join(folder, records), { recursive: true });
	try {
		for (const name of names) {
			linkSync(join(earlier, records, name), join(folder, records, name));
			lent.add(name);
		}
	} catch {
		// A disk that knows no links, or an earlier index that another build has just cleared away: Pagefind writes the rest.
	}
	return lent;
}

/**
 * Takes away lent records that the new index does not name in its list. `stayed` is how many of its pages are as they were. False when a
 * record may be that of another page: Pagefind's names are short, so that two in some thousand may begin alike, and then it depends on
 * their order which of the two has the short name.
 */
export function settleRecords(folder: string, lent: ReadonlySet<string>, { stayed, language }: { stayed: number; language: string }): boolean {
	const lists = readdirSync(folder).filter((name) => name.endsWith('.pf_meta'));
	const named = new Set(
		lists.flatMap(
			(list) =>
				gunzipSync(readFileSync(join(folder, list)))
					.toString('latin1')
					.match(new RegExp(`${language}_[0-9a-f]+`, 'g')) ?? [],
		),
	);
	for (const name of lent) if (!named.has(parse(name).name)) rmSync(join(folder, records, name));
	const names = recordsOf(folder);
	return areApart(names) && names.filter((name) => lent.has(name)).length === stayed;
}

/** True when no two begin alike: then Pagefind has made no name longer than others. */
function areApart(names: readonly string[]): boolean {
	return new Set(names.map(({ length }) => length)).size <= 1;
}

/** An index of nothing has none, and no folder for them. */
function recordsOf(index: string): string[] {
	try {
		return readdirSync(join(index, records));
	} catch {
		return [];
	}
}
