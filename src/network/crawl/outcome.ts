import type { Snapshot } from '../snapshot.js';
import type { CrawlFault } from '../web/exchange.js';

/** By what an answer is known again: its validators, and the hash of its bytes. */
export interface Seen {
	etag?: string | undefined;
	lastModified?: string | undefined;
	printSha256?: string | undefined;
}

/** The marks alone, of whatever has them. */
export function seenOf({ etag, lastModified, printSha256 }: Seen = {}): Seen {
	return { etag, lastModified, printSha256 };
}

/** Why something cannot be taken over. */
export interface Failure {
	type: 'failed';
	fault: CrawlFault;
	/** Until then the site wants to be left alone. ISO 8601. */
	notBefore?: string | undefined;
}

/** How the asking of a member went. */
export type Outcome =
	/** It is in order, and this is what it publishes now. `texts` are its sources by the hash of their bytes. */
	| { type: 'gathered'; snapshot: Snapshot; texts: ReadonlyMap<string, string>; seen: Seen }
	/** It is in order, and as it was. */
	| { type: 'unchanged'; seen: Seen }
	| Failure
	/** It is somebody else today, or does not want to be here any more. */
	| { type: 'frozen'; fault: CrawlFault }
	/** It said itself that it is gone. */
	| { type: 'gone'; fault: CrawlFault };

/** A failure without more. */
export function failed(code: CrawlFault['code'], message: string, hint?: string): Failure {
	return { type: 'failed', fault: { code, message, ...(hint !== undefined && { hint }) } };
}
