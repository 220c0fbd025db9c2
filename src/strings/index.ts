import { ar } from './ar.js';
import { en, type Strings } from './en.js';
import { es } from './es.js';

/** Every language of the interface. To add one: write its file and put it here. */
export const languages: Record<string, Strings> = { en, es, ar };

/** The interface in a language, in the closest one of the same family, or in English. */
export function stringsFor(lang: string): Strings {
	return languages[lang] ?? languages[lang.split('-')[0] ?? ''] ?? en;
}

/** The language of the interface that `stringsFor` gives: it may differ from the one asked for. */
export function interfaceLanguage(lang: string): string {
	return stringsFor(lang) === en ? 'en' : lang;
}

export type { Strings, TextLabels } from './en.js';
export type { Plural } from './plural.js';
export { countText, fillText } from './plural.js';
