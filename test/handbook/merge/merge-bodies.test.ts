import { describe, expect, test } from 'vitest';
import { merge } from './versions.js';

/** Merges texts that are given by line. */
function mergeLines(base: readonly string[], ours: readonly string[], theirs: readonly string[]): { lines: string[]; conflicts: number } {
	const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
	const { text: merged, conflicts } = merge({ base: text(base), ours: text(ours), theirs: text(theirs) });
	return { lines: merged.split('\n').slice(0, -1), conflicts };
}

describe('paragraphs', () => {
	test('changes to different paragraphs are all made', () => {
		expect(mergeLines(['One.', '', 'Two.', '', 'Three.'], ['One of ours.', '', 'Two.', '', 'Three.'], ['One.', '', 'Two.', '', 'Three of theirs.'])).toEqual({
			lines: ['One of ours.', '', 'Two.', '', 'Three of theirs.'],
			conflicts: 0,
		});
	});

	test('even when they stand side by side', () => {
		const merged = mergeLines(['Sit in a circle.', '', 'Speak in turn.'], ['Sit in a wide circle.', '', 'Speak in turn.'], ['Sit in a circle.', '', 'Speak in turn, slowly.']);
		expect(merged).toEqual({ lines: ['Sit in a wide circle.', '', 'Speak in turn, slowly.'], conflicts: 0 });
	});

	test('what both added alike is there once', () => {
		expect(mergeLines(['One.'], ['One.', '', 'New.', '', 'Ours.'], ['One.', '', 'New.'])).toEqual({ lines: ['One.', '', 'New.', '', 'Ours.'], conflicts: 0 });
	});

	test('what either side took out is gone', () => {
		expect(mergeLines(['One.', '', 'Two.', '', 'Three.', '', 'Four.'], ['One.', '', 'Three.', '', 'Four.'], ['One.', '', 'Two.', '', 'Four.'])).toEqual({
			lines: ['One.', '', 'Four.'],
			conflicts: 0,
		});
	});

	test('what one side took out and the other changed is for an author', () => {
		const merged = mergeLines(['Keep.', '', 'Pay ten a month.', '', 'End.'], ['Keep.', '', 'End.'], ['Keep.', '', 'Pay ten a year.', '', 'End.']);
		expect(merged.conflicts).toBe(1);
		expect(merged.lines).toEqual([
			'Keep.',
			'',
			'###### TO DECIDE 1: ours (Example Pod) has nothing here',
			'###### TO DECIDE 1: theirs (Enspiral)',
			'Pay ten a year.',
			expect.stringContaining('TO DECIDE 1: end'),
			'',
			'End.',
		]);
	});

	test('so is what one side took out and the other replaced or added to', () => {
		expect(mergeLines(['Keep.', '', 'Old.', '', 'End.'], ['Keep.', '', 'End.'], ['Keep.', '', 'Something else.', '', 'End.']).conflicts).toBe(1);
		expect(mergeLines(['Keep.', '', 'Old.', '', 'End.'], ['Keep.', '', 'End.'], ['Keep.', '', 'Old.', '', 'Besides.', '', 'End.']).conflicts).toBe(1);
	});

	test('so is what both added at one place, because nobody knows the order', () => {
		const merged = mergeLines(['One.'], ['One.', '', 'Ours.'], ['One.', '', 'Theirs.']);
		expect(merged.conflicts).toBe(1);
		expect(merged.lines).toEqual(expect.arrayContaining(['Ours.', 'Theirs.']));
	});

	test('a section that one side moved is where that side wants it', () => {
		const [a, b, c] = [
			['## A', '', 'First.', ''],
			['## B', '', 'Second.', ''],
			['## C', '', 'Third.'],
		] as const;
		expect(mergeLines([...a, ...b, ...c], [...b, ...a, ...c], [...a, ...b, '## C', '', 'Third and last.'])).toEqual({
			lines: [...b, ...a, '## C', '', 'Third and last.'],
			conflicts: 0,
		});
	});
});

describe('words', () => {
	test('changes to different words of one paragraph are all made, and its line ends stay', () => {
		const merged = mergeLines(
			['We meet on Mondays at nine,', 'all of us, in the hall.'],
			['We meet on Tuesdays at nine,', 'all of us, in the hall.'],
			['We meet on Mondays at nine,', 'everyone, in the hall.'],
		);
		expect(merged).toEqual({ lines: ['We meet on Tuesdays at nine,', 'everyone, in the hall.'], conflicts: 0 });
	});

	test('changes to the same word, or to words side by side, are for an author', () => {
		const base = ['Each pays at most ten euros a month, and may ask for less.'];
		expect(mergeLines(base, ['Each pays at most twelve euros a month, and may ask for less.'], ['Each pays at most eight euros a month, and may ask for less.']).conflicts).toBe(1);
		expect(mergeLines(base, ['Each pays at most twelve euros a month, and may ask for less.'], ['Each pays at most ten pounds a month, and may ask for less.']).conflicts).toBe(1);
	});

	test('a paragraph that one side wrote anew is not mixed with the words of the other', () => {
		const base = ['We meet on the first Monday of the month in the hall.'];
		const ours = ['Nobody knows yet when the next circle will be, or whether it can be in the hall.'];
		const merged = mergeLines(base, ours, ['We meet on the first Monday of the month in the big hall.']);
		expect(merged.conflicts).toBe(1);
		expect(merged.lines).toContain(ours[0]);
	});

	test('links and emphasis are not torn by a change within them', () => {
		const base = 'We always begin on time, whoever is there, and we never wait for anyone at all.';
		const ours = 'We [always begin on time, whoever is there, and we never wait](https://example.org) for anyone at all.';
		expect(mergeLines([base], [ours], ['We always begin on time, [whoever is there](https://example.com), and we never wait for anyone at all.']).conflicts).toBe(1);
		expect(mergeLines([base], [ours.replace('[', '`').replace(/\].*\)/, '`')], ['We always begin on `time, whoever is` there, and we never wait for anyone at all.']).conflicts).toBe(1);
		expect(mergeLines([base], [ours], ['We always begin on time, whoever is there, and we never wait for anyone at night.'])).toEqual({ lines: [ours.replace('all', 'night')], conflicts: 0 });
	});

	test('a heading is not taken for a paragraph of the same words', () => {
		const merged = mergeLines(
			['## The weekly check-in', '', 'Each speaks.'],
			['The weekly check-in.', '', '## Our weekly check-in', '', 'Each speaks.'],
			['## The weekly check-in round', '', 'Each speaks.'],
		);
		expect(merged).toEqual({ lines: ['The weekly check-in.', '', '## Our weekly check-in round', '', 'Each speaks.'], conflicts: 0 });
	});
});

describe('lists, tables and code', () => {
	test('items that each side added to a list are all there', () => {
		expect(mergeLines(['- a cup', '- a candle', '- a cushion'], ['- a cup', '- some tea', '- a candle', '- a cushion'], ['- a cup', '- a candle', '- a cushion', '- a bell'])).toEqual({
			lines: ['- a cup', '- some tea', '- a candle', '- a cushion', '- a bell'],
			conflicts: 0,
		});
	});

	test('an item with a new number can still be changed by the other side', () => {
		const merged = mergeLines(['1. Sit down.', '2. Speak in turn.'], ['1. Sit down.', '2. Light a candle.', '3. Speak in turn.'], ['1. Sit down.', '2. Speak in turn, slowly.']);
		expect(merged).toEqual({ lines: ['1. Sit down.', '2. Light a candle.', '3. Speak in turn, slowly.'], conflicts: 0 });
	});

	test('a list in which both gave new numbers has ours', () => {
		const merged = mergeLines(
			['1. Sit.', '2. Speak.', '3. Say goodbye to everyone.'],
			['1. Sit.', '2. Light a candle.', '3. Speak.', '4. Say goodbye to everyone.'],
			['1. Sit.', '2. Speak.', '3. Sing.', '4. Dance.', '5. Say goodbye to everyone, twice.'],
		);
		expect(merged).toEqual({ lines: ['1. Sit.', '2. Light a candle.', '3. Speak.', '3. Sing.', '4. Dance.', '4. Say goodbye to everyone, twice.'], conflicts: 0 });
	});

	test('an item that only got a new number can be taken out by the other side', () => {
		const merged = mergeLines(['1. Sit.', '2. Speak.', '3. Rest.', '4. Go.'], ['1. Sit.', '2. Light it.', '3. Speak.', '4. Rest.', '5. Go.'], ['1. Sit.', '2. Speak.', '3. Go.']);
		expect(merged).toEqual({ lines: ['1. Sit.', '2. Light it.', '3. Speak.', '5. Go.'], conflicts: 0 });
	});

	test('a conflict in a list leaves all other items alone', () => {
		const merged = mergeLines(['- a cup', '- ten euros', '- a bell'], ['- a cup', '- five euros', '- a bell'], ['- a cup', '- nine euros', '- a bell']);
		expect(merged.lines[0]).toBe('- a cup');
		expect(merged.lines.at(-1)).toBe('- a bell');
		expect(merged.lines).toHaveLength(7);
	});

	test('rows and words of a table are merged', () => {
		const base = ['| Who | What |', '| --- | --- |', '| Ana | cooks |', '| Bo | cleans |'];
		const ours = ['| Who | What |', '| --- | --- |', '| Ana | bakes |', '| Bo | cleans |'];
		const theirs = [...base, '| Cy | sings |'];
		expect(mergeLines(base, ours, theirs)).toEqual({ lines: [...ours, '| Cy | sings |'], conflicts: 0 });
	});

	test('a table with a column more is not mixed with one with a row more', () => {
		const base = ['| Who | What |', '| --- | --- |', '| Ana | cooks |', '| Bo | cleans |'];
		const ours = ['| Who | When | What |', '| --- | --- | --- |', '| Ana | daily | cooks |', '| Bo | weekly | cleans |'];
		const merged = mergeLines(base, ours, [...base, '| Cy | sings |']);
		expect(merged.conflicts).toBe(1);
		expect(merged.lines.slice(1, 5)).toEqual(ours);
	});

	test('code is merged by lines, and a line that both changed is for an author', () => {
		const base = ['```', 'draw 1 card and read it', '', 'hold it up', 'pass it on', '```'];
		const ours = ['```', 'draw 2 card and read it', '', 'hold it up', 'pass it on', '```'];
		expect(mergeLines(base, ours, base.with(4, 'pass it left'))).toEqual({ lines: ours.with(4, 'pass it left'), conflicts: 0 });
		expect(mergeLines(base, ours, base.with(1, 'draw 1 card and burn it')).conflicts).toBe(1);
	});
});

describe('white space', () => {
	test('blank lines are as the side wants that changed them', () => {
		expect(mergeLines(['# A', 'One.', '', 'Two.'], ['# A', '', 'One.', '', 'Two.'], ['# A', 'One.', '', 'Two of theirs.']).lines).toEqual(['# A', '', 'One.', '', 'Two of theirs.']);
	});

	test('a paragraph between two others is never glued to one of them', () => {
		expect(mergeLines(['# A', '', 'One.'], ['# A', 'One.'], ['# A', '', 'New.', '', 'One.']).lines).toEqual(['# A', '', 'New.', '', 'One.']);
	});

	test('a text begins as the side wants that changed it, or as ours does', () => {
		expect(merge({ base: 'One.\n', ours: 'One!\n', theirs: '\nOne.\n\nTwo.\n' }).text).toBe('\nOne!\n\nTwo.\n');
		expect(merge({ base: 'One.\n', ours: '\n\nOne.\n', theirs: '\nOne.\n\nTwo.\n' }).text).toBe('\n\nOne.\n\nTwo.\n');
	});

	test('a text ends as ours does', () => {
		expect(merge({ base: 'One.\n\nTwo.\n', ours: 'One!\n\nTwo.', theirs: 'One.\n\nTwo.\n\nThree.\n' })).toEqual({ text: 'One!\n\nTwo.\n\nThree.', conflicts: 0 });
		expect(merge({ base: 'One.', ours: 'One of ours.', theirs: 'One.\n\nTwo.\n\n\n' })).toEqual({ text: 'One of ours.\n\nTwo.', conflicts: 0 });
	});

	test('texts without any block are no trouble', () => {
		expect(merge({ base: '', ours: '\n', theirs: 'One.\n' })).toEqual({ text: '\nOne.\n', conflicts: 0 });
		expect(merge({ base: 'One.\n', ours: '', theirs: 'One.\n\n' }).text.trim()).toBe('');
	});
});

test('a text that repeats itself endlessly is for an author, since comparing it would take hours', () => {
	const base = `${'again '.repeat(20_000)}end`;
	const merged = merge({ base, ours: `ours ${base}`, theirs: `${base} theirs` });
	expect(merged.conflicts).toBe(1);
});
