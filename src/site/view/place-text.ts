import { regionNames } from '../../lib/intl-formats.js';
import type { GroupFields } from '../../schema/group.js';
import { fillText } from '../../strings/index.js';
import type { Site } from '../site.js';

/** Where a group is, in the words of a site: `Lyon, France`. Undefined when nobody says. */
export function placeText({ locality, country }: Pick<GroupFields, 'locality' | 'country'>, { lang, strings }: Pick<Site, 'lang' | 'strings'>): string | undefined {
	const named = country && regionNames(lang).of(country);
	return locality && named ? fillText(strings.site.placeIn, { locality, country: named }) : (locality ?? named);
}
