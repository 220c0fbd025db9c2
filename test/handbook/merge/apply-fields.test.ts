import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFields } from '../../../src/handbook/merge/apply-fields.js';
import { readFrontMatter } from '../../../src/markdown/front-matter.js';

const source = `---
# What it is
title: 'Check-in'   # as we call it
tags: [care, "listening"] # our topics

# How long
duration: 20
materials:
# We have no bell
- a cup
- 'a candle' # from the cellar
summary: >-
  Everybody says
  how they are.

lang: en
---

# Check-in

---
tags: none
`;

/** The source with one field changed. */
function withField(field: string, value: unknown, text = source): string {
	return applyFields(text, { changes: [{ field, value }], conflicts: [] }, 'Enspiral');
}

describe('a field gets another value', () => {
	test.each([
		['a text keeps its quotes and its comment', 'title', 'Round', "title: 'Check-in'   #", "title: 'Round' #"],
		['a list keeps its form and the quotes of what was in it', 'tags', ['listening', 'care', 'health'], '[care, "listening"]', '["listening", care, health]'],
		['a number becomes a range', 'duration', { min: 10, max: 20 }, 'duration: 20', 'duration:\n  min: 10\n  max: 20'],
		['a folded text stays folded', 'summary', 'How are you?', 'Everybody says\n  how they are.', 'How are you?'],
		['a text that needs quotes gets some', 'lang', 'it: "yes"', 'lang: en', 'lang: \'it: "yes"\''],
		['a list on lines of its own stays so', 'materials', ['a cup', 'a candle', 'a bell'], 'cellar\n', 'cellar\n- a bell\n'],
	])('%s', (_, field, value, before, after) => {
		expect(withField(field, value)).toBe(source.replace(before, after));
	});

	test('a range in braces keeps them', () => {
		expect(withField('duration', { min: 5, max: 9 }, '---\nduration: {min: 1, max: 2} # short\n---\n')).toBe('---\n# short\nduration: {min: 5, max: 9}\n---\n');
	});

	test('and no comment is lost, though what it was about is gone', () => {
		expect(withField('materials', ['a cup'])).toBe(
			source.replace("materials:\n# We have no bell\n- a cup\n- 'a candle' # from the cellar\n", '# from the cellar\nmaterials:\n# We have no bell\n- a cup\n'),
		);
		expect(withField('tags', undefined)).toBe(source.replace('tags: [care, "listening"] # our topics', '# our topics'));
	});

	test('a new one stands below all others', () => {
		expect(withField('groupSize', { min: 2, max: 6 })).toBe(source.replace('lang: en\n', 'lang: en\ngroupSize:\n  min: 2\n  max: 6\n'));
	});

	test('one that is taken out leaves all others as they are', () => {
		expect(withField('summary', undefined)).toBe(source.replace('summary: >-\n  Everybody says\n  how they are.\n', ''));
		expect(withField('absent', undefined)).toBe(source);
	});

	test('the last that is taken out leaves empty front matter', () => {
		expect(withField('lang', undefined, '---\nlang: en\n---\nText\n')).toBe('---\n---\nText\n');
	});
});

describe('front matter', () => {
	test('is begun where there is none', () => {
		expect(withField('lang', 'en', 'Text\n')).toBe('---\nlang: en\n---\nText\n');
		expect(withField('lang', 'en', '')).toBe('---\nlang: en\n---\n');
		expect(withField('lang', 'en', '---\n---\nText\n')).toBe('---\nlang: en\n---\nText\n');
	});

	test('that says yaml, or ends with the file, stays so', () => {
		expect(withField('lang', 'es', '---yaml\nlang: en\n---')).toBe('---yaml\nlang: es\n---');
	});

	test('in braces gets a line for each field', () => {
		expect(withField('lang', 'es', '---\n{ title: "A", lang: en }\n---\n')).toBe('---\ntitle: "A"\nlang: es\n---\n');
	});

	test('in which one value stands for another gets both', () => {
		const text = withField('tags', ['b'], '---\ntags: &topics [a]\nrelated: *topics\n---\n');
		expect(readFrontMatter(text).data).toEqual({ tags: ['b'], related: ['a'] });
	});

	test('that cannot be read stays as it is', () => {
		expect(withField('lang', 'es', '---\nlang: [en\n---\n')).toBe('---\nlang: [en\n---\n');
	});
});

describe('a field that both changed', () => {
	/** The source when both changed a field, and they have the given value. */
	function undecided(field: string, theirs: unknown, group = 'Enspiral'): string {
		return applyFields(source, { changes: [], conflicts: [{ field, base: undefined, ours: undefined, theirs }] }, group);
	}

	test('stays ours, below a comment that says what they have', () => {
		expect(undecided('duration', { min: 10, max: 20 })).toBe(source.replace('duration: 20', '# TO DECIDE, then delete this line. Enspiral has: duration: { min: 10, max: 20 }\nduration: 20'));
		expect(undecided('duration', undefined)).toContain('\n# TO DECIDE, then delete this line. Enspiral has: no duration\nduration: 20\n');
	});

	test('has its comment below all others if we have taken it out', () => {
		expect(undecided('groupSize', 6)).toContain('lang: en\n# TO DECIDE, then delete this line. Enspiral has: groupSize: 6\n---\n');
	});

	test('has a comment of one line, whatever they wrote', () => {
		const odd = undecided('title', ['a\n---\ndraft: false', '\u0085\u2028x', '# y'], 'A\ndraft: false');
		expect(odd.split('\n')).toHaveLength(source.split('\n').length + 1);
		expect(readFrontMatter(odd).data).toEqual(readFrontMatter(source).data);
	});
});

test('whatever the value, it is what the source says then, and nothing else changes', () => {
	const text = fc.oneof(fc.string(), fc.constantFrom('---', '# a', 'a: b', '- a', '{', '*a', '&a', 'true', '2020-01', '12', ' a ', 'a\nb\n\n c', ''));
	const plain = fc.oneof(text, fc.integer(), fc.boolean());
	const value = fc.oneof(plain, fc.array(plain), fc.array(fc.dictionary(fc.constantFrom('a', 'b'), plain)), fc.record({ min: fc.integer(), max: fc.integer() }), fc.constant(undefined));
	const field = fc.constantFrom('title', 'tags', 'duration', 'materials', 'summary', 'lang', 'related');
	fc.assert(
		fc.property(field, value, (name, given) => {
			const written = withField(name, given);
			const { data, body } = readFrontMatter(written);
			const { [name]: _, ...others } = readFrontMatter(source).data;
			expect(data).toEqual(given === undefined ? others : { ...others, [name]: given });
			expect(body).toBe(readFrontMatter(source).body);
			for (const comment of source.match(/(?<=^| )# .*$/gm) ?? []) expect(written).toContain(comment);
		}),
		{ numRuns: 200 },
	);
});
