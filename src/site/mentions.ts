import type { Entry, EntryOf } from '../markdown/entry.js';
import type { Site } from './site.js';

/** The texts that name a text in their facts, each list in reading order. */
export interface Mentions {
	/** Those that took its place. */
	successors: Entry[];
	/** The decisions that made or changed it. */
	decisions: EntryOf<'decision'>[];
	/** The agreements that name it as a decision that made or changed them. */
	agreements: EntryOf<'agreement'>[];
	/** What happened when somebody tried it. */
	stories: EntryOf<'story'>[];
}

/**
 * Who names whom, by the id of the text that is named. A text that names itself is not counted, nor one of another group: nobody says on our
 * page of a group's text what took its place, or how it went, but the group.
 */
export function mentionsOf(entries: readonly Entry[], byId: Site['byId'], url: string): Map<string, Mentions> {
	const homes = new Map(entries.flatMap((entry) => (entry.mirrorOf ? [[withoutSlash(entry.mirrorOf.url), entry] as const] : [])));
	const find = (reference: string): Entry | undefined =>
		byId.get(reference) ?? homes.get(withoutSlash(reference)) ?? (reference.startsWith(url) ? byId.get(withoutSlash(reference.slice(url.length))) : undefined);
	const mentions = new Map<string, Mentions>();
	const namedBy = (entry: Entry, references: readonly string[] | undefined): Mentions[] =>
		[...new Set((references ?? []).map(find))].flatMap((named) => {
			if (!named || named === entry || named.mirrorOf?.member !== entry.mirrorOf?.member) return [];
			const found = mentions.get(named.id) ?? { successors: [], decisions: [], agreements: [], stories: [] };
			mentions.set(named.id, found);
			return [found];
		});
	for (const entry of entries) {
		if ('supersedes' in entry.fields) for (const { successors } of namedBy(entry, entry.fields.supersedes)) successors.push(entry);
		if (entry.kind === 'decision') for (const { decisions } of namedBy(entry, entry.fields.resultsIn)) decisions.push(entry);
		if (entry.kind === 'agreement')
			for (const { agreements } of namedBy(
				entry,
				entry.fields.decisions?.flatMap(({ id }) => id ?? []),
			))
				agreements.push(entry);
		if (entry.kind === 'story') for (const { stories } of namedBy(entry, entry.fields.about)) stories.push(entry);
	}
	return mentions;
}

function withoutSlash(text: string): string {
	return text.replace(/\/$/, '');
}
