import { comparePartialDates } from '../lib/partial-date.js';
import { slugSegment } from '../lib/slug.js';
import { byteHash } from '../lib/text-hash.js';
import type { Lineage } from '../schema/lineage.js';
import { idAtMember } from './mirror/mirror-id.js';
import type { MirroredEntry, Network } from './network.js';

/** A text and everything that is based on it, over groups. */
export interface Family {
	/** Address below `families/`. */
	id: string;
	title: string;
	/** Each parent before its children; what stands beside each other, the oldest first. */
	variants: Variant[];
}

/** One of the texts of a family. */
export interface Variant {
	entry: MirroredEntry;
	/** Its nearest parent in this network. */
	parent?: MirroredEntry | undefined;
	/** As its group declares it. Absent for an equal text of which nobody says where it comes from. */
	lineage?: Lineage | undefined;
	/** Steps from the first text of the family. */
	depth: number;
}

/** A text shorter than this may be equal to another by chance. */
const leastForEqual = 200;

/** Every family of two texts and more, of at least two groups. What groups declare counts, and equal texts do even when nobody declared them. */
export function familiesOf({ members }: Pick<Network, 'members'>): Family[] {
	const entries = members.flatMap(({ handbook }) => handbook?.entries ?? []);
	const parents = new Map(entries.map((entry) => [entry, { lineage: undefined, parent: undefined } as Pick<Variant, 'parent' | 'lineage'>]));
	const byAddress = addressesOf(members);
	const groups = new Groups(entries);

	for (const entry of entries) {
		for (const lineage of entry.fields.basedOn ?? []) {
			const address = lineage.url && normalAddress(lineage.url);
			if (!address) continue;
			const parent = byAddress.get(address);
			groups.join(entry, parent ?? address);
			const known = parents.get(entry);
			if (known && !known.lineage && parent !== entry) Object.assign(known, { parent, lineage });
		}
	}
	for (const equal of Map.groupBy(entries, bodyOf).values()) {
		const [first, ...others] = equal.toSorted(oldestFirst);
		if (!first || first.body.length < leastForEqual) continue;
		for (const other of others) {
			groups.join(first, other);
			const known = parents.get(other);
			if (known && !known.parent && !isAbove(other, first, parents)) known.parent = first;
		}
	}
	return groups
		.all()
		.filter((family) => new Set(family.map(({ mirrorOf }) => mirrorOf.handbook)).size > 1)
		.map((family) => familyOf(family, parents));
}

type Parents = ReadonlyMap<MirroredEntry, Pick<Variant, 'parent' | 'lineage'>>;

function familyOf(entries: readonly MirroredEntry[], parents: Parents): Family {
	const children = Map.groupBy(entries, (entry) => parentWithin(entry, parents));
	const variants: Variant[] = [];
	const add = (entry: MirroredEntry, depth: number): void => {
		if (variants.some((variant) => variant.entry === entry)) return;
		variants.push({ entry, ...parents.get(entry), depth });
		for (const child of (children.get(entry) ?? []).toSorted(oldestFirst)) add(child, depth + 1);
	};
	for (const root of (children.get(undefined) ?? []).toSorted(oldestFirst)) add(root, 0);
	// Texts that name each other as parents have no first one.
	for (const entry of entries.toSorted(oldestFirst)) add(entry, 0);
	const first = variants[0]?.entry;
	const address = first?.mirrorOf.url ?? '';
	return { id: `${slugSegment(first?.title ?? '')}-${byteHash(address).slice(0, 8)}`, title: first?.title ?? '', variants };
}

function parentWithin(entry: MirroredEntry, parents: Parents): MirroredEntry | undefined {
	return parents.get(entry)?.parent;
}

/** True when `entry` is `other` or one of its forebears. */
function isAbove(entry: MirroredEntry, other: MirroredEntry, parents: Parents): boolean {
	const seen = new Set<MirroredEntry>();
	for (let above: MirroredEntry | undefined = other; above && !seen.has(above); above = parents.get(above)?.parent) {
		if (above === entry) return true;
		seen.add(above);
	}
	return false;
}

/** Texts by every address that a lineage may name: page, source, and former ones. */
function addressesOf(members: Network['members']): Map<string, MirroredEntry> {
	const byAddress = new Map<string, MirroredEntry>();
	for (const { url, handbook } of members) {
		const byId = new Map(handbook?.entries.map((entry) => [entry.id, entry]));
		for (const entry of byId.values()) for (const address of [entry.mirrorOf.sourceUrl, entry.mirrorOf.url]) byAddress.set(normalAddress(address) ?? address, entry);
		for (const { from, to } of handbook?.redirects ?? []) {
			const entry = byId.get(to);
			const former = normalAddress(`${url.replace(/\/$/, '')}/${idAtMember(from)}`);
			if (entry && former && !byAddress.has(former)) byAddress.set(former, entry);
		}
	}
	return byAddress;
}

/** An address without what does not tell texts apart. */
function normalAddress(address: string): string | undefined {
	const url = URL.parse(address);
	return url ? `${url.host}${url.pathname.replace(/\/(?:index\.html)?$/, '')}` : undefined;
}

function bodyOf({ mirrorOf }: MirroredEntry): string {
	return mirrorOf.bodySha256;
}

function oldestFirst(a: MirroredEntry, b: MirroredEntry): number {
	return comparePartialDates(dateOf(a), dateOf(b)) || (a.mirrorOf.url < b.mirrorOf.url ? -1 : 1);
}

function dateOf({ fields, mirrorOf }: MirroredEntry): string {
	return ('inUseSince' in fields ? fields.inUseSince : undefined) ?? ('adoptedOn' in fields ? fields.adoptedOn : undefined) ?? mirrorOf.firstSeen;
}

/** Texts that belong together, through each other or through an address outside of the network. */
class Groups {
	readonly #entries: readonly MirroredEntry[];
	readonly #above = new Map<unknown, unknown>();

	constructor(entries: readonly MirroredEntry[]) {
		this.#entries = entries;
	}

	join(a: MirroredEntry | string, b: MirroredEntry | string): void {
		const [from, to] = [this.#top(a), this.#top(b)];
		if (from !== to) this.#above.set(from, to);
	}

	/** Groups of more than one text. */
	all(): MirroredEntry[][] {
		return [...Map.groupBy(this.#entries, (entry) => this.#top(entry)).values()].filter((group) => group.length > 1);
	}

	#top(item: unknown): unknown {
		let top = item;
		while (this.#above.has(top)) top = this.#above.get(top);
		return top;
	}
}
