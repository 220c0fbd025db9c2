/** Three versions of one text: what two groups made of the text that both began with. */
export interface MergeSides {
	/** The parent's text as it was taken. */
	base: string;
	/** The group's own text now. */
	ours: string;
	/** The parent's text now. */
	theirs: string;
	/** Name of the group that has the text. */
	oursName: string;
	/** Name of the group that it was taken from. */
	theirsName: string;
}

/** One of three versions. */
export type Side = 'base' | 'ours' | 'theirs';

/** What becomes of a string that at most one side changed, or both alike. `undefined` when somebody has to decide. */
export function mergeWhole({ base, ours, theirs }: Record<Side, string>): string | undefined {
	if (theirs === base || theirs === ours) return ours;
	return ours === base ? theirs : undefined;
}
