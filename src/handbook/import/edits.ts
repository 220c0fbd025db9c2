/** Characters of a text that are replaced. */
export interface Edit {
	start: number;
	end: number;
	text: string;
}

/** Applies edits that do not overlap; every other character stays as it is. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
	let result = '';
	let from = 0;
	for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
		if (start < from) continue;
		result += source.slice(from, start) + text;
		from = end;
	}
	return result + source.slice(from);
}
