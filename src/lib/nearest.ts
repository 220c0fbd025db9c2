import { closest, distance } from 'fastest-levenshtein';

/** The candidate a person most likely meant, or undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
	if (candidates.length === 0) return undefined;
	const found = closest(word, candidates as string[]);
	const limit = Math.max(2, Math.floor(word.length / 3));
	return distance(word.toLowerCase(), found.toLowerCase()) <= limit ? found : undefined;
}
