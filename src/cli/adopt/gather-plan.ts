import { licenceTerms } from '../../handbook/adopt/licence-terms.js';
import { type AdoptionPlan, planAdoption } from '../../handbook/adopt/plan-adoption.js';
import { prepareBody } from '../../handbook/adopt/prepare-body.js';
import type { Handbook } from '../../handbook/handbook.js';
import type { Web } from '../../network/fetch.js';
import { fetchImages } from '../../network/upstream/fetch-images.js';
import { fetchSource, readSource } from '../../network/upstream/fetch-source.js';
import type { Upstream, UpstreamEntry } from '../../network/upstream/upstream.js';

/** What planning a copy needs beside the text itself. */
export interface GatherOptions {
	web: Web;
	upstream: Upstream;
	own: Handbook;
	today: string;
	as?: string | undefined;
	/** Goes on in spite of the licence. */
	force: boolean;
}

/** Fetches a text (unless its source is there already) and its images, and plans its copy; or says why there can be none. */
export async function gatherPlan(entry: UpstreamEntry, source: string | undefined, { web, upstream, own, today, as, force }: GatherOptions): Promise<{ plan: AdoptionPlan } | { fault: string }> {
	const read = source === undefined ? await fetchSource(web, entry) : readSource(entry, source);
	if ('fault' in read) return { fault: read.fault.message };
	const prepared = prepareBody(read.body);
	if (!prepared) return { fault: `“${entry.title}” is too complex to be read: it is nested, or wide, beyond what a person would write.` };
	const { isAllowed } = licenceTerms(entry.licence, read.data.licence, own.group.licence);
	// Bringing an image along is copying, too.
	const images = isAllowed || force ? await fetchImages(web, { page: entry.page, home: upstream.home }, prepared.images) : prepared.images.map(() => undefined);
	const pages = new Map(upstream.entries.map(({ id, page }) => [id, page]));
	return planAdoption({
		text: { ...entry, source: read.source, data: read.data },
		prepared,
		images,
		group: upstream.group.name,
		parent: { home: upstream.home, pages, aliases: upstream.aliases },
		today,
		own,
		as,
	});
}
