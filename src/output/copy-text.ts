import { adoptedFields } from '../handbook/adopt/adopted-fields.js';
import { copyFile } from '../handbook/adopt/copy-file.js';
import { escapeAddress } from '../handbook/adopt/escape-words.js';
import { type ParentHandbook, parentLink } from '../handbook/adopt/parent-links.js';
import { applyEdits, type Edit } from '../handbook/import/edits.js';
import { textHash } from '../lib/text-hash.js';
import type { Entry } from '../markdown/entry.js';
import { readFrontMatter } from '../markdown/front-matter.js';

/** Where a text is at home, for its copies. */
export interface CopyHome {
	/** Name of the group. */
	group: string;
	/** Its id there. */
	id: string;
	/** Its page there. */
	url: string;
	/** The handbook, which its addresses mean other pages of. */
	handbook: ParentHandbook;
}

/** Address of the source that is ready to be copied, below the base. */
export function copyPath({ id }: Pick<Entry, 'id'>): string {
	return `${id}.copy.md`;
}

/**
 * A text's source as another handbook can take it over: with its lineage written in, without what is about the group that it
 * is from, and with addresses that lead to its home. When it is taken is for the one to say who takes it.
 */
export function copyText(entry: Entry, home: CopyHome): string {
	const { group, url } = home;
	const { kind, title, lang, licence, source, body, mirrorOf } = entry;
	const { data } = readFrontMatter(source, { foreign: mirrorOf !== undefined });
	return copyFile({
		text: { kind, title, url, bodySha256: mirrorOf?.bodySha256 ?? textHash(body), data },
		kept: adoptedFields(kind, data).kept,
		group,
		licence,
		stated: { lang, licence },
		body: applyEdits(body, addressesAtHome(entry, home)),
	});
}

/** All that such a copy is made of, as plain data. To make it takes longer. */
export function copyParts(entry: Entry, home: CopyHome): unknown {
	const { kind, title, lang, licence, source, mirrorOf } = entry;
	return [home.group, home.url, kind, title, lang, licence, source, mirrorOf?.bodySha256, addressesAtHome(entry, home)];
}

/** The addresses in a text, each in place of what the author wrote. */
function addressesAtHome({ text }: Entry, { id, handbook }: CopyHome): Edit[] {
	return text.addresses.map(({ start, end, url }) => ({ start, end, text: escapeAddress(parentLink(url, id, handbook)) }));
}
