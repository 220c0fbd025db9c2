import { cleanSource } from '../../markdown/front-matter.js';
import { applyFields } from './apply-fields.js';
import { mergeBodies } from './merge-bodies.js';
import { mergeFields } from './merge-fields.js';
import type { MergeSides, Side } from './sides.js';
import { joinSource, splitSource } from './source-parts.js';

/** A merged source. */
export interface MergedSource {
	source: string;
	/** Number of places that an author has to decide, in the text and among the fields. */
	conflicts: number;
	/** The version whose front matter cannot be read. Then nothing is merged, and the source is ours. */
	unreadable?: Side;
}

/**
 * Merges two versions of an entry: the named fields each as a whole, the text by blocks and words. Other fields stay ours.
 * The result has LF at the ends of lines and no byte order mark, whatever the versions have.
 */
export function mergeSources(sides: MergeSides, fields: readonly string[]): MergedSource {
	const ours = cleanSource(sides.ours);
	const parts = {
		base: splitSource(cleanSource(sides.base), { foreign: true }),
		ours: splitSource(ours),
		theirs: splitSource(cleanSource(sides.theirs), { foreign: true }),
	};
	if (!parts.ours) return { source: sides.ours, conflicts: 0, unreadable: 'ours' };
	if (!parts.theirs) return { source: sides.ours, conflicts: 0, unreadable: 'theirs' };
	if (!parts.base) return { source: sides.ours, conflicts: 0, unreadable: 'base' };

	const body = mergeBodies({ ...sides, base: parts.base.body, ours: parts.ours.body, theirs: parts.theirs.body });
	const merge = mergeFields(parts.base.data, parts.ours.data, parts.theirs.data, fields);
	return {
		source: applyFields(joinSource({ ...parts.ours, body: body.text }), merge, sides.theirsName),
		conflicts: body.conflicts + merge.conflicts.length,
	};
}
