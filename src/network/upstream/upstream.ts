import type { Kind } from '../../schema/kinds.js';
import type { Print } from '../../schema/print.js';
import type { CrawlFault } from '../web/exchange.js';

/** A text of a published handbook, as its print describes it. */
export interface UpstreamEntry {
	/** Its id at home. */
	id: string;
	kind: Kind;
	title: string;
	lang: string;
	/** SPDX. Absent when the print names none that can be read. */
	licence?: string | undefined;
	/** Its page at home: the text's identity. */
	url: string;
	/** The page at which it can be read: `url`, or that of the index when the origin is gone. */
	page: string;
	/** Its source: at home, or on the index when the origin is gone. */
	sourceUrl: string;
	/** Of the whole source and of the body, normalized. */
	sha256: string;
	bodySha256: string;
}

/** A published handbook to copy from. */
export interface Upstream {
	group: { name: string; licence?: string | undefined };
	/** Address of the handbook, ending with `/`. */
	home: string;
	entries: UpstreamEntry[];
	/** Former ids and the ids they lead to. */
	aliases: Print['aliases'];
	/** All sources in one file. None from an index. */
	bundle?: Print['bundle'] | undefined;
	/** The text that the address means; absent when it means the handbook. */
	chosen?: UpstreamEntry | undefined;
	/** Where the texts come from: their own home, or an index (its address) that keeps a copy when the home is gone. */
	from: 'origin' | { index: string /** What is wrong with the origin. */; because: CrawlFault };
	/** The group itself took the text back: the origin answers 410, or its print has a tombstone. */
	isWithdrawn?: boolean | undefined;
}

/** A value, or why there is none. */
export type Found<T> = T | { fault: CrawlFault };
