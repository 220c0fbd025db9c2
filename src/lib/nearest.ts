import { closest, distance } from 'fastest-levenshtein';

/** The candidate a person most likely meant, or undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
	if (candidates.length === 0) return undefined;
	const wanted = word.toLowerCase();
	const plain = candidates.map((candidate) => candidate.toLowerCase());
	const found = closest(wanted, plain);
	// Two slips in a word of two letters leave nothing of it.
	const limit = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1);
	return distance(wanted, found) <= limit ? candidates[plain.indexOf(found)] : undefined;
}
