import { languageNames } from './intl-formats.js';
import { remembering } from './remembering.js';

/** The canonical form of a BCP 47 tag (`pt-br` is `pt-BR`), or undefined when it is none. */
export function canonicalLanguage(tag: string): string | undefined {
	try {
		const canonical = Intl.getCanonicalLocales(tag)[0];
		// A word such as "English" has the form of a tag, but no language has more than three letters.
		return canonical !== undefined && /^[a-z]{2,3}(?:-|$)/.test(canonical) ? canonical : undefined;
	} catch {
		return undefined;
	}
}

const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi']);

/** Writing direction of a language, from its likely script (Unicode CLDR). */
export const textDirection = remembering((tag: string): 'ltr' | 'rtl' => {
	const script = new Intl.Locale(tag).maximize().script;
	return script !== undefined && rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
});

/** A language's name in another language, the tag itself where no name is known. */
export function languageName(tag: string, inLanguage: string): string {
	return languageNames(inLanguage).of(tag) ?? tag;
}
