import { dirname, join } from 'node:path/posix';
import type { PlannedFile } from '../../handbook/adopt/plan-adoption.js';
import { contentFiles } from '../../handbook/content-files.js';
import { readBase } from '../../handbook/update/kept-base.js';
import { type MergePlan, type ParentNow, planMerge } from '../../handbook/update/plan-merge.js';
import { isThere } from '../../handbook/update/write-update.js';
import { fetchImages } from '../../network/upstream/fetch-images.js';
import type { UpstreamSource } from '../../network/upstream/fetch-source.js';
import { type AskOptions, baseOf } from './ask-sources.js';
import { copiesOf, freeImageName, imagesOf } from './copies.js';
import type { AskedEntry, ChangedSource } from './source-state.js';

/** Plans the merge of a text that has changed at its source, with its new images; or says in a sentence why there can be none. */
export async function gatherMerge(asked: AskedEntry, state: ChangedSource, { root, own, web }: AskOptions, today: string): Promise<{ plan: MergePlan } | { fault: string }> {
	const { entry, lineage } = asked;
	const { upstream, now, source } = state;
	const kept = readBase(root, lineage.sha256);
	const base = kept === undefined ? undefined : baseOf(now, lineage.sha256, kept);
	if (!base) {
		const what = kept === undefined ? 'is not kept' : 'is damaged';
		return {
			fault: `The text as it was taken ${what} (content/.upstream/${lineage.sha256}.md), so nobody can say who changed what. Put that file back, such as from git; or let the group decide: npx sporeprint update --propose ${entry.id}`,
		};
	}
	const images = await newImages(asked, state, base, { root, web });
	const copies = copiesOf(asked, own, { upstream, now, source, base, newImages: images.names });
	if (!copies.theirs || !copies.base) return { fault: `“${now.title}” has HTML or code in it that cannot be made harmless. Take over by hand what you want, from ${now.page}` };
	const text = contentFiles(root).text(entry.path);
	if (text === undefined) return { fault: `content/${entry.path} is not stored as UTF-8.` };
	return planMerge({
		own: { path: entry.path, text },
		group: { name: own.group.fields.name, licence: own.group.licence },
		lineage,
		base: copies.base,
		theirs: copies.theirs,
		upstream: parentNow(state),
		images: images.files,
		today,
	});
}

/** What lineage says of a parent as it is now. */
export function parentNow({ upstream, now, source }: ChangedSource): ParentNow {
	return { url: now.url, title: now.title, group: upstream.group.name, licence: now.licence, statedLicence: source.data.licence, sha256: now.bodySha256, source: source.source };
}

/** Fetches the images that a parent has now and had not, with names that nothing beside the copy has. */
async function newImages(
	{ entry }: AskedEntry,
	{ upstream, now, source }: ChangedSource,
	base: UpstreamSource,
	{ root, web }: Pick<AskOptions, 'root' | 'web'>,
): Promise<{ files: PlannedFile[]; names: Map<string, string> }> {
	const { keys, alts, isNew } = imagesOf(source, base);
	const files: PlannedFile[] = [];
	const names = new Map<string, string>();
	if (!keys.some(isNew)) return { files, names };
	const fetched = await fetchImages(web, { page: now.page, home: upstream.home }, alts);
	for (const [index, key] of keys.entries()) {
		const image = fetched[index];
		if (!image || !isNew(key) || names.has(key)) continue;
		const name = freeImageName(entry.path, image.extension, (path) => isThere(root, path) || files.some((file) => file.path === path));
		names.set(key, name);
		files.push({ path: join(dirname(entry.path), name), bytes: image.bytes });
	}
	return { files, names };
}
