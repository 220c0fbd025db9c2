import { type Family, familiesOf } from '../network/families.js';
import type { Network } from '../network/network.js';
import { kinds } from '../schema/kinds.js';
import { createSite, type Setting, type Site } from './site.js';

/** The site of a network's index. */
export interface NetworkSite extends Site {
	network: Network;
	allFamilies: readonly Family[];
}

/** Computes what every page asks of a network. Texts follow each other within their own handbook. */
export function createNetworkSite(network: Network, setting: Setting): NetworkSite {
	const { host, members, asOf } = network;
	const families = familiesOf(network);
	const handbooks = members.flatMap(({ handbook }) => handbook ?? []);
	const site = createSite(
		{
			name: host.fields.name,
			hostLang: host.lang,
			entries: handbooks.flatMap(({ entries }) => entries),
			contents: [],
			redirects: handbooks.flatMap(({ redirects }) => redirects),
			tombstones: [],
			members: new Map(members.map((member) => [member.id, member])),
			parents: new Map(),
			families: new Map(families.flatMap((family) => family.variants.map(({ entry }) => [entry.id, family] as const))),
			histories: new Map(),
			asOf,
			unlisted: host.fields.listed !== true,
			print: 'network.json',
			feeds: [{ path: 'feed', title: 'changedTitle' }],
			// All of them: no member's pages change with what another member has.
			kinds,
			menu: ['groups'],
			foot: ['groups', 'tags', 'families', 'status', 'feeds'],
		},
		setting,
	);
	return { ...site, network, allFamilies: families };
}
