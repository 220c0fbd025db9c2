/** Controls (C0, DEL, C1), but for those that are white space, and what turns the direction of text around. */
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** More marks on a letter than any language has; putting them into order takes as long as their number squared. */
const pile = /(?<!\p{M})(\p{M}{30})\p{M}+/gu;

/**
 * A copy of plain data in which every text is fit to be shown beside our own: in NFC, without controls and without marks that
 * turn its direction, white space collapsed to single spaces and none at the ends. Names of fields stay as they are.
 */
export function cleanForeign<T>(value: T): T {
	return clean(value) as T;
}

function clean(value: unknown): unknown {
	if (typeof value === 'string') return cleanText(value);
	if (Array.isArray(value)) return value.map(clean);
	// Made from entries, a field called __proto__ is a field like any other.
	if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, clean(each)]));
	return value;
}

function cleanText(text: string): string {
	return text.toWellFormed().replace(unseen, '').replace(pile, '$1').replace(/\s+/g, ' ').trim().normalize('NFC');
}
