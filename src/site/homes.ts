import type { ParentHandbook } from '../handbook/adopt/parent-links.js';
import { hrefOfId } from '../lib/href.js';
import type { Entry } from '../markdown/entry.js';
import { idAtMember } from '../network/mirror/mirror-id.js';
import type { CopyHome } from '../output/copy-text.js';
import type { Collection, Site } from './site.js';

/** The handbooks that the texts of a site are at home in, as copies of them have to know it: by the id of the member, and empty for the site's own. */
export type Homes = ReadonlyMap<string, ParentHandbook>;

/** Finds them, once for all texts. `url` is the address of the site. */
export function homesOf({ entries, redirects }: Pick<Collection, 'entries' | 'redirects'>, url: string): Homes {
	const homes = new Map<string, ParentHandbook>();
	const isMirror = entries.some(({ mirrorOf }) => mirrorOf);
	const former = Map.groupBy(redirects, ({ from }) => (isMirror ? (from.split('/')[1] ?? '') : ''));
	for (const [member, texts] of Map.groupBy(entries, ({ mirrorOf }) => mirrorOf?.member ?? '')) {
		homes.set(member, {
			home: texts[0]?.mirrorOf?.handbook ?? url,
			pages: new Map(texts.map((entry) => [idAtHome(entry), pageAtHome(entry, url)])),
			aliases: (former.get(member) ?? []).map((alias) => (isMirror ? { from: idAtMember(alias.from), to: idAtMember(alias.to) } : alias)),
		});
	}
	return homes;
}

/** Where a text is at home. */
export function homeOf(entry: Entry, { homes, name, publication }: Pick<Site, 'homes' | 'name' | 'publication'>): CopyHome {
	const { mirrorOf } = entry;
	return {
		group: mirrorOf?.group ?? name,
		id: idAtHome(entry),
		url: pageAtHome(entry, publication.url),
		handbook: homes.get(mirrorOf?.member ?? '') ?? { home: publication.url, pages: new Map(), aliases: [] },
	};
}

function pageAtHome({ id, mirrorOf }: Entry, url: string): string {
	return mirrorOf?.url ?? new URL(hrefOfId('', id), url).href;
}

/** The id that a text has in its own handbook. */
export function idAtHome({ id, mirrorOf }: Entry): string {
	return mirrorOf ? idAtMember(id) : id;
}
