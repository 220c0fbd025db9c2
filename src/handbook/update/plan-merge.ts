import { textHash } from '../../lib/text-hash.js';
import { cleanSource, readFrontMatter } from '../../markdown/front-matter.js';
import type { Lineage } from '../../schema/lineage.js';
import { licenceTerms } from '../adopt/licence-terms.js';
import type { PlannedFile } from '../adopt/plan-adoption.js';
import { applyFields } from '../merge/apply-fields.js';
import { findConflicts } from '../merge/conflict-marks.js';
import { mergeSources } from '../merge/merge-sources.js';
import { readEntry } from '../read-entry.js';
import { type FieldChange, fieldDifference, parentFields } from './field-difference.js';
import { basePath } from './kept-base.js';
import type { ParentCopy } from './parent-copy.js';

/** What a merge is made from. */
export interface MergeWish {
	/** The own text: path below `content/`, and the file as it stands. */
	own: { path: string; text: string };
	/** Name and licence of the own group. */
	group: { name: string; licence: string };
	lineage: Lineage & { sha256: string };
	/** The parent as it was taken and as it is now, both made into copies. */
	base: ParentCopy;
	theirs: ParentCopy;
	/** The parent now. */
	upstream: ParentNow;
	/** Images that the parent's text has now and had not. */
	images: readonly PlannedFile[];
	/** `YYYY-MM-DD`. */
	today: string;
}

/** What lineage says of a parent as it is now. */
export interface ParentNow {
	url: string;
	title: string;
	group: string;
	/** As its print says. */
	licence?: string | undefined;
	/** As the text itself says. */
	statedLicence?: unknown;
	/** Of its body. */
	sha256: string;
	/** The whole file. */
	source: string;
}

/** What a merge would write. */
export interface MergePlan {
	/** Path of the own text, below `content/`. */
	path: string;
	/** The own file as it was when the plan was made. */
	before: string;
	/** The own file, merged. */
	text: string;
	/** Lines of the merged file at which the group has to decide something. */
	conflicts: number[];
	/** Facts that the parent changed. */
	facts: FieldChange[];
	/** Whether the group had changed the text before. */
	isAdapted: boolean;
	/** The licence now, when it is another than the text was taken under. */
	newLicence?: string | undefined;
	/** The parent's text, the base of the next merge, and the hash that names the base so far. */
	upstream: PlannedFile;
	oldSha256: string;
	sha256: string;
	images: readonly PlannedFile[];
}

/** Plans a three-way merge, or says in a sentence why there can be none. */
export function planMerge({ own, group, lineage, base, theirs, upstream, images, today }: MergeWish): { plan: MergePlan } | { fault: string } {
	const fault = licenceFault(lineage, upstream, group.licence);
	if (fault !== undefined) return { fault };
	if (own.path.endsWith('.mdx')) return { fault: `content/${own.path} may hold code, and words of another group are never merged into code. Take over by hand what you want.` };
	const clean = cleanSource(own.text);
	const [pending] = findConflicts(clean);
	if (pending !== undefined) return { fault: `content/${own.path} has places that are still to be decided, the first in line ${pending}. Finish these before you merge anew.` };

	const { body } = readFrontMatter(clean);
	const isAdapted = textHash(body) !== textHash(base.body);
	// Only white space at the ends of lines differs, which nobody means as a change.
	const ours = isAdapted ? clean : clean.slice(0, clean.length - body.length) + base.body;
	const merged = mergeSources({ base: base.source, ours, theirs: theirs.source, oursName: group.name, theirsName: upstream.group }, parentFields);
	if (merged.unreadable !== undefined) return { fault: `content/${own.path} cannot be merged: the facts at the top of ${merged.unreadable === 'ours' ? 'it' : "the parent's text"} cannot be read.` };
	const moved = withLineage(merged.source, { upstream, isAdapted, today });
	const faultAfter = moved === undefined ? 'it does not say where it comes from' : soundFault(own.path, clean, moved);
	if (moved === undefined || faultAfter !== undefined) return { fault: `content/${own.path} cannot be merged: ${faultAfter}. Take over by hand what you want.` };

	const terms = licenceTerms(upstream.licence, upstream.statedLicence, group.licence);
	return {
		plan: {
			path: own.path,
			before: own.text,
			text: own.text.includes('\r\n') ? moved.replace(/\n/g, '\r\n') : moved,
			conflicts: findConflicts(moved),
			facts: fieldDifference(base.fields, theirs.fields),
			isAdapted,
			newLicence: terms.licence === lineage.licence ? undefined : terms.licence,
			upstream: { path: basePath(upstream.sha256), bytes: new TextEncoder().encode(upstream.source) },
			oldSha256: lineage.sha256,
			sha256: upstream.sha256,
			images,
		},
	};
}

/** Why the parent's licence forbids to take its text over, when that is news: what was permitted before may have been by word of mouth. */
export function licenceFault({ licence: taken }: Lineage, { licence, statedLicence, title }: ParentNow, own: string): string | undefined {
	const terms = licenceTerms(licence, statedLicence, own);
	if (terms.isAllowed || terms.licence === taken) return undefined;
	return `“${title}” was taken under ${taken ?? 'no licence'}, and that has changed. ${terms.sentence} Your copy stays as it is.`;
}

/** The source with the first of its parents as it is now. What the group says itself, such as `changes`, stays. */
function withLineage(source: string, { upstream, isAdapted, today }: Pick<MergeWish, 'upstream' | 'today'> & { isAdapted: boolean }): string | undefined {
	const { basedOn } = readFrontMatter(source).data;
	const [first, ...older] = Array.isArray(basedOn) ? (basedOn as unknown[]) : [];
	if (typeof first !== 'object' || first === null) return undefined;
	const relation = 'relation' in first ? first.relation : undefined;
	const { licence } = licenceTerms(upstream.licence, upstream.statedLicence, '');
	const value = [
		{
			...first,
			url: upstream.url,
			title: upstream.title,
			...(licence !== undefined && { licence }),
			...(isAdapted && relation === 'copied' && { relation: 'adapted' }),
			sha256: upstream.sha256,
			retrieved: today,
		},
		...older,
	];
	return applyFields(source, { changes: [{ field: 'basedOn', value }], conflicts: [] }, upstream.group);
}

/** What a merge broke, as the end of a sentence: a text that was in order has to stay so, and a visible one visible. */
function soundFault(path: string, before: string, after: string): string | undefined {
	const [old, merged] = [readEntry(path, before), readEntry(path, after)];
	if (!merged.entry) return 'its facts could not be read afterwards';
	if (merged.entry.hidden && !old.entry?.hidden) return 'it would be hidden afterwards';
	return merged.problems.length > old.problems.length ? `it would have a mistake afterwards. ${merged.problems.at(-1)?.message ?? ''}` : undefined;
}
