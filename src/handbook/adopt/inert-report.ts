/** How much of a text was made inert, by what it was. */
export interface InertReport {
	/** Pieces of HTML that are shown as text now. */
	html: number;
	/** Notes in HTML that readers never saw, left out. */
	comments: number;
	/** Curly brackets, which hold code in MDX. */
	brackets: number;
	/** Lines that begin with import or export. */
	codeLines: number;
	/** Links and images with addresses that no page should have. */
	links: number;
}

/** The report in words: one for each sort that there was. */
export function inertSentences({ html, comments, brackets, codeLines, links }: InertReport): string[] {
	const said = (count: number, one: string, many: string): string[] => (count === 0 ? [] : [count === 1 ? one : `${count} ${many}`]);
	return [
		...said(html, 'a piece of HTML, shown as text', 'pieces of HTML, shown as text'),
		...said(comments, 'a hidden note, left out', 'hidden notes, left out'),
		...said(brackets, 'a curly bracket, kept as text', 'curly brackets, kept as text'),
		...said(codeLines, 'a line that could be read as code, kept as text', 'lines that could be read as code, kept as text'),
		...said(links, 'a link that is not to a web page, left as words', 'links that are not to web pages, left as words'),
	];
}
