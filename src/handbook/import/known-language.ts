import { canonicalLanguage, languageName } from '../../lib/language.js';

/** The language that a part of a name stands for (`de`, `pt-br`), as BCP 47, or undefined when it stands for none: `api` has the form of a tag, but is no language. */
export function knownLanguage(name: string): string | undefined {
	const tag = /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(name) ? canonicalLanguage(name.replace('_', '-')) : undefined;
	return tag !== undefined && languageName(tag, 'en') !== tag ? tag : undefined;
}
