import { hrefOfId } from '../../lib/href.js';
import { readableAddress } from '../../lib/readable-address.js';
import type { Entry } from '../../markdown/entry.js';
import { fillText } from '../../strings/index.js';
import type { Site } from '../site.js';
import type { FactLink } from './fact.js';
import { type ShownDate, shownDate } from './shown-date.js';

/** Whose text a mirrored text is, and where it is at home. */
export interface MirrorView {
	/** The group's page here. */
	group: FactLink;
	/** Host and path of its handbook: two groups may have one name. */
	place: string;
	/** The text at its home. */
	home: string;
	/** When the copy was taken. */
	changed: ShownDate | undefined;
	/** Why the copy may be out of date; undefined when it is not. */
	warning?: string | undefined;
}

/** What a page says about the home of a mirrored text; undefined for a text that is at home here. */
export function mirrorView({ mirrorOf }: Entry, site: Site): MirrorView | undefined {
	if (!mirrorOf) return undefined;
	const { member, group, handbook, url, changed } = mirrorOf;
	return {
		group: { label: group, href: hrefOfId(site.base, `groups/${member}`) },
		place: readableAddress(handbook),
		home: url,
		changed: shownDate(changed, site.lang),
		warning: staleness(member, site),
	};
}

function staleness(id: string, site: Site): string | undefined {
	const member = site.members.get(id);
	if (!member || member.state === 'fresh') return undefined;
	const date = shownDate(member.lastGood, site.lang)?.text;
	const { state } = member;
	const sentence = site.strings.mirror.warnings[state];
	if (date === undefined && sentence.includes('{date}')) return undefined;
	return fillText(sentence, { date: date ?? '' });
}
