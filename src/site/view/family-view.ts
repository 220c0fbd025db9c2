import { hrefOfId } from '../../lib/href.js';
import { type Difference, textDifference } from '../../lib/text-difference.js';
import type { Family, Variant } from '../../network/families.js';
import type { MirroredEntry } from '../../network/network.js';
import { survivalOf } from '../../network/survival.js';
import { countText, fillText } from '../../strings/index.js';
import type { NetworkSite } from '../network-site.js';
import { hrefOfEntry, type Site } from '../site.js';
import { entryState } from './entry-state.js';
import type { Fact } from './fact.js';
import { FactWriter } from './fact-writer.js';

import { type PageView, pageView } from './page-view.js';
import { shownDate } from './shown-date.js';

/** One text of a family. */
export interface VariantView {
	title: string;
	href: string;
	lang: string;
	group: string;
	/** How it came from its parent: "Adapted · May 2026 · shorter, for six people". */
	how: string[];
	children: VariantView[];
}

/** Everything about the texts that come from each other. */
export interface FamilyView {
	page: PageView;
	title: string;
	count: string;
	survival: string[];
	retired: { group: string; href: string; reason: string }[];
	tree: VariantView[];
	/** The facts that some of them have, a row for each text. */
	columns: string[];
	rows: { title: string; group: string; href: string; cells: (Fact | undefined)[] }[];
	differences: { title: string; differences?: Difference[] | undefined; same: boolean }[];
}

/** Texts that are compared word by word on one page, at most. */
const mostCompared = 20;

/** Everything the page of a family says. */
export function familyView(family: Family, site: NetworkSite): FamilyView {
	const { variants, title } = family;
	const { families: words } = site.strings;
	const survival = survivalOf(family, site.asOf);
	const facts = variants.map(({ entry }) => comparedFacts(entry, site));
	const keys = [...new Map(facts.flat().map(({ key, label }) => [key, label]))];
	return {
		page: pageView(site, { title, description: words.intro, path: `families/${family.id}/`, section: 'families', noindex: site.unlisted }),
		title,
		count: countOf(family, site),
		survival: [
			...(survival.adopted > 0 ? [countText(site.lang, survival.adopted, words.adopted)] : []),
			...(survival.lasting > 0 ? [countText(site.lang, survival.lasting, words.lasting)] : []),
			...(survival.retired.length > 0 ? [countText(site.lang, survival.retired.length, words.retired)] : []),
		],
		retired: survival.retired.map(({ entry, reason }) => ({ group: entry.mirrorOf.group, href: hrefOfEntry(site, entry), reason: reason ?? words.noReason })),
		tree: treeOf(variants, site),
		columns: keys.map(([, label]) => label),
		rows: variants.map(({ entry }, at) => ({
			title: entry.title,
			group: entry.mirrorOf.group,
			href: hrefOfEntry(site, entry),
			cells: keys.map(([key]) => facts[at]?.find((fact) => fact.key === key)),
		})),
		differences: variants.flatMap(({ entry, parent }) => (parent ? [differenceOf(entry, parent, site)] : [])).slice(0, mostCompared),
	};
}

/** How many texts of how many groups. */
export function countOf({ variants }: Family, { lang, strings }: Site): string {
	const groups = new Set(variants.map(({ entry }) => entry.mirrorOf.handbook)).size;
	return `${countText(lang, variants.length, strings.families.members)}, ${countText(lang, groups, strings.families.groups)}`;
}

/** Address of the page of a family. */
export function hrefOfFamily({ base }: Pick<Site, 'base'>, { id }: Family): string {
	return hrefOfId(base, `families/${id}`);
}

function treeOf(variants: readonly Variant[], site: Site): VariantView[] {
	const roots: VariantView[] = [];
	const branch: VariantView[] = [];
	for (const { entry, parent, lineage, depth } of variants) {
		const view = { title: entry.title, href: hrefOfEntry(site, entry), lang: entry.lang, group: entry.mirrorOf.group, how: howText(lineage, parent, site), children: [] };
		(branch[depth - 1]?.children ?? roots).push(view);
		branch.splice(depth, branch.length, view);
	}
	return roots;
}

function howText(lineage: Variant['lineage'], parent: MirroredEntry | undefined, site: Site): string[] {
	if (!lineage) return parent ? [site.strings.families.equal] : [];
	const { relation, group, title, retrieved, changes } = lineage;
	return [relation && site.strings.values.relation[relation], parent ? undefined : (group ?? title), shownDate(retrieved, site.lang)?.text, changes].filter((part) => part !== undefined);
}

function comparedFacts(entry: MirroredEntry, site: Site): Fact[] {
	const say = new FactWriter(site);
	const state = entryState(entry, site.strings);
	const { fields } = entry;
	return [
		...say.text('status', state?.label),
		...('duration' in fields ? say.range('duration', fields.duration, site.strings.amounts.minutes) : []),
		...('groupSize' in fields ? say.range('groupSize', fields.groupSize, site.strings.amounts.people) : []),
		...('setting' in fields ? say.words('setting', fields.setting) : []),
		...('adoptedOn' in fields ? say.date('adoptedOn', fields.adoptedOn) : []),
		...('inUseSince' in fields ? say.date('inUseSince', fields.inUseSince) : []),
		...('objections' in fields ? say.records('objections', say.objections(fields.objections)) : []),
		...('reviews' in fields
			? say.records(
					'reviews',
					fields.reviews?.map((review) => say.review(review)),
				)
			: []),
	];
}

function differenceOf(entry: MirroredEntry, parent: MirroredEntry, site: Site): FamilyView['differences'][number] {
	const differences = textDifference(parent.text.text, entry.text.text);
	return {
		title: fillText(site.strings.families.changedBy, { group: `${entry.mirrorOf.group}: ${entry.title}` }),
		differences,
		same: differences?.every(({ type }) => type === 'same') ?? false,
	};
}
