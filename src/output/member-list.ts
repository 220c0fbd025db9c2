import type { Network } from '../network/network.js';
import type { NetworkPrint } from '../schema/network-print.js';

/** How each member stands, as the index's print and its status list it. */
export function memberList({ members }: Network): NetworkPrint['members'] {
	return members.map(({ id, url, state, since, lastGood, failingSince, problem, via, handbook }) => ({
		id,
		url,
		name: handbook?.group.name,
		state,
		since,
		lastGood,
		failingSince,
		problem,
		via,
		entries: handbook?.entries.length ?? 0,
	}));
}
