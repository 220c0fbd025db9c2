import type { Layout } from '../layout.js';
import type { SourceFolder } from '../source-folder.js';
import { docusaurus } from './docusaurus.js';
import { gitbook } from './gitbook.js';
import { githubWiki } from './github-wiki.js';
import { grav } from './grav.js';
import { hugo } from './hugo/hugo.js';
import { jekyll } from './jekyll/jekyll.js';
import { logseq } from './logseq.js';
import { mdbook } from './mdbook.js';
import { mkdocs } from './mkdocs.js';
import { notion } from './notion.js';
import { obsidian } from './obsidian.js';
import { plainFolder } from './plain-folder.js';
import type { Source } from './source.js';

/** Every program whose folders are recognised, the surest first. */
const sources: readonly Source[] = [mdbook, docusaurus, mkdocs, gitbook, hugo, jekyll, grav, notion, logseq, githubWiki, obsidian];

/** The layout of any folder. */
export function recogniseLayout(folder: SourceFolder): Layout {
	for (const source of sources) {
		const layout = source.recognise(folder);
		if (layout) return layout;
	}
	return plainFolder(folder);
}
