import type { ParentHandbook } from '../handbook/adopt/parent-links.js';
import { hrefOfId } from '../lib/href.js';
import type { Entry } from '../markdown/entry.js';
import type { CopyHome } from '../output/copy-text.js';
import type { Collection, Site } from './site.js';

/** The handbooks that the texts of a site are at home in, as copies of them have to know it: by the id of the member, and empty for the site's own. */
export type Homes = ReadonlyMap<string, ParentHandbook>;

/** Finds them, once for all texts. `url` is the address of the site. */
export function homesOf({ entries, redirects }: Pick<Collection, 'entries' | 'redirects'>, url: string): Homes {
	const homes = new Map<string, ParentHandbook>();
	for (const [member, texts] of Map.groupBy(entries, ({ mirrorOf }) => mirrorOf?.member ?? '')) {
		const inMember = redirects.filter(({ from }) => member === '' || from.startsWith(`groups/${member}/`));
		homes.set(member, {
			home: texts[0]?.mirrorOf?.handbook ?? url,
			pages: new Map(texts.map((entry) => [idAtHome(entry, entry.id), pageAtHome(entry, url)])),
			aliases: inMember.map(({ from, to }) => ({ from: member === '' ? from : withoutMember(from), to: member === '' ? to : withoutMember(to) })),
		});
	}
	return homes;
}

/** Where a text is at home. */
export function homeOf(entry: Entry, { homes, name, publication }: Pick<Site, 'homes' | 'name' | 'publication'>): CopyHome {
	const { mirrorOf } = entry;
	return {
		group: mirrorOf?.group ?? name,
		id: idAtHome(entry, entry.id),
		url: pageAtHome(entry, publication.url),
		handbook: homes.get(mirrorOf?.member ?? '') ?? { home: publication.url, pages: new Map(), aliases: [] },
	};
}

function pageAtHome({ id, mirrorOf }: Entry, url: string): string {
	return mirrorOf?.url ?? new URL(hrefOfId('', id), url).href;
}

function idAtHome({ mirrorOf }: Entry, id: string): string {
	return mirrorOf ? withoutMember(id) : id;
}

/** Ids of mirrored texts begin with `groups/` and the member's own. */
function withoutMember(id: string): string {
	return id.split('/').slice(2).join('/');
}
