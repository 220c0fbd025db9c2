import type { z } from 'zod';
import type { PartialDate } from '../lib/partial-date.js';
import type { entrySchemas, Kind } from '../schema/kinds.js';
import type { RenderedText } from './render.js';

/** One text, its facts read and its body rendered: a group's own, or a copy of another group's. */
export type Entry = { [K in Kind]: EntryOf<K> }[Kind];

/** One text of a given kind. */
export interface EntryOf<K extends Kind> {
	kind: K;
	fields: z.output<(typeof entrySchemas)[K]>;
	/** Address below the base, without slashes at the ends. */
	id: string;
	/** True for the README of a kind's folder: the introduction of that kind's list. */
	introduces?: Kind | undefined;
	/** Path below `content/`, as the file system spells it. A mirrored text has none. */
	path?: string;
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
	/** Where the text is at home, when this is a copy of it. */
	mirrorOf?: MirrorOrigin;
}

/** The home of a mirrored text. */
export interface MirrorOrigin {
	/** Id of the member that published it: the last part of its page's address. */
	member: string;
	/** Name of the group. */
	group: string;
	/** Address of the group's handbook. */
	handbook: string;
	/** Page of the text there. */
	url: string;
	/** Its source there. */
	sourceUrl: string;
	/** When the text was first gathered, and when it last came out different. */
	firstSeen: PartialDate;
	changed: PartialDate;
	/** SHA-256 of the whole source and of the body, normalized. */
	sha256: string;
	bodySha256: string;
}
