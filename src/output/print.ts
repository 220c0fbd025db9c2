import type { Entry, Handbook } from '../handbook/handbook.js';
import { hrefOfId } from '../handbook/resolve-targets.js';
import { byteHash, textHash } from '../lib/text-hash.js';
import { type Print, printedFields, printVersion } from '../schema/print.js';
import { bundleText } from './bundle.js';

/** Where a handbook is published and what made it. */
export interface Publication {
	/** Address of the site's home, ending in `/`. */
	url: string;
	/** Name and version of the program, such as `sporeprint/0.1.0`. */
	generator: string;
}

/** The print of a handbook: its index for programs. The same content gives the same bytes. */
export function printOf(handbook: Handbook, { url, generator }: Publication): Print {
	const { group, entries, redirects, origin } = handbook;
	const bundle = Buffer.from(bundleText(handbook), 'utf8');
	const { nav: _nav, ...groupFields } = group.fields;
	return {
		sporeprint: printVersion,
		generator,
		...(origin.committedAt && { generatedAt: origin.committedAt }),
		url,
		repo: { url: group.fields.repo, commit: origin.commit },
		aliases: redirects,
		group: { ...groupFields, languages: groupFields.languages ?? [group.lang], licence: group.licence },
		bundle: { url: new URL('handbook.ndjson', url).href, sha256: byteHash(bundle), bytes: bundle.byteLength },
		entries: entries.map((entry) => printEntry(entry, url)),
		tombstones: [],
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

function printEntry(entry: Entry, url: string): Print['entries'][number] {
	const { id, kind, title, lang, licence, updated, fields, source, body } = entry;
	const { summary, translationOf, tags, reasons, stewards, authors, basedOn, related, aliases } = fields;
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
		sha256: textHash(source),
		bodySha256: textHash(body),
		basedOn,
		related,
		aliases,
		...pick(fields, Object.keys(printedFields[kind].shape)),
	} as Print['entries'][number];
}

function pick(fields: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
	return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}
