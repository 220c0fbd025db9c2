import { homeAddress } from '../home-address.js';
import type { Registry } from '../registry/read-registry.js';
import { readStored, type StoredMember } from '../snapshots/snapshot-files.js';

/** A member of the network, listed by its host or found through an index. */
export interface FoundMember {
	id: string;
	url: string;
	/** As the host wrote it; undefined for a member found through an index. */
	listed?: Registry['members'][number]['fields'];
	/** Id of the index through which it was found. */
	via?: string;
	stored: StoredMember;
}

/** Through how many indexes, one in the other, a handbook may be found. */
const mostIndexes = 3;

/**
 * All members, each id and each address once. In that, those whom the host lists come first, then those found through fewer
 * indexes; in the order, an index comes before what it gathers.
 */
export function findMembers(root: string, { fields, members, memberFiles, hidden }: Pick<Registry, 'fields' | 'members' | 'memberFiles' | 'hidden'>): FoundMember[] {
	const hiddenMembers = new Set(hidden.flatMap(({ member, entry }) => (entry === undefined ? member : [])));
	const direct = members.map(({ id, fields: listed }): FoundMember => ({ id, url: listed.url, listed, stored: readStored(root, id) }));
	const ids = new Set(memberFiles);
	const addresses = new Set([fields.url ?? '', ...direct.map(({ url }) => url)].map(addressOf));
	const gathered = new Map<string, FoundMember[]>();

	const take = (found: readonly FoundMember[]): void => {
		for (const member of found) {
			ids.add(member.id);
			addresses.add(addressOf(member.url));
			gathered.set(member.via ?? '', [...(gathered.get(member.via ?? '') ?? []), member]);
		}
	};
	const isNew = ({ id, url }: FoundMember): boolean => !ids.has(id) && !addresses.has(addressOf(url));

	let level = direct;
	const unmet: FoundMember[] = [];
	for (let depth = 0; depth < mostIndexes; depth += 1) {
		const found = level.flatMap((index) => (hiddenMembers.has(index.id) ? [] : listedBy(index, root))).filter(isNew);
		const once = oneForEach(found);
		level = once.filter(isGathered);
		// A name on a list takes a handbook from nobody who has it.
		unmet.push(...once.filter((member) => !isGathered(member)));
		take(level);
	}
	take(oneForEach(unmet.filter(isNew)));
	const withGathered = (member: FoundMember): FoundMember[] => [member, ...(gathered.get(member.id) ?? []).flatMap(withGathered)];
	return direct.flatMap(withGathered);
}

function listedBy({ id: via, stored: { snapshot } }: FoundMember, root: string): FoundMember[] {
	return snapshot?.type === 'index' ? snapshot.members.map(({ id, url }) => ({ id, url, via, stored: readStored(root, id) })) : [];
}

/** Each handbook and each id once: of a handbook that many indexes list, the one under whose name the crawl gathered it. */
function oneForEach(found: readonly FoundMember[]): FoundMember[] {
	const best = [...Map.groupBy(found, ({ url }) => addressOf(url)).values()].flatMap((same) => same.find(({ stored }) => stored.snapshot) ?? same.find(isGathered) ?? same[0] ?? []);
	return [...new Map(best.map((member) => [member.id, member])).values()];
}

/** True for a member that the crawl has asked. */
function isGathered({ stored }: FoundMember): boolean {
	return stored.snapshot !== undefined || stored.record !== undefined;
}

function addressOf(url: string): string {
	return homeAddress(url) ?? url;
}
