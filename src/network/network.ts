import type { PartialDate } from '../lib/partial-date.js';
import type { Entry, MirrorOrigin } from '../markdown/entry.js';
import type { RenderedText } from '../markdown/render.js';
import type { MemberState } from '../schema/member-state.js';
import type { HiddenItem } from '../schema/moderation.js';
import type { NetworkFields } from '../schema/network.js';
import type { Snapshot } from './snapshot.js';

/** A network's index, read: who hosts it, its members, and what each published last. */
export interface Network {
	host: {
		fields: NetworkFields;
		/** Main language, a BCP 47 tag. */
		lang: string;
		source: string;
		text: RenderedText;
	};
	/** By id. Members found through an index follow it. */
	members: Member[];
	/** What this network hides, and why. */
	hidden: HiddenItem[];
	/** Last day on which any member was in order: "today", as far as the snapshots know. */
	asOf?: PartialDate | undefined;
}

/** A group or an index that a network gathers. */
export interface Member {
	/** Address below `groups/`. */
	id: string;
	type: Snapshot['type'];
	url: string;
	/** When it joined. */
	since?: PartialDate | undefined;
	note?: string | undefined;
	/** Id of the index through which it was found. */
	via?: string | undefined;
	state: MemberState;
	/** What is wrong, in a sentence that its author can act on. */
	problem?: { code: string; message: string; hint: string } | undefined;
	lastGood?: PartialDate | undefined;
	failingSince?: PartialDate | undefined;
	/** What it last published in good order; undefined when that never was, or is not to be shown any more. */
	handbook?: MirroredHandbook | undefined;
	/** Its entry in the moderation list, when all of it is hidden. Then there is no handbook. */
	hidden?: HiddenItem | undefined;
}

/** Another group's handbook, as this index shows it. Foreign text is inert, and names are free of controls. */
export interface MirroredHandbook {
	group: Snapshot['group'];
	/** In reading order. Ids are addresses on this site: `groups/<member>/<id>`. */
	entries: MirroredEntry[];
	/** Former addresses on this site, and those they lead to. */
	redirects: { from: string; to: string }[];
	/** Texts that cannot be shown: too large, too slow to read, or without their source. */
	quarantined: { id: string; title: string; url: string; reason: QuarantineReason }[];
	/** Texts of which only the title is left, as the group wished for the time after it (`onGone: stub`). */
	stubs: { id: string; title: string; url: string }[];
	gone: Snapshot['gone'];
}

/** A copy of another group's text. */
export type MirroredEntry = Entry & { mirrorOf: MirrorOrigin };

/** Why a text is not shown. */
export type QuarantineReason = 'too-large' | 'too-slow' | 'too-complex' | 'source-missing' | 'hidden-by-author' | 'front-matter';
