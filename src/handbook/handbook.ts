import type { Entry } from '../markdown/entry.js';
import type { RenderedText } from '../markdown/render.js';
import type { TargetResolver } from '../markdown/target.js';
import type { GroupFields } from '../schema/group.js';
import type { Kind } from '../schema/kinds.js';
import type { Tombstone } from '../schema/tombstone.js';
import type { HandbookHistory } from './history/handbook-history.js';
import type { IndexFile } from './index-file.js';
import type { KeptParent } from './kept-parents.js';

/** A group's handbook, read. Hidden entries are not in it. */
export interface Handbook {
	group: Group;
	/** In reading order. */
	entries: HandbookEntry[];
	/** The reading order as a tree. */
	contents: ContentsNode[];
	/** Files that visible texts show or link to. */
	assets: Asset[];
	/** The texts that visible ones are based on, as they were taken, by their hash. */
	parents: ReadonlyMap<string, KeptParent>;
	/** What the index that the group has chosen knew of who uses its texts. */
	index?: IndexFile | undefined;
	/** Former addresses. */
	redirects: { from: string; to: string }[];
	/** What is left of texts that were withdrawn. */
	tombstones: Tombstone[];
	origin: Origin;
	/** What became of the visible texts; nothing without git, or where the group wants none. */
	history: HandbookHistory;
	/** What the addresses in the text at a path below `content/` lead to. */
	resolverAt(path: string): TargetResolver;
}

/** Who the group is. */
export interface Group {
	fields: GroupFields;
	/** Main language, a BCP 47 tag. */
	lang: string;
	/** SPDX licence of texts that name none. */
	licence: string;
	source: string;
	text: RenderedText;
}

/** One text of a handbook, with the place of its file. */
export type HandbookEntry = Entry & { path: string };

/** A place in the table of contents. */
export type ContentsNode =
	/** `items` are the pages that name it as their parent. */
	| { type: 'entry'; id: string; items: ContentsNode[] }
	| { type: 'section'; title: string; items: ContentsNode[] }
	/** Entries that the group's own order leaves out. */
	| { type: 'kind'; kind: Kind; items: ContentsNode[] };

/** A file that is published as it is. */
export interface Asset {
	/** Path below `content/`. */
	path: string;
	/** Name below `media/`: the file's own name and a part of its hash. */
	name: string;
	bytes: Uint8Array;
}

/** What git knows of the content; empty without git. */
export interface Origin {
	commit?: string | undefined;
	/** When that commit was made, ISO 8601 in UTC. */
	committedAt?: string | undefined;
	/** Path of the handbook's root within its repository, ending in `/` unless empty. */
	pathInRepo: string;
}
