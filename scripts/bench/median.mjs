// Medians of measurements, and how they grow.

/** The middle one; of an even number of them, the mean of the two in the middle. 0 for none. */
export function median(numbers) {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	if (sorted.length % 2 === 1) return sorted[middle];
	return sorted.length === 0 ? 0 : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians of builds, figure by figure, for each state that the rounds have in common. */
export function medianRound(rounds) {
	return Object.fromEntries(Object.keys(rounds[0]).map((state) => [state, medianFigures(rounds.map((round) => round[state]))]));
}

/** How many times as long the larger site takes in each state, and how many times as much memory. */
export function growth(smaller, larger) {
	return Object.fromEntries(Object.keys(larger).map((state) => [state, { wall: larger[state].wall / smaller[state].wall, peak: larger[state].peak / smaller[state].peak }]));
}

function medianFigures(figures) {
	return Object.fromEntries(Object.keys(figures[0]).map((name) => [name, median(figures.map((figure) => figure[name]))]));
}
