import { canonicalLanguage } from '../../lib/language.js';
import type { PreparedText } from './prepare-text.js';

/**
 * Joins texts that are translations of each other. The original is the one in the handbook's own language, else the first.
 * What an author wrote about it stays. `main` is the language of the handbook, a BCP 47 tag.
 */
export function joinTranslations(texts: readonly PreparedText[], main: string | undefined): void {
	for (const family of Map.groupBy(texts, ({ facts }) => facts.twins).entries()) {
		const [key, members] = family;
		if (key === undefined || members.length < 2) continue;
		const original = members.find((text) => languageOf(text) === main) ?? members.find((text) => languageOf(text) === undefined) ?? members[0];
		for (const text of members) {
			if (text === original || text.fields.kept.translationOf !== undefined || languageOf(text) === languageOf(original)) continue;
			text.fields.kept.translationOf = original?.id;
		}
	}
}

/** The language that a text says it is in, BCP 47. */
export function languageOf(text: PreparedText | undefined): string | undefined {
	const lang = text?.fields.kept.lang;
	return typeof lang === 'string' ? canonicalLanguage(lang) : undefined;
}
