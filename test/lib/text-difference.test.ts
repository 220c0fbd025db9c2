import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Difference, textDifference } from '../../src/lib/text-difference.js';

/** The earlier and the later text, as the differences tell them. */
function sides(differences: readonly Difference[]): { removed: string; added: string } {
	const pieces = differences.flatMap((difference) => (difference.type === 'changed' ? difference.pieces : []));
	const only = (change: string) => pieces.filter((piece) => piece.change === 'same' || piece.change === change).map(({ text }) => text);
	return { removed: only('removed').join(''), added: only('added').join('') };
}

describe('the difference of two texts', () => {
	test('folds paragraphs that are the same, and shows changed words within their paragraph', () => {
		expect(textDifference('One.\n\nTwo.\n\nWe meet on Monday at nine.\n\nLast.', 'One.\n\nTwo.\n\nWe meet on Tuesday at nine.\n\nLast.')).toEqual([
			{ type: 'same', paragraphs: 2 },
			{
				type: 'changed',
				pieces: [
					{ change: 'same', text: 'We meet on ' },
					{ change: 'removed', text: 'Monday' },
					{ change: 'added', text: 'Tuesday' },
					{ change: 'same', text: ' at nine.' },
				],
			},
			{ type: 'same', paragraphs: 1 },
		]);
	});

	test('shows a paragraph that has little in common with another as one that went and one that came', () => {
		expect(textDifference('A soft start for all.', 'Bring your own lunch, please, every Thursday.')).toEqual([
			{ type: 'changed', pieces: [{ change: 'removed', text: 'A soft start for all.' }] },
			{ type: 'changed', pieces: [{ change: 'added', text: 'Bring your own lunch, please, every Thursday.' }] },
		]);
	});

	test('shows words in a row that were replaced as some words in the place of others', () => {
		expect(textDifference('We say what each of us earns, every single year.', 'We say what each of us earns, in May 2026.')).toEqual([
			{
				type: 'changed',
				pieces: [
					{ change: 'same', text: 'We say what each of us earns, ' },
					{ change: 'removed', text: 'every single year' },
					{ change: 'added', text: 'in May 2026' },
					{ change: 'same', text: '.' },
				],
			},
		]);
	});

	test('of a text and itself is nothing', () => {
		expect(textDifference('A\n\nB', 'A\n\nB')).toEqual([{ type: 'same', paragraphs: 2 }]);
		expect(textDifference('', '')).toEqual([]);
	});

	test('loses no word of either text', () => {
		const paragraph = fc.array(fc.constantFrom('we', 'meet', 'every', 'week', 'or', 'month', 'here', 'there'), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
		const text = fc.array(paragraph, { maxLength: 5 }).map((paragraphs) => paragraphs.join('\n\n'));
		fc.assert(
			fc.property(text, text, (before, after) => {
				const differences = textDifference(before, after) ?? [];
				const same = differences.reduce((sum, difference) => sum + (difference.type === 'same' ? difference.paragraphs : 0), 0);
				const { removed, added } = sides(differences);
				const squeeze = (words: string) => words.replace(/\s+/g, '');
				const shared = squeeze(before).length - squeeze(removed).length;
				expect(shared).toBe(squeeze(after).length - squeeze(added).length);
				expect(shared === 0).toBe(same === 0);
			}),
		);
	});
});
