import type { Entry } from '../../markdown/entry.js';
import type { Variant } from '../../network/families.js';
import { hrefOfEntry, type Site } from '../site.js';
import type { Fact, FactRecord } from './fact.js';
import { FactWriter } from './fact-writer.js';

/** Whoever says most is not to fill the pages of others: so much of each group, and of all of them. */
const mostOfGroup = 3;
const mostOfAll = 12;

/** What other groups that have a text of the same family objected to it, and found when they looked at it again. */
export function elsewhereFacts({ id, mirrorOf }: Entry, site: Site): Fact[] {
	const others = (site.families.get(id)?.variants ?? []).filter(({ entry }) => entry.mirrorOf.handbook !== mirrorOf?.handbook);
	const say = new FactWriter(site);
	const gather = (recordsOf: (entry: Variant['entry']) => FactRecord[] | undefined): FactRecord[] =>
		others
			.flatMap(({ entry }) => {
				const link = { href: hrefOfEntry(site, entry), label: entry.mirrorOf.group };
				return (recordsOf(entry) ?? []).slice(0, mostOfGroup).map((record) => ({ ...record, link }));
			})
			.slice(0, mostOfAll);
	return [
		...say.records(
			'objections',
			gather(({ fields }) => ('objections' in fields ? say.objections(fields.objections) : undefined)),
		),
		...say.records(
			'reviews',
			gather(({ fields }) => ('reviews' in fields ? fields.reviews?.map((review) => say.review(review)) : undefined)),
		),
	];
}
