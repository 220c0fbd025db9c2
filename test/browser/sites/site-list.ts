/** A site that is built for these tests: what it is made from, and the path that it is published at. */
export interface SiteSource {
	/** Folder with `content/`, from the root of the repository. */
	from: string;
	/** Begins and ends with `/`. */
	base: string;
	/** The sites that it gathers, when it is a network's index. */
	gathers?: readonly string[];
}

/** The origin that the sites are built for. Nothing is ever asked of it. */
export const origin = 'https://pod.example';

/** Every site of these tests. Each is built once, when a test first asks for it. */
export const siteSources = {
	/** The example handbook, as a project site of GitHub Pages. */
	example: { from: 'templates/handbook', base: '/repo/' },
	/** The same, at the root of a domain. */
	root: { from: 'templates/handbook', base: '/' },
	/** Right to left, with every fact that a field can give. */
	arabic: { from: 'test/fixtures/sites/arabic', base: '/dalil/' },
	spanish: { from: 'test/fixtures/sites/spanish', base: '/' },
	/** Two titles, and nothing that may be left out. */
	bare: { from: 'test/fixtures/sites/bare', base: '/bare/' },
	/** HTML, addresses and words that do their worst, and a text with components. */
	ownHtml: { from: 'test/fixtures/sites/own-html', base: '/repo/' },
	/** Most of it hidden, in every spelling. */
	hidden: { from: 'test/fixtures/sites/hidden', base: '/door/' },
	/** An index over three of these, and a member that does not answer. */
	network: { from: 'test/fixtures/sites/network', base: '/commons/', gathers: ['example', 'arabic', 'spanish'] },
} as const satisfies Record<string, SiteSource>;

/** The name of a site of these tests. */
export type SiteName = keyof typeof siteSources;
