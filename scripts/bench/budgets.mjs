// What the made-up handbook of the short run may weigh. Bytes, requests and the work that is done are no noise: here nothing depends on the machine.

/** Each budget with what it is about, what it allows, and how it is read from a report. Undefined is what could not be measured. */
const budgets = [
	{ name: 'bytes of the site for each entry', most: 56_000, of: ({ entries, output }) => output.bytes / entries },
	{ name: 'files of the site for each entry', most: 5, of: ({ entries, output }) => output.files / entries },
	{ name: 'an entry page, packed bytes', most: 4_600, of: ({ output }) => output.page },
	{ name: 'styles of an entry page, packed bytes', most: 7_500, of: ({ output }) => output.styles },
	{ name: 'script of an entry page, bytes', most: 1024, of: ({ output }) => output.scriptText },
	// The page, its styles, a font, the icon, and the script, which all pages have in common.
	{ name: 'requests of an entry page', most: 5, of: ({ visit }) => visit?.requests },
	{ name: 'all that an entry page loads, bytes', most: 68_000, of: ({ visit }) => visit?.bytes },
	{ name: 'a first search, bytes', most: 205_000, of: ({ search }) => search?.bytes },
	{ name: 'requests of a first search', most: 30, of: ({ search }) => search?.files },
	{ name: 'pages and files made anew after one change', most: 30, of: ({ builds }) => builds?.oneChanged.anew },
	// Once to see whether anything has changed, and once to read it.
	{ name: 'reads of each text after one change', most: 2.1, of: ({ reads, entries }) => reads && reads / entries },
];

/** What each budget allows and what was measured. */
export function judgeBudgets(report) {
	return budgets
		.map(({ name, most, of }) => ({ name, most, measured: of(report) }))
		.filter(({ measured }) => measured !== undefined)
		.map((budget) => ({ ...budget, kept: budget.measured <= budget.most }));
}
