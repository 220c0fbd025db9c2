import { hrefOfId } from '../../lib/href.js';
import { readableAddress } from '../../lib/readable-address.js';
import { countText } from '../../strings/index.js';
import type { NetworkSite } from '../network-site.js';
import { placeText } from './place-text.js';

/** A group in a list. */
export interface GroupCard {
	name: string;
	href: string;
	/** Host and path of its handbook: two groups may have one name. */
	place: string;
	about?: string | undefined;
	/** What sort of group, where, how many texts. */
	notes: string[];
	lang: string;
}

/** The groups of a network whose handbooks can be read, by name. */
export function groupCards({ network, base, lang, strings }: NetworkSite): GroupCard[] {
	const { compare } = new Intl.Collator(lang);
	return network.members
		.flatMap(({ id, url, handbook }) => {
			if (!handbook) return [];
			const { name, summary, purpose, kind, languages } = handbook.group;
			const count = handbook.entries.length === 0 ? undefined : countText(lang, handbook.entries.length, strings.lists.count);
			return [
				{
					name,
					href: hrefOfId(base, `groups/${id}`),
					place: readableAddress(url),
					about: summary ?? purpose,
					notes: [kind, placeText(handbook.group, { lang, strings }), count].filter((note) => note !== undefined),
					lang: languages?.[0] ?? lang,
				},
			];
		})
		.sort((a, b) => compare(a.name, b.name) || (a.place < b.place ? -1 : 1));
}
