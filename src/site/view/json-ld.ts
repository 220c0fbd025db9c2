import { hrefOfId } from '../../lib/href.js';
import type { Entry } from '../../markdown/entry.js';
import type { GroupFields } from '../../schema/group.js';
import type { Site } from '../site.js';
import { licenceLink } from './licence-link.js';

/** An entry for search engines (https://schema.org/): a practice is a HowTo, everything else an Article. */
export function entryJsonLd(entry: Entry, site: Site): Record<string, unknown> {
	const { fields, mirrorOf } = entry;
	const name = mirrorOf?.group ?? site.name;
	const url = mirrorOf?.handbook ?? site.publication.url;
	return {
		'@context': 'https://schema.org',
		'@type': entry.kind === 'practice' ? 'HowTo' : 'Article',
		'@id': mirrorOf?.url ?? new URL(hrefOfId('', entry.id), url).href,
		name: entry.title,
		headline: entry.title,
		description: fields.summary,
		inLanguage: entry.lang,
		license: licenceLink(entry.licence) ?? entry.licence,
		dateModified: entry.updated,
		keywords: fields.tags?.join(', '),
		author: fields.authors?.map((author) => ({ '@type': 'Organization', name: author })),
		publisher: { '@type': 'Organization', name, url },
		isBasedOn: fields.basedOn?.flatMap((parent) => parent.url ?? []),
		isPartOf: { '@type': 'WebSite', name, url },
		...(entry.kind === 'practice' && entry.fields.duration && { totalTime: `PT${entry.fields.duration.max}M` }),
	};
}

/** The group for search engines (https://schema.org/Organization). */
export function groupJsonLd({ name, purpose, summary, founded, closed, locality, country }: GroupFields, url: string): Record<string, unknown> {
	return {
		'@context': 'https://schema.org',
		'@type': 'Organization',
		name,
		url,
		description: summary ?? purpose,
		foundingDate: founded,
		dissolutionDate: closed,
		...((locality || country) && { address: { '@type': 'PostalAddress', addressLocality: locality, addressCountry: country } }),
	};
}
