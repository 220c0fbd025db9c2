import type { AdoptedEntry } from '../../handbook/update/adopted-entries.js';
import type { ChangeDecision } from '../../handbook/update/decided.js';
import type { FieldChange } from '../../handbook/update/field-difference.js';
import type { ParentCopy } from '../../handbook/update/parent-copy.js';
import type { Part } from '../../handbook/update/source-difference.js';
import type { Reason } from '../../handbook/update/source-reasons.js';
import type { UpstreamSource } from '../../network/upstream/fetch-source.js';
import type { Upstream, UpstreamEntry } from '../../network/upstream/upstream.js';
import type { CrawlFault } from '../../network/web/exchange.js';

/** How a text stands at its source. */
export type SourceState =
	/** `unkept` is the parent of a copy made by hand: the text as it was taken is not kept here, and can still be had. */
	| { type: 'unchanged'; unkept?: UpstreamEntry | undefined }
	| ChangedSource
	/** It was withdrawn, or is not there any more. */
	| { type: 'gone'; message: string; date?: string | undefined; reason?: string | undefined; successor?: string | undefined }
	/** Nobody could say. */
	| { type: 'unreachable'; fault: CrawlFault };

/** A parent that is another text now than the one that was taken. */
export interface ChangedSource {
	type: 'changed';
	upstream: Upstream;
	now: UpstreamEntry;
	source: UpstreamSource;
	/** The parent's text as a copy; undefined when it cannot be made harmless. */
	theirs?: ParentCopy | undefined;
	/** The parent's text as it was taken, as a copy; undefined when it is not kept. */
	base?: ParentCopy | undefined;
	/** Facts and text that changed; undefined without a base to compare with. */
	facts: FieldChange[];
	parts?: Part[] | undefined;
	reasons: Reason[];
	/** What the group has decided about it so far. */
	decision?: ChangeDecision | undefined;
}

/** A copy and how it stands at its source. */
export interface AskedEntry extends AdoptedEntry {
	state: SourceState;
}
