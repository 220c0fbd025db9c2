import type { Entry } from '../../handbook/handbook.js';
import { hrefOfId } from '../../handbook/resolve-targets.js';
import type { Site } from '../site.js';
import { licenceLink } from './licence-link.js';

/** An entry for search engines (https://schema.org/): a practice is a HowTo, everything else an Article. */
export function entryJsonLd(entry: Entry, site: Site): Record<string, unknown> {
	const { url } = site.publication;
	const { fields } = entry;
	return {
		'@context': 'https://schema.org',
		'@type': entry.kind === 'practice' ? 'HowTo' : 'Article',
		'@id': new URL(hrefOfId('', entry.id), url).href,
		name: entry.title,
		headline: entry.title,
		description: fields.summary,
		inLanguage: entry.lang,
		license: licenceLink(entry.licence) ?? entry.licence,
		dateModified: entry.updated,
		keywords: fields.tags?.join(', '),
		author: fields.authors?.map((name) => ({ '@type': 'Organization', name })),
		publisher: { '@type': 'Organization', name: site.handbook.group.fields.name, url },
		isBasedOn: fields.basedOn?.flatMap((parent) => parent.url ?? []),
		isPartOf: { '@type': 'WebSite', name: site.handbook.group.fields.name, url },
		...(entry.kind === 'practice' && entry.fields.duration && { totalTime: `PT${entry.fields.duration.max}M` }),
	};
}

/** The group for search engines (https://schema.org/Organization). */
export function groupJsonLd({ handbook: { group }, publication }: Site): Record<string, unknown> {
	const { name, purpose, summary, founded, closed, locality, country } = group.fields;
	return {
		'@context': 'https://schema.org',
		'@type': 'Organization',
		name,
		url: publication.url,
		description: summary ?? purpose,
		foundingDate: founded,
		dissolutionDate: closed,
		...((locality || country) && { address: { '@type': 'PostalAddress', addressLocality: locality, addressCountry: country } }),
	};
}
