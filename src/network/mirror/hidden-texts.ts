import { type Problem, problem } from '../../errors.js';
import type { HiddenItem } from '../../schema/moderation.js';
import { moderationFile } from '../registry/read-moderation.js';
import type { Registry } from '../registry/read-registry.js';
import type { Snapshot } from '../snapshot.js';
import type { FoundMember } from './find-members.js';

/** Ids of the texts of a member that the network hides, by whatever id they had. */
export function hiddenTexts(member: string, { aliases }: Snapshot, hidden: readonly HiddenItem[]): Set<string> {
	const named = new Set(hidden.flatMap((item) => (item.member === member && item.entry !== undefined ? item.entry : [])));
	return new Set([...named, ...aliases.flatMap(({ from, to }) => (named.has(from) ? to : []))]);
}

/** A problem for every item of the moderation list that names nothing. Of a member that was never gathered nothing is known. */
export function checkHidden({ hidden, hiddenPlaces }: Registry, found: readonly FoundMember[]): Problem[] {
	const members = new Map(found.map(({ id, stored }) => [id, stored.snapshot]));
	return hidden.flatMap(({ member, entry }, index) => {
		const place = { file: moderationFile, ...hiddenPlaces[index] };
		if (!members.has(member)) return problem('reference-unknown', place, `“member” names “${member}”, but there is no such member.`);
		const snapshot = members.get(member);
		if (entry === undefined || !snapshot || knows(snapshot, entry)) return [];
		return problem('reference-unknown', place, `“entry” names “${entry}”, but “${member}” has no such text.`);
	});
}

function knows({ entries, aliases, gone }: Snapshot, entry: string): boolean {
	return entries.some(({ id }) => id === entry) || aliases.some(({ from }) => from === entry) || gone.some(({ id }) => id === entry);
}
