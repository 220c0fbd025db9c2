import type { PartialDate } from '../../lib/partial-date.js';
import type { DraftEntry } from '../read-entry.js';

/** What became of the texts of a handbook, as far as readers may know. */
export interface HandbookHistory {
	/** Of the entries that are visible now, by their ids. */
	entries: ReadonlyMap<string, EntryHistory>;
	/** Addresses at which a text was published, and where the last commit has none. */
	former: readonly FormerAddress[];
	/** A version as it was; undefined when readers may not see it. The first call reads the texts of all versions at once. */
	read(version: Version): DraftEntry | undefined;
}

/** What became of one text. */
export interface EntryHistory {
	/** The first day on which readers could see it. */
	firstPublished: PartialDate;
	/** At least one, the latest first. */
	changes: readonly Change[];
}

/** What a change did, in the order in which one is preferred where a change did several things. */
export const changeKinds = ['new', 'adopted', 'retired', 'reviewed', 'renamed', 'changed'] as const;

/** What a change did. */
export type ChangeKind = (typeof changeKinds)[number];

/** One change of one text that readers can see. */
export interface Change {
	/** The commit's hash. */
	commit: string;
	/** When the commit was made, in seconds since 1970. */
	seconds: number;
	/** The same as a day, in UTC. */
	day: PartialDate;
	kind: ChangeKind;
	/** Without trailers and e-mail addresses; may be empty. */
	message: string;
	/** Only where the group wants names to be shown. */
	author?: string | undefined;
	/** The address that it had before, when that is another. */
	formerId?: string | undefined;
	/** The version that readers saw before; the first one has none. */
	before?: Version | undefined;
	after: Version;
}

/** A version of a text: a file as git keeps it, and its path below `content/` then. */
export interface Version {
	blob: string;
	path: string;
}

/** An address at which there was a text once. */
export interface FormerAddress {
	id: string;
	/** Path of the file below `content/` when it last had this address. */
	path: string;
	/** The address of the same text now. */
	movedTo?: string | undefined;
}

/** The history of a handbook of which git knows nothing. */
export const noHistory: HandbookHistory = { entries: new Map(), former: [], read: () => undefined };
