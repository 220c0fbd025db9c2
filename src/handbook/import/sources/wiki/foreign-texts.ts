import { extname } from 'node:path/posix';

/** Files with words that no import turns into Markdown, and the name of what they are written in. */
const markups: Readonly<Record<string, string>> = {
	'.mediawiki': 'MediaWiki',
	'.wiki': 'a wiki’s own notation',
	'.creole': 'Creole',
	'.dokuwiki': 'DokuWiki',
	'.textile': 'Textile',
	'.rst': 'reStructuredText',
	'.org': 'Org mode',
	'.asciidoc': 'AsciiDoc',
	'.adoc': 'AsciiDoc',
	'.rdoc': 'RDoc',
	'.pod': 'Pod',
};

/** Texts in other notations than Markdown, each with what to do about it. `read` gives the text of a file. */
export function foreignTexts(paths: readonly string[], read: (path: string) => string | undefined): { path: string; why: string }[] {
	return paths.flatMap((path) => {
		const extension = extname(path).toLowerCase();
		const known = markups[extension] ?? (extension === '.txt' && /^={2,6}[^=\n]+={2,6}[^\S\n]*$/m.test(read(path) ?? '') ? 'DokuWiki' : undefined);
		return known === undefined ? [] : [{ path, why: `This text is written in ${known}, not in Markdown, and was left. Turn it into Markdown, with Pandoc for instance, and import again.` }];
	});
}
