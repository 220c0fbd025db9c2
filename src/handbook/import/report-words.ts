/** How many items of a list people are shown; programs get them all. */
const mostShown = 20;

/** A section of the report: what there is, how many, and what to do about it. */
export interface ReportSection {
	title: string;
	/** What to do, in one or two sentences. */
	advice?: string;
	items: readonly string[];
}

/** A section as Markdown; empty when there is nothing in it. */
export function sectionText({ title, advice, items }: ReportSection): string {
	return items.length === 0 ? '' : `### ${title} (${items.length})\n\n${advice === undefined ? '' : `${advice}\n\n`}${bulletList(items)}`;
}

/** A list, cut where it gets too long to read. */
export function bulletList(items: readonly string[]): string {
	const shown = items.slice(0, mostShown).map((item) => `- ${item}`);
	const more = items.length - shown.length;
	return `${[...shown, ...(more > 0 ? [`- and ${more} more, all in import-report.json`] : [])].join('\n')}\n`;
}

/** Words of a source as code, whatever they hold. */
export function code(words: string): string {
	const text = words.replace(/\s+/g, ' ');
	const ticks = '`'.repeat(Math.max(1, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	return ticks.length > 1 ? `${ticks} ${text} ${ticks}` : `\`${text}\``;
}

/** Words of a source as words: nothing in them is taken for Markdown. */
export function plainWords(words: string): string {
	return words.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|~]/g, '\\$&');
}

/** “1 text”, “2 texts”. */
export function counted(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}

/** How many texts a folder holds, its introduction aside. */
export function textCount(texts: number, introductions: number): string {
	return `${counted(texts, 'text')}${introductions > 0 ? ' and an introduction' : ''}`;
}
