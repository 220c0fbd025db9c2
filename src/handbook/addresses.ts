import { type Place, type Problem, problem } from '../errors.js';
import { kindFolders } from '../schema/kinds.js';
import { isReservedId } from './entry-id.js';
import type { DraftEntry } from './read-entry.js';

/** Entries with an address of their own, and where former addresses lead. */
export interface Addresses {
	entries: DraftEntry[];
	/** Former id to present id. */
	aliases: Map<string, string>;
	problems: Problem[];
}

/** Gives every entry its address. An entry whose address is taken is held back. */
export function assignAddresses(drafts: readonly DraftEntry[]): Addresses {
	const problems: Problem[] = [];
	const byId = new Map<string, DraftEntry>();
	for (const entry of drafts) {
		const placeOf = (): Place => ({ file: `content/${entry.path}`, ...entry.locate(['id']) });
		const twin = byId.get(entry.id);
		if (twin) problems.push(problem('id-duplicate', placeOf(), `This entry and content/${twin.path} both have the address “${entry.id}”.`));
		else if (isReservedId(entry.id) && !(entry.introduces && entry.id === kindFolders[entry.introduces]))
			problems.push(problem('id-reserved', placeOf(), `The address “${entry.id}” belongs to a page of the site.`));
		else byId.set(entry.id, entry);
	}

	const aliases = new Map<string, string>();
	// Some computers cannot hold two files whose names differ in their capitals alone.
	const taken = new Set(byId.keys());
	for (const entry of byId.values()) {
		entry.fields.aliases?.forEach((alias, index) => {
			const twin = alias.normalize('NFC').toLowerCase();
			if (taken.has(twin) || isReservedId(alias))
				problems.push(problem('alias-clash', { file: `content/${entry.path}`, ...entry.locate(['aliases', index]) }, `The former address “${alias}” is in use.`));
			else {
				aliases.set(alias, entry.id);
				taken.add(twin);
			}
		});
	}
	return { entries: [...byId.values()], aliases, problems };
}
