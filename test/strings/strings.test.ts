import { describe, expect, test } from 'vitest';
import { durationBuckets, groupSizeBuckets } from '../../src/output/search-facets.js';
import { entrySchema } from '../../src/schema/entry.js';
import { groupSchema } from '../../src/schema/group.js';
import { entrySchemas, kinds } from '../../src/schema/kinds.js';
import { countText, fillText, interfaceLanguage, languages, type Plural, stringsFor } from '../../src/strings/index.js';

const { en, ...others } = languages;
if (!en) throw new Error('English is missing.');

/** Every text by its path, and every phrase with forms for numbers as one. */
function texts(value: unknown, path = ''): Map<string, string | Plural> {
	if (typeof value === 'string' || isPlural(value)) return new Map([[path, value]]);
	return new Map(Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => [...texts(inner, path === '' ? key : `${path}.${key}`)]));
}

function isPlural(value: unknown): value is Plural {
	const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
	return typeof value === 'object' && value !== null && 'other' in value && Object.keys(value).every((key) => forms.includes(key));
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).toSorted();
const english = texts(en);

describe.each(Object.entries(others))('the interface in %s', (lang, strings) => {
	const found = texts(strings);

	test('says all that English says, and nothing else', () => {
		expect({ missing: [...english.keys()].filter((path) => !found.has(path)), needless: [...found.keys()].filter((path) => !english.has(path)) }).toEqual({ missing: [], needless: [] });
	});

	test('has the same gaps to fill', () => {
		const wrong = [...english].filter(([path, text]) => {
			const other = found.get(path);
			return typeof text === 'string' && typeof other === 'string' && placeholders(text).join() !== placeholders(other).join();
		});
		expect(wrong.map(([path]) => path)).toEqual([]);
	});

	test('is not English left untranslated', () => {
		const hasWords = (text: string): boolean => /[a-z]{4}.* .*[a-z]{4}/i.test(text.replace(/\{\w+\}/g, ''));
		const same = [...english].filter(([path, text]) => typeof text === 'string' && hasWords(text) && found.get(path) === text);
		expect(same.map(([path]) => path)).toEqual([]);
	});

	test('is one that programs know', () => {
		expect(Intl.DateTimeFormat.supportedLocalesOf(lang)).toEqual([lang]);
	});
});

describe.each(Object.entries(languages))('numbers in %s', (lang, strings) => {
	const plurals = [...texts(strings)].filter((each): each is [string, Plural] => isPlural(each[1]));

	test('have every form that the language asks for', () => {
		// Some forms are for fractions and millions alone, which nobody counts here.
		const asked = new Set(Array.from({ length: 10_000 }, (_, number) => new Intl.PluralRules(lang).select(number)));
		expect(plurals.length).toBeGreaterThan(2);
		expect(plurals.flatMap(([path, phrase]) => [...asked].filter((form) => !phrase[form]).map((form) => `${path}.${form}`))).toEqual([]);
	});

	test('are shown wherever more than one number has the same form', () => {
		const numbers = Map.groupBy(
			Array.from({ length: 10_000 }, (_, number) => number),
			(number) => new Intl.PluralRules(lang).select(number),
		);
		const silent = plurals.flatMap(([path, phrase]) =>
			Object.entries(phrase)
				.filter(([form, text]) => (numbers.get(form as Intl.LDMLPluralRule)?.length ?? 2) > 1 && !text.includes('{n}'))
				.map(([form]) => `${path}.${form}`),
		);
		expect(silent).toEqual([]);
	});
});

describe('every value that a reader meets has a word', () => {
	const has = (group: Record<string, unknown>, names: readonly string[]) => names.filter((name) => !(name in group));
	const options = (schema: unknown): string[] => {
		const { options: values, def } = schema as { options?: string[]; def?: { innerType?: unknown; element?: unknown } };
		return values ?? (def?.innerType ? options(def.innerType) : def?.element ? options(def.element) : []);
	};

	test('kinds, facets and buckets', () => {
		expect(has(en.kinds, kinds)).toEqual([]);
		expect(has(en.search.durations, Object.keys(durationBuckets))).toEqual([]);
		expect(has(en.search.groupSizes, Object.keys(groupSizeBuckets))).toEqual([]);
	});

	test('choices among the facts', () => {
		expect(has(en.values.status, [...options(entrySchemas.agreement.shape.status), ...options(entrySchemas.decision.shape.status)])).toEqual([]);
		expect(has(en.values.groupStatus, options(groupSchema.shape.status))).toEqual([]);
		expect(has(en.values.scope, options(groupSchema.shape.scope))).toEqual([]);
		expect(has(en.values.reasons, options(entrySchema.shape.reasons))).toEqual([]);
		for (const field of ['frequency', 'setting', 'difficulty'] as const) {
			expect(options(entrySchemas.practice.shape[field]).length).toBeGreaterThan(2);
			expect(has(en.values[field], options(entrySchemas.practice.shape[field]))).toEqual([]);
		}
		expect(has(en.values.method, options(entrySchemas.decision.shape.method))).toEqual([]);
		expect(has(en.values.outcome, options(entrySchemas.story.shape.outcome))).toEqual([]);
	});
});

describe('a language', () => {
	test.each([
		['es', 'es'],
		['es-MX', 'es'],
		['ar-EG', 'ar'],
		['de', 'en'],
		['en-GB', 'en'],
	])('%s gets the interface in %s', (lang, given) => {
		expect(stringsFor(lang)).toBe(languages[given]);
	});

	test('keeps its own name where the interface speaks it', () => {
		expect(['es-MX', 'es', 'en-GB', 'de'].map(interfaceLanguage)).toEqual(['es-MX', 'es', 'en', 'en']);
	});
});

describe('a number in a phrase', () => {
	test.each([
		['en', 1, '1 text'],
		['en', 0, '0 texts'],
		['en', 1234, '1,234 texts'],
		['es', 1, '1 texto'],
		['ar', 2, 'نصّان'],
	])('in %s: %i', (lang, count, words) => {
		expect(countText(lang, count, stringsFor(lang).lists.count)).toBe(words);
	});

	test('takes the other form where its own is missing', () => {
		expect(countText('ar', 3, { other: '{n} x' })).toMatch(/x$/);
	});
});

test('a gap is filled once, and what has no word stays', () => {
	expect(fillText('{a} and {b} and {a}', { a: '{b}', b: '$&' })).toBe('{b} and $& and {b}');
	expect(fillText('{x}', { y: 'z' })).toBe('{x}');
});
