import type { SourceText } from './choose-texts.js';
import type { Layout } from './layout.js';
import { parseMarkdown } from './parse-markdown.js';
import { factsOf, titleOf } from './prepare-text.js';
import { sortFields } from './sort-fields.js';
import { filesByName, isExternal, sourceTarget, splitAddress } from './source-targets.js';
import { splitFrontMatter } from './split-front-matter.js';

/** Finds the title of the text that an address leads to, for links whose words are that title. A hidden text has none: its title stays hidden too. */
export function targetTitles(sources: readonly SourceText[], layout: Layout, files: ReadonlySet<string>): (address: string, from: string) => string | undefined {
	const texts = new Map(sources.map((source) => [source.path, source]));
	const index = { files, byName: filesByName(files), published: new Map<string, string>(), addressOf: new Map<string, string>(), site: layout.site };
	const titles = new Map<string, string | undefined>();
	return (address, from) => {
		if (isExternal(address)) return undefined;
		const { path } = splitAddress(address);
		const target = path ? sourceTarget(path, from, index) : undefined;
		const source = target === undefined ? undefined : texts.get(target);
		if (!source) return undefined;
		if (!titles.has(source.path)) titles.set(source.path, shownTitle(source, layout));
		return titles.get(source.path);
	};
}

function shownTitle(source: SourceText, layout: Layout): string | undefined {
	const split = splitFrontMatter(source.text);
	const facts = factsOf(source, split, layout);
	const fields = sortFields(split, 'page', facts);
	return fields.hiddenBy === undefined ? titleOf(fields, parseMarkdown(split.body), source, facts) : undefined;
}
