import pLimit from 'p-limit';
import type { Handbook } from '../../handbook/handbook.js';
import { mergeFields } from '../../handbook/merge/merge-fields.js';
import { type AdoptedEntry, adoptedEntries } from '../../handbook/update/adopted-entries.js';
import { decisionAbout } from '../../handbook/update/decided.js';
import { fieldDifference, parentFields } from '../../handbook/update/field-difference.js';
import { readBase } from '../../handbook/update/kept-base.js';
import { sourceDifference } from '../../handbook/update/source-difference.js';
import { sourceReasons } from '../../handbook/update/source-reasons.js';
import { textHash } from '../../lib/text-hash.js';
import { readFrontMatter } from '../../markdown/front-matter.js';
import type { Web } from '../../network/fetch.js';
import { fetchSource, readSource, type UpstreamSource } from '../../network/upstream/fetch-source.js';
import { type OriginText, originFinder } from '../../network/upstream/origin-finder.js';
import type { Found, UpstreamEntry } from '../../network/upstream/upstream.js';
import { copiesOf } from './copies.js';
import type { AskedEntry, SourceState } from './source-state.js';

/** Hosts that are asked at a time. */
const mostHosts = 8;

/** What asking needs. */
export interface AskOptions {
	root: string;
	own: Handbook;
	web: Web;
	now: Date;
}

/** Asks the sources of copies whether they have changed: every handbook once, and then for the texts that did. */
export async function askSources(adopted: readonly AdoptedEntry[], options: AskOptions): Promise<AskedEntry[]> {
	const find = originFinder(options.web, options.now);
	const limit = pLimit(mostHosts);
	const hosts = Map.groupBy(adopted, ({ lineage }) => new URL(lineage.url).host);
	const states = new Map<AdoptedEntry, SourceState>();
	await Promise.all(
		[...hosts.values()].map((entries) =>
			limit(async () => {
				for (const each of entries) states.set(each, await stateOf(each, await find(each.lineage.url), options));
			}),
		),
	);
	return adopted.map((each) => ({ ...each, state: states.get(each) ?? { type: 'unchanged' } }));
}

/** The copies among the texts of a handbook, all or those with certain ids, and ids that none of them has. */
export function wantedEntries(own: Handbook, ids: readonly string[]): { adopted: AdoptedEntry[]; unknown: string[] } {
	const all = adoptedEntries(own);
	const known = new Set(all.map(({ entry }) => entry.id));
	return { adopted: ids.length === 0 ? all : all.filter(({ entry }) => ids.includes(entry.id)), unknown: ids.filter((id) => !known.has(id)) };
}

async function stateOf(adopted: AdoptedEntry, found: Found<OriginText>, { root, own, web }: AskOptions): Promise<SourceState> {
	if ('fault' in found) return found.fault.code === 'handbook-gone' ? { type: 'gone', message: found.fault.message } : { type: 'unreachable', fault: found.fault };
	const { upstream, tombstone } = found;
	const { lineage, entry } = adopted;
	const now = upstream.chosen;
	if (!now) {
		const message = tombstone ? `${upstream.group.name} has withdrawn it.` : `It is not in the handbook of ${upstream.group.name} any more.`;
		return { type: 'gone', message, ...tombstone };
	}
	const kept = readBase(root, lineage.sha256);
	const isSameBody = now.bodySha256 === lineage.sha256;
	if (isSameBody && (kept === undefined || textHash(kept) === now.sha256)) return { type: 'unchanged', unkept: kept === undefined ? now : undefined };

	const source = await fetchSource(web, now);
	if ('fault' in source) return { type: 'unreachable', fault: source.fault };
	const taken = kept === undefined ? undefined : baseOf(now, lineage.sha256, kept);
	const { base, theirs } = copiesOf(adopted, own, { upstream, now, source, base: taken });
	// Facts that are about the other group, such as when it looks at the text again, are none of ours.
	if (isSameBody && base && theirs) {
		const merge = mergeFields(base.fields, readFrontMatter(entry.source).data, theirs.fields, parentFields);
		if (merge.changes.length + merge.conflicts.length === 0) return { type: 'unchanged' };
	}
	return {
		type: 'changed',
		upstream,
		now,
		source,
		theirs,
		base,
		facts: base && theirs ? fieldDifference(base.fields, theirs.fields) : [],
		parts: base && theirs && sourceDifference(base.body, theirs.body),
		reasons: sourceReasons({ kind: entry.kind, now: source.data, before: taken?.data, retrieved: lineage.retrieved }),
		decision: decisionAbout(own, entry.id, now.bodySha256),
	};
}

/** A parent as it was taken, read as what comes from the web is; undefined when the file is not what its name says. */
export function baseOf(now: UpstreamEntry, sha256: string, kept: string): UpstreamSource | undefined {
	const read = readSource({ ...now, sha256: textHash(kept), bodySha256: sha256 }, kept);
	return 'fault' in read ? undefined : read;
}
