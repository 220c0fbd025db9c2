import type { z } from 'zod';
import type { PartialDate } from '../lib/partial-date.js';
import type { RenderedText } from '../markdown/render.js';
import type { TargetResolver } from '../markdown/target.js';
import type { GroupFields } from '../schema/group.js';
import type { entrySchemas, Kind } from '../schema/kinds.js';

/** A group's handbook, read. Hidden entries are not in it. */
export interface Handbook {
	group: Group;
	/** In reading order. */
	entries: Entry[];
	/** The reading order as a tree. */
	contents: ContentsNode[];
	/** Files that visible texts show or link to. */
	assets: Asset[];
	/** Former addresses. */
	redirects: { from: string; to: string }[];
	origin: Origin;
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

/** One text of a handbook. */
export type Entry = { [K in Kind]: EntryOf<K> }[Kind];

/** One text of a given kind. */
export interface EntryOf<K extends Kind> {
	kind: K;
	fields: z.output<(typeof entrySchemas)[K]>;
	/** Address below the base, without slashes at the ends. */
	id: string;
	/** True for the README of a kind's folder: the introduction of that kind's list. */
	introduces?: Kind | undefined;
	/** Path below `content/`, as the file system spells it. */
	path: string;
	title: string;
	lang: string;
	licence: string;
	updated?: PartialDate | undefined;
	syntax: 'md' | 'mdx';
	/** The whole file, without byte order mark and Windows line ends. */
	source: string;
	/** The source below the front matter. */
	body: string;
	text: RenderedText;
	/** Ids of entries whose texts link here, in reading order. */
	backlinks: string[];
}

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
