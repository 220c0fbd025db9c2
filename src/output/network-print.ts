import type { MirroredEntry, Network } from '../network/network.js';
import type { NetworkPrint } from '../schema/network-print.js';
import { printVersion } from '../schema/print.js';
import { measureBundle } from './bundle.js';
import { memberList } from './member-list.js';
import { type Publication, printEntry } from './print.js';

/** The print of an index: that of a handbook with the texts of all members, and the members. The same snapshots give the same bytes. */
function networkPrintOf(network: Network, { url, generator }: Publication): NetworkPrint {
	const { host, members, asOf } = network;
	const { listed: _listed, ...fields } = host.fields;
	const entries = entriesOf(network);
	return {
		sporeprint: printVersion,
		generator,
		...(asOf !== undefined && { generatedAt: `${asOf}T00:00:00Z` }),
		url,
		repo: { url: fields.repo },
		aliases: members.flatMap(({ handbook }) => handbook?.redirects ?? []),
		group: { ...fields, languages: fields.languages ?? [host.lang] },
		bundle: { url: new URL('network.ndjson', url).href, ...measureBundle(entries) },
		members: memberList(network),
		entries: entries.map((entry) => printEntry(entry, url)),
		tombstones: members.flatMap(({ id, handbook }) => (handbook?.gone ?? []).map(({ sha256: _sha256, ...tombstone }) => ({ ...tombstone, id: `groups/${id}/${tombstone.id}` }))),
	};
}

/** The print as it is written. */
export function networkPrintText(network: Network, publication: Publication): string {
	return `${JSON.stringify(networkPrintOf(network, publication), null, '\t')}\n`;
}

/** Every text that an index shows. */
function entriesOf({ members }: Network): MirroredEntry[] {
	return members.flatMap(({ handbook }) => handbook?.entries ?? []);
}
