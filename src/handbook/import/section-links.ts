import type { PlannedLink } from './plan-links.js';
import type { PreparedText } from './prepare-text.js';
import { splitAddress } from './source-targets.js';
import type { SectionPlace } from './split-text.js';

/** Places within split pages, by the path of the page. */
export type SplitPlaces = ReadonlyMap<string, ReadonlyMap<string, SectionPlace>>;

/** Lets links to a place in a page that was split lead to the text which holds it now. */
export function leadToSections(links: readonly PlannedLink[], text: PreparedText, splits: SplitPlaces): PlannedLink[] {
	return links.map((link) => {
		const { path, fragment: written } = splitAddress(link.address);
		const fragment = link.fragment ?? written;
		const page = link.leadsTo ?? (path === '' ? (text.partOf ?? text.source.path) : undefined);
		const places = splits.get(page ?? '');
		if (!places || fragment === undefined) return link;
		const place = places.get(fragment);
		// A place that the page never had stays a link into the page.
		return { ...link, leadsTo: place?.path ?? page, behind: place?.behind ?? `#${encodeURIComponent(fragment)}` };
	});
}
