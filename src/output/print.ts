import type { Handbook } from '../handbook/handbook.js';
import { hrefOfId } from '../lib/href.js';
import { isSlugPath } from '../lib/slug.js';
import { textHash } from '../lib/text-hash.js';
import type { Entry } from '../markdown/entry.js';
import { type Print, printedFields, printVersion } from '../schema/print.js';
import { measureBundle } from './bundle.js';

/** Where a handbook is published and what made it. */
export interface Publication {
	/** Address of the site's home, ending in `/`. */
	url: string;
	/** Name and version of the program, such as `sporeprint/0.1.0`. */
	generator: string;
}

/** The print of a handbook: its index for programs. The same content gives the same bytes. */
export function printOf(handbook: Handbook, { url, generator }: Publication): Print {
	const { group, entries, redirects, tombstones, origin } = handbook;
	const { nav: _nav, ...groupFields } = group.fields;
	return {
		sporeprint: printVersion,
		generator,
		...(origin.committedAt && { generatedAt: origin.committedAt }),
		url,
		repo: { url: group.fields.repo, commit: origin.commit },
		aliases: redirects.filter(({ from }) => isSlugPath(from)),
		group: { ...groupFields, languages: groupFields.languages ?? [group.lang], licence: group.licence },
		bundle: { url: new URL('handbook.ndjson', url).href, ...measureBundle(entries) },
		entries: entries.map((entry) => printEntry(entry, url)),
		tombstones,
	};
}

/** The print as it is written. */
export function printText(handbook: Handbook, publication: Publication): string {
	return `${JSON.stringify(printOf(handbook, publication), null, '\t')}\n`;
}

/** Address of an entry's Markdown source, below the base. */
export function sourcePath(entry: Pick<Entry, 'id'>): string {
	return `${entry.id}.md`;
}

/** An entry as prints list it; `url` is that of the site. */
export function printEntry(entry: Entry, url: string): Print['entries'][number] {
	const { id, kind, title, lang, licence, updated, fields, source, body, mirrorOf } = entry;
	const { summary, translationOf, tags, reasons, stewards, authors, basedOn, related } = fields;
	const aliases = fields.aliases?.filter(isSlugPath);
	return {
		id,
		kind,
		title,
		summary,
		lang,
		translationOf,
		url: new URL(hrefOfId('', id), url).href,
		sourceUrl: new URL(sourcePath(entry), url).href,
		updated,
		tags,
		reasons,
		licence,
		stewards,
		authors,
		sha256: mirrorOf?.sha256 ?? textHash(source),
		bodySha256: mirrorOf?.bodySha256 ?? textHash(body),
		basedOn,
		related,
		aliases: aliases?.length === 0 ? undefined : aliases,
		...pick(fields, Object.keys(printedFields[kind].shape)),
		...(mirrorOf && { mirrorOf: pick({ ...mirrorOf }, ['url', 'sourceUrl', 'handbook', 'group', 'member']) }),
	} as Print['entries'][number];
}

function pick(fields: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}
