import { numberFormat, pluralRules } from '../lib/intl-formats.js';

/** A phrase in the forms that its language has for numbers (Unicode CLDR). `{n}` stands for the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The form of a phrase for a number, the number written in the language's own way. */
export function countText(lang: string, count: number, phrase: Plural): string {
	const form = phrase[pluralRules(lang).select(count)] ?? phrase.other;
	return form.replace('{n}', numberFormat(lang).format(count));
}

/** Fills `{name}` in a phrase. */
export function fillText(phrase: string, values: Record<string, string>): string {
	return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
