import type { PartialDate } from '../../lib/partial-date.js';
import { readableAddress } from '../../lib/readable-address.js';
import { cleanForeign } from '../clean-foreign.js';
import { homeAddress } from '../home-address.js';
import type { MirroredEntry, MirroredHandbook, QuarantineReason } from '../network.js';
import type { Snapshot, SnapshotEntry } from '../snapshot.js';
import { memberIndex, readMemberTexts, type TextTools } from './member-texts.js';
import { mirrorEntry, mirrorTitle } from './mirror-entry.js';
import { mirrorId } from './mirror-id.js';

/** The handbook to be mirrored. */
export interface HandbookSource {
	/** Id of the member. */
	member: string;
	snapshot: Snapshot;
	/** Day on which it was last in order. */
	seen: PartialDate;
	/** Ids of texts that this network hides. */
	hidden: ReadonlySet<string>;
	base: string;
}

/** Another group's handbook from its snapshot. The same snapshot gives the same value, whatever other members there are. */
export async function mirrorHandbook({ member, snapshot, seen, hidden, base }: HandbookSource, tools: TextTools): Promise<MirroredHandbook> {
	const home = homeAddress(snapshot.url) ?? snapshot.url;
	const group = cleanForeign(snapshot.group);
	const name = group.name || readableAddress(snapshot.url);
	const listed = [...new Map(snapshot.entries.toReversed().map((entry) => [entry.id, entry])).values()].toReversed().filter(({ id }) => !hidden.has(id));
	const withText = listed.filter(({ text }) => text !== undefined);
	const texts = await readMemberTexts(withText, snapshot.aliases, { base, member, home }, tools);

	const shown = new Set(withText.map(({ id }) => id).filter((id) => !('quarantine' in (texts.get(id)?.outcome ?? { quarantine: true }))));
	const { aliases } = memberIndex(shown, snapshot.aliases);
	const find = (id: string): string | undefined => {
		const present = shown.has(id) ? id : aliases.get(id);
		return present === undefined ? undefined : mirrorId(member, present);
	};
	const entries: MirroredEntry[] = [];
	const quarantined: MirroredHandbook['quarantined'] = [];
	for (const entry of withText) {
		const text = texts.get(entry.id);
		if (!text) continue;
		if ('quarantine' in text.outcome) quarantined.push(quarantineOf(entry, text.outcome.quarantine, name, home));
		else entries.push(mirrorEntry(entry, text.source, text.outcome, { member, group: name, home: snapshot.url, seen, find }));
	}
	addBacklinks(entries);
	return {
		group: { ...group, name },
		entries,
		redirects: [...aliases].map(([from, to]) => ({ from: mirrorId(member, from), to: mirrorId(member, to) })),
		quarantined,
		stubs: listed.filter(({ text }) => text === undefined).map((entry) => ({ id: entry.id, title: mirrorTitle(entry), url: entry.url })),
		gone: cleanForeign(snapshot.gone),
	};
}

/** Of a text that its author hides not even the title is said: the handbook stands for it. */
function quarantineOf(entry: SnapshotEntry, reason: QuarantineReason, group: string, home: string): MirroredHandbook['quarantined'][number] {
	if (reason === 'hidden-by-author') return { id: entry.id, title: group, url: home, reason };
	return { id: entry.id, title: mirrorTitle(entry), url: entry.url, reason };
}

function addBacklinks(entries: readonly MirroredEntry[]): void {
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	for (const entry of entries) {
		for (const id of new Set(entry.text.entryLinks.map((link) => link.id))) {
			if (id !== entry.id) byId.get(id)?.backlinks.push(entry.id);
		}
	}
}
