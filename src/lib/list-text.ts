/** Joins words as a sentence does: "a, b or c". */
export function listText(words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
	return new Intl.ListFormat('en', { type }).format(words);
}
