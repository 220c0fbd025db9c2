import type { Network } from '../network/network.js';
import { memberList } from './member-list.js';
import type { Publication } from './print.js';

/** How every member of a network stands, and what it hides: `status.json`. */
export function statusText(network: Network, { url }: Publication): string {
	const quarantined = network.members.flatMap(({ id, handbook }) => (handbook?.quarantined ?? []).map(({ url: at, reason }) => ({ member: id, url: at, reason })));
	return `${JSON.stringify({ url, asOf: network.asOf, members: memberList(network), quarantined, hidden: network.hidden }, null, '\t')}\n`;
}
