import { basename, dirname } from 'node:path/posix';
import { knownLanguage } from './known-language.js';

/** The language of a text, and the path that it shares with its translations. */
export interface LanguageTwin {
	/** BCP 47; none for the text that the others translate. */
	language?: string;
	twins: string;
}

/** Texts of which the names say for certain in which language they are, because a twin in another one is there. `paths` are those of all texts. */
export function languageTwins(paths: readonly string[]): Map<string, LanguageTwin> {
	const found = byFolder(paths);
	for (const [path, twin] of bySuffix(paths)) if (!found.has(path)) found.set(path, twin);
	return found;
}

/** `rules.md` beside `rules.de.md` or `rules_de.md`, or `rules.en.md` beside `rules.de.md`. */
function bySuffix(paths: readonly string[]): Map<string, LanguageTwin> {
	const suffixed = paths.flatMap((path) => {
		const [, stem, suffix = ''] = /^(.+)[._]([A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)\.\w+$/.exec(basename(path)) ?? [];
		const language = knownLanguage(suffix);
		return stem === undefined || language === undefined ? [] : [{ path, language, twins: `${dirname(path)}/${stem}` }];
	});
	const plain = new Map(paths.map((path) => [`${dirname(path)}/${basename(path).replace(/\.\w+$/, '')}`, path]));
	const families = [...Map.groupBy(suffixed, ({ twins }) => twins).entries()].filter(([twins, members]) => plain.has(twins) || new Set(members.map(({ language }) => language)).size > 1);
	return new Map(
		families.flatMap(([twins, members]): [string, LanguageTwin][] => {
			const original = plain.get(twins);
			return [...(original === undefined ? [] : [[original, { twins }] satisfies [string, LanguageTwin]]), ...members.map(({ path, language }): [string, LanguageTwin] => [path, { language, twins }])];
		}),
	);
}

/** `en/` and `de/` side by side, when at least half of the texts in the smaller one are in both. */
function byFolder(paths: readonly string[]): Map<string, LanguageTwin> {
	const within = paths.flatMap((path) => {
		const parts = path.split('/');
		return parts.slice(0, -1).flatMap((name, index) => {
			const language = knownLanguage(name);
			return language === undefined ? [] : [{ path, language, above: parts.slice(0, index).join('/'), below: parts.slice(index + 1).join('/') }];
		});
	});
	const found = new Map<string, LanguageTwin>();
	for (const [above, members] of Map.groupBy(within, (member) => member.above)) {
		const trees = [...Map.groupBy(members, ({ language }) => language).values()].map((tree) => new Set(tree.map(({ below }) => below)));
		const largest = trees.toSorted((a, b) => b.size - a.size)[0];
		const areTwins = trees.length > 1 && trees.every((tree) => tree === largest || [...tree].filter((path) => largest?.has(path)).length * 2 >= tree.size);
		if (areTwins) for (const { path, language, below } of members) if (!found.has(path)) found.set(path, { language, twins: `${above}//${below}` });
	}
	return found;
}

/** The language that the others are taken to be translated from, when every twin names its own: English, else that of most texts. */
export function originalLanguage(twins: ReadonlyMap<string, LanguageTwin>): string | undefined {
	const counts = new Map<string, number>();
	for (const { language } of twins.values()) {
		if (language === undefined) return undefined;
		counts.set(language, (counts.get(language) ?? 0) + 1);
	}
	return counts.has('en') ? 'en' : [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
