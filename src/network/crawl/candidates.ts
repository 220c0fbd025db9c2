import { homeAddress } from '../home-address.js';
import type { Registry } from '../registry/read-registry.js';
import type { Snapshot } from '../snapshot.js';
import type { SkipReason } from './crawl-report.js';

/** A handbook that is to be asked once, whoever names it. */
export interface Candidate {
	/** Its address, in the normal form. */
	home: string;
	/** At least one, those that count more first. */
	claims: [Claim, ...Claim[]];
}

/** One way in which a handbook is in the network. */
export interface Claim {
	/** Its id, if this claim holds. */
	id: string;
	/** Address of the network or index that its group must name. */
	network: string;
	/** Id of the index through which it was found. */
	via?: string | undefined;
	/** Through how many indexes it was found. */
	depth: number;
	/** Why it is not asked: the host lets it rest, or the index through which it was found. */
	rest?: Extract<SkipReason, 'paused' | 'archived' | 'hidden'> | undefined;
}

/** An index whose list is followed, with the claim through which it is in the network. */
export interface Source {
	claim: Claim;
	snapshot: Snapshot;
}

/** The members that the host lists. */
export function directCandidates({ members, hidden }: Pick<Registry, 'members' | 'hidden'>, self: string): Candidate[] {
	const candidates = new Map<string, Candidate>();
	for (const { id, fields } of members) {
		const home = homeAddress(fields.url);
		if (home === undefined || candidates.has(home)) continue;
		const isHidden = hidden.some(({ member, entry }) => member === id && entry === undefined);
		const rest = isHidden ? 'hidden' : fields.status === 'paused' || fields.status === 'archived' ? fields.status : undefined;
		candidates.set(home, { home, claims: [{ id, network: self, depth: 0, rest }] });
	}
	return [...candidates.values()];
}

/** The handbooks that indexes list, each once with all claims to it; those in `closed` are left out. */
export function foundCandidates(indexes: readonly Source[], { hidden, memberFiles }: Pick<Registry, 'hidden' | 'memberFiles'>, closed: { has(home: string): boolean }): Candidate[] {
	const claims = new Map<string, Claim[]>();
	for (const { claim, snapshot } of indexes) {
		for (const { id, url } of snapshot.members) {
			if (closed.has(url) || memberFiles.includes(id)) continue;
			const isHidden = hidden.some(({ member, entry }) => member === id && entry === undefined);
			const found: Claim = { id, network: snapshot.url, via: claim.id, depth: claim.depth + 1, rest: isHidden ? 'hidden' : claim.rest };
			claims.set(url, [...(claims.get(url) ?? []), found]);
		}
	}
	return [...claims].flatMap(([home, found]) => {
		const [first, ...others] = found.sort((a, b) => Number(a.rest !== undefined) - Number(b.rest !== undefined) || (a.id < b.id ? -1 : 1));
		return first ? [{ home, claims: [first, ...others] }] : [];
	});
}
