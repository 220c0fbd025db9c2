import { pageAddress } from '../lib/page-address.js';
import { comparePartialDates, type PartialDate } from '../lib/partial-date.js';
import { isGivenUp } from '../schema/given-up.js';
import type { Lineage } from '../schema/lineage.js';
import type { IndexFile } from './index-file.js';

/** A group that took a text over, as it says itself. */
export interface User {
	group: string;
	title: string;
	/** Its text. */
	url: string;
	relation?: Lineage['relation'];
	/** Since when it lives by it, if it says so. */
	since?: PartialDate | undefined;
	/** True when it has given the text up. */
	isOver: boolean;
	reason?: string | undefined;
}

/** The texts of a handbook: its address, and the pages, sources and former addresses of each text, by id. */
export interface UsedTexts {
	home: string;
	addresses: ReadonlyMap<string, string>;
}

/**
 * Who uses a handbook's texts, by the id of the text. Groups on one origin count once, and those on the handbook's own not at
 * all: a name there costs nothing (FORMAT: counting).
 */
export function usersOf({ texts }: Pick<IndexFile, 'texts'>, { home, addresses }: UsedTexts): Map<string, User[]> {
	const users = new Map<string, Map<string, User>>();
	for (const { title, status, retiredReason, inUseSince, adoptedOn, basedOn, mirrorOf } of texts) {
		const origin = new URL(mirrorOf.handbook).host;
		if (origin === new URL(home).host) continue;
		for (const { url, relation } of basedOn) {
			const id = url === undefined ? undefined : addresses.get(pageAddress(url));
			if (id === undefined) continue;
			const known = users.get(id) ?? new Map<string, User>();
			const isOver = isGivenUp({ status, retiredReason });
			if (!known.has(origin)) known.set(origin, { group: mirrorOf.group, title, url: mirrorOf.url, relation, since: inUseSince ?? adoptedOn, isOver, reason: retiredReason });
			users.set(id, known);
		}
	}
	return new Map([...users].map(([id, known]) => [id, [...known.values()].sort(longestFirst)]));
}

/** The addresses of a handbook's texts, as `usersOf` asks for them. */
export function usedTexts(home: string, ids: readonly string[], redirects: readonly { from: string; to: string }[]): UsedTexts {
	const addressOf = (id: string): string => pageAddress(new URL(`${id}/`, home).href);
	const sourceOf = (id: string): string => pageAddress(new URL(`${id}.md`, home).href);
	return {
		home,
		addresses: new Map([
			...redirects.flatMap(({ from, to }): [string, string][] => [
				[addressOf(from), to],
				[sourceOf(from), to],
			]),
			...ids.flatMap((id): [string, string][] => [
				[addressOf(id), id],
				[sourceOf(id), id],
			]),
		]),
	};
}

function longestFirst(a: User, b: User): number {
	return Number(a.isOver) - Number(b.isOver) || comparePartialDates(a.since ?? '9999', b.since ?? '9999') || (a.group < b.group ? -1 : 1);
}
