import { comparePartialDates, type PartialDate } from '../../lib/partial-date.js';
import type { RenderedText } from '../../markdown/render.js';
import { cleanForeign } from '../clean-foreign.js';
import type { MirroredEntry } from '../network.js';
import type { SnapshotEntry } from '../snapshot.js';
import { mirrorId } from './mirror-id.js';
import { type FindText, mirrorReferences } from './mirror-references.js';
import type { ReadText } from './read-foreign-text.js';

/** The handbook that a text is taken from. */
export interface MirrorSource {
	/** Id of the member. */
	member: string;
	/** Name of the group, clean. */
	group: string;
	/** Address of the handbook. */
	home: string;
	/** Day on which it was last in order: what is dated later is not believed. */
	seen: PartialDate;
	find: FindText;
}

/** A text of another group as an entry of our site. */
export function mirrorEntry(entry: SnapshotEntry, source: string, { fields, bodyStart, rendered }: ReadText, from: MirrorSource): MirroredEntry {
	const { id, kind, lang, licence, url, sourceUrl, firstSeen, changed, sha256, bodySha256 } = entry;
	const believed = (date: PartialDate | undefined): PartialDate | undefined => (date !== undefined && comparePartialDates(date, from.seen) > 0 ? changed : date);
	const updated = believed(entry.updated);
	const mirrored = {
		kind,
		fields: { ...mirrorReferences(fields, from.find), ...(typeof fields.updated === 'string' && { updated: believed(fields.updated) }) },
		id: mirrorId(from.member, id),
		title: mirrorTitle(entry),
		lang,
		licence,
		updated,
		syntax: 'md',
		source,
		body: source.slice(bodyStart),
		text: renderedText(rendered),
		backlinks: [],
		mirrorOf: { member: from.member, group: from.group, handbook: from.home, url, sourceUrl, firstSeen, changed, sha256, bodySha256 },
	};
	// The kind chose the schema of the fields; TypeScript cannot follow that.
	return mirrored as unknown as MirroredEntry;
}

/** The title as the print has it; of one that is made of nothing that can be seen, the end of its address is left. */
export function mirrorTitle({ id, title }: Pick<SnapshotEntry, 'id' | 'title'>): string {
	return cleanForeign(title) || (id.split('/').at(-1) ?? id);
}

function renderedText({ ids, ...rendered }: ReadText['rendered']): RenderedText {
	return { ...rendered, ids: new Set(ids) };
}
