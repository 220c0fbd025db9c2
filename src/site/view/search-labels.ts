import { regionNames } from '../../lib/intl-formats.js';
import { languageName } from '../../lib/language.js';
import type { Entry } from '../../markdown/entry.js';
import { isOutOfUse } from '../../output/out-of-use.js';
import { kinds } from '../../schema/kinds.js';
import type { Site } from '../site.js';

/** What the search script needs to speak the reader's language. */
export interface SearchLabels {
	lang: string;
	/** True when the facets are so large that they are loaded only when a reader asks for them. */
	facetsLater: boolean;
	/** True when there are texts that are no longer in use: they are searched only when a reader asks for them. */
	hasPast: boolean;
	/** Address of the folder with the search index. */
	bundle: string;
	/** Names of facets, in the order they are shown. */
	facets: Record<string, string>;
	/** Names of the values of facets; a topic is its own name. */
	values: Record<string, Record<string, string>>;
	phrases: Pick<Site['strings']['search'], 'results' | 'none' | 'hint' | 'loading' | 'more' | 'failed' | 'pastOnly'> & { past: string };
}

/** With 24,000 texts of many groups the facets are 565 kB, of 890 kB for a first search; with this many, a tenth. */
const mostForFacetsAtOnce = 3000;

/** The words of the search, for one site. */
export function searchLabels({ entries, members, base, lang, strings }: Site): SearchLabels {
	const { facets, results, none, hint, loading, more, failed, pastOnly, durations, groupSizes, inUse, sizes } = strings.search;
	const languages = new Set(entries.map((entry) => entry.lang));
	const countries = new Set([...members.values()].flatMap(({ handbook }) => handbook?.group.country ?? []));
	const regions = regionNames(lang);
	return {
		lang,
		facetsLater: entries.length > mostForFacetsAtOnce,
		hasPast: hasPast(entries),
		bundle: `${base}pagefind/`,
		facets,
		values: {
			kind: Object.fromEntries(kinds.map((kind) => [kind, strings.kinds[kind].one])),
			reason: strings.values.reasons,
			status: strings.values.status,
			setting: strings.values.setting,
			language: Object.fromEntries([...languages].map((tag) => [tag, languageName(tag, lang)])),
			duration: durations,
			groupSize: groupSizes,
			inUse,
			country: Object.fromEntries([...countries].sort().map((code) => [code, regions.of(code) ?? code])),
			size: sizes,
		},
		phrases: { results, none, hint, loading, more, failed, pastOnly, past: strings.outOfUse.title },
	};
}

/** True when some of the texts are no longer in use. */
export function hasPast(entries: readonly Entry[]): boolean {
	return entries.some(isOutOfUse);
}
