/** The beginning of a text on one line, cut between words; undefined for a text without words. */
export function firstWords(text: string, length: number): string | undefined {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line.length <= length) return line || undefined;
	return `${line.slice(0, length - 1).replace(/\s\S*$/, '')}…`;
}
