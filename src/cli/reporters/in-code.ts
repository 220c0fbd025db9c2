const longestWords = 500;

/** Words as code on one line of Markdown, which no sign in them can end: they call nobody and lead nowhere. */
export function inCode(words: string): string {
	const line = words.replace(/\s+/g, ' ').trim();
	const short = line.length > longestWords ? `${[...line].slice(0, longestWords).join('')}…` : line;
	const longestRun = Math.max(0, ...[...short.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longestRun + 1);
	return `${fence} ${short} ${fence}`;
}
