/**
 * The architecture of Sporeprint: what stands in `src/`, from the bottom up. A file may import what stands in a lower row and
 * what stands in its own folder. Names in one row never import each other.
 */
export const layers: readonly (readonly string[])[] = [
	['lib'], // domain-free helpers
	['errors.ts'], // every problem's code, title, explanation and remedy
	['schema'], // the vocabulary: one Zod schema a file
	['strings'], // every word the sites say, in every language
	['markdown'], // text -> safe HTML, headings, links, plain text
	['handbook', 'network'], // folder -> Handbook; members -> Network
	['output'], // values -> files: print, feeds, calendar, search index, archive
	['site', 'cli'], // everything that knows Astro; everything that knows a terminal
	['index.ts'], // public API
];

/** Pairs that may not meet although the rows would let them. */
export const strangers: readonly { from: string; to: string; unless?: 'type' }[] = [
	{ from: 'index.ts', to: 'cli' },
	{ from: 'strings', to: 'schema', unless: 'type' },
];

/** Who may do what the rest of `src/` may not. A place is a file, or a folder with a slash at its end. */
export const permissions = {
	/** Import Astro or our virtual module. */
	astro: ['site/'],
	/** Reach the network: undici, node:http and the like, the global fetch. */
	network: [
		'network/fetch.ts',
		// In the reader's browser, from the page's own origin, which the content security policy enforces.
		'site/scripts/comfort.ts',
		'site/scripts/search-dialog.ts',
		'site/scripts/open-copy.ts',
		// Serves the built demo on this computer; it asks nobody for anything.
		'cli/demo/serve-sites.ts',
	],
	/** Read and write files. */
	files: [
		'lib/kept-records.ts',
		'handbook/adopt/write-adoption.ts',
		'handbook/content-files.ts',
		'handbook/list-content.ts',
		'handbook/history/kept-history.ts',
		'handbook/import/open-source.ts',
		'handbook/import/read-source.ts',
		'handbook/import/write-import.ts',
		'handbook/update/write-update.ts',
		'handbook/withdraw/write-withdrawal.ts',
		'network/snapshots/snapshot-disk.ts',
		'network/registry/registry-files.ts',
		'network/mirror/render-cache.ts',
		'site/site-integration.ts', // files of the build
		'site/publication.ts', // our own version
		'site/engine-stamp.ts',
		'site/search/earlier-index.ts', // what Pagefind wrote
		'site/search/kept-search.ts',
		'site/search/search-pages.ts', // what Pagefind reads
		'site/plugins/search-in-dev.ts', // what Pagefind wrote
		'site/files/file-writer.ts',
		'site/keeping/', // what the build before has left
		'site/own-components.ts',
		'site/rebuild/rebuild.ts', // files of the build
		'cli/main.ts', // our own version
		'cli/commands/add-member.ts',
		'cli/commands/adopt.ts', // our own version
		'cli/commands/build.ts', // whether there is anything to build
		'cli/commands/crawl.ts', // our own version
		'cli/commands/init.ts',
		'cli/commands/new.ts',
		'cli/commands/review.ts',
		'cli/commands/update.ts', // our own version
		'cli/commands/used-by.ts', // our own version
		'cli/commands/demo.ts',
		'cli/demo/index-source.ts',
		'cli/demo/serve-sites.ts',
		'cli/import/clone-repository.ts', // a folder that goes again
		'cli/import/gather-source.ts',
		'cli/init/clear-example.ts',
		'cli/init/copy-template.ts',
		'cli/init/engine-package.ts',
		'cli/init/make-repository.ts',
	],
	/** Start other programs. */
	programs: ['handbook/history/ask-git.ts', 'site/search/search-program.ts', 'cli/'],
	/** Read `process`, or print to the console. */
	terminal: ['cli/'],
	/** Import what only the running program can name, which this test therefore cannot follow. */
	computedImports: [
		'cli/commands/build.ts', // the program that builds, so that cli/ need not know Astro
		'site/search/search-program.ts', // the part of Pagefind that finds its program
		'site/keeping/page-code.ts', // the code of the pages, which Astro has bundled
		'site/keeping/plain-config.ts', // the group's configuration
		'site/scripts/pagefind.ts', // Pagefind writes its bundle after our build
		'site/scripts/comfort.ts', // the script of our own search page, by the address the build gave it
	],
} as const satisfies Record<string, readonly string[]>;

/** What a permission is for, as the modules that need it (a final `*` stands for anything) and the globals. */
export const guarded: Record<Exclude<keyof typeof permissions, 'computedImports'>, { modules: readonly string[]; globals: readonly string[] }> = {
	astro: { modules: ['astro', 'astro/*', 'astro:*', '@astrojs/*', 'virtual:sporeprint/config'], globals: [] },
	network: {
		modules: ['undici', 'undici/*', 'http', 'https', 'http2', 'net', 'tls', 'dns', 'dns/*', 'dgram'],
		globals: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
	},
	files: { modules: ['fs', 'fs/*'], globals: [] },
	programs: { modules: ['child_process', 'cluster'], globals: [] },
	terminal: { modules: ['process', 'console', 'readline', 'readline/*', 'tty'], globals: ['process', 'console'] },
};

/** Names that say nothing about what is inside. */
export const emptyNames: readonly string[] = ['utils', 'helpers', 'common', 'types', 'misc', 'shared'];
