import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findConflicts } from '../../../src/handbook/merge/conflict-marks.js';
import { splitBlocks } from '../../../src/handbook/merge/split-blocks.js';
import { applyEdits, edit, makeBlock, markdownOf, shape, wordsOf } from './generated-texts.js';
import { messySigns } from './messy-text.js';
import { decided, madeVersions, merge, turned, type Versions, wordsIn } from './versions.js';

const runs = { numRuns: 60 };

function always<Value>(made: fc.Arbitrary<Value>, holds: (value: Value) => void): void {
	fc.assert(fc.property(made, holds), runs);
}

/** All that either side added is there, and no word that no version has, such as two of them glued together. */
function holdsNothingElse(sides: Versions): void {
	const wordsOfText = (text: string): string[] => text.match(/\S+/g) ?? [];
	const words = wordsOfText(merge(sides).text.replace(/^###### TO DECIDE .*$/gm, ''));
	const known = Object.values(sides).flatMap(wordsOfText);
	expect(words.filter((word) => !known.includes(word))).toEqual([]);
	const added = known.filter((word) => /[ot]\d/.test(word));
	expect(added.filter((word) => !words.includes(word))).toEqual([]);
}

describe('of any two versions, blocks moved or not', () => {
	const versions = madeVersions({ moving: true });

	test('if one side changed nothing, the other comes out to the byte', () => {
		always(versions, ({ base, theirs }) => {
			expect(merge({ base, ours: base, theirs })).toEqual({ text: theirs, conflicts: 0 });
			expect(merge({ base, ours: theirs, theirs: base })).toEqual({ text: theirs, conflicts: 0 });
			expect(merge({ base, ours: theirs, theirs })).toEqual({ text: theirs, conflicts: 0 });
		});
	});

	test('what either side added is there, and nothing that no version has, and no two words are glued together', () => {
		always(versions, holdsNothingElse);
	});

	test('as many places are marked as there are to decide', () => {
		always(versions, (sides) => {
			const { text, conflicts } = merge(sides);
			expect(findConflicts(text)).toHaveLength(conflicts);
		});
	});

	test('it makes no difference which of them is ours, but for the order of the marks', () => {
		always(versions, (sides) => {
			const here = merge(sides);
			const there = merge(turned(sides));
			expect(there.conflicts).toBe(here.conflicts);
			expect(wordsIn(decided(there.text, 'theirs'))).toEqual(wordsIn(decided(here.text, 'ours')));
		});
	});
});

describe('of any two versions whose blocks stay in order', () => {
	const versions = madeVersions({ moving: false });

	/** All that holds when an author decides everywhere for ours. */
	function holdsForOurs(sides: Versions): void {
		const { text } = merge(sides);
		const [base, ours, theirs, merged, settled] = [sides.base, sides.ours, sides.theirs, decided(text, 'ours'), decided(text, 'neither')].map(wordsIn);
		if (!base || !ours || !theirs || !merged || !settled) throw new Error('A version is missing.');
		// Each word is there once, and in our order.
		expect(merged.filter((word) => ours.includes(word))).toEqual(ours.filter((word) => merged.includes(word)));
		// Nothing is lost but what they took out, and what we took out is gone.
		expect(ours.filter((word) => !merged.includes(word) && !(base.includes(word) && !theirs.includes(word)))).toEqual([]);
		expect(merged.filter((word) => base.includes(word) && !ours.includes(word))).toEqual([]);
		// What they took out is gone too, wherever nobody has to decide.
		expect(settled.filter((word) => base.includes(word) && !theirs.includes(word))).toEqual([]);
	}

	test('each word of ours is there once and in order, unless they took it out; what we took out is gone', () => {
		always(versions, holdsForOurs);
	});

	test('and the same is true of theirs', () => {
		always(versions.map(turned), holdsForOurs);
	});

	test('no list, table or code is torn', () => {
		always(versions, (sides) => {
			const { text, conflicts } = merge(sides);
			if (conflicts > 0) return;
			const known = new Set(Object.values(sides).flatMap((version) => splitBlocks(version).blocks.map(({ kind }) => kind)));
			for (const { kind, text: block } of splitBlocks(text).blocks) {
				expect(known).toContain(kind);
				if (kind === 'code') expect(block).toMatch(/^```\n[^`]*\n```$/);
				if (kind === 'table') expect(new Set(block.split('\n').map((row) => row.split('|').length)).size).toBe(1);
			}
		});
	});
});

describe('of two versions that changed different blocks, none beside another', () => {
	/** Blocks, of which every other one may be changed by one side or the other. */
	const versions = fc.array(fc.record({ still: shape, changed: shape, by: fc.constantFrom('ours', 'theirs'), edit }), { maxLength: 6 }).map((places) => {
		const word = wordsOf('b');
		const blocks = places.flatMap(({ still, changed }) => [makeBlock(still, word), makeBlock(changed, word)]).concat(makeBlock({ kind: 'paragraph', lengths: [2] }, word));
		const words = { ours: wordsOf('o'), theirs: wordsOf('t') };
		const made = places.map(({ by, edit: { act, to, block } }, index) => {
			const old = blocks[index * 2 + 1];
			const changed = !old || act === 'delete' ? [] : applyEdits([old], [{ act, at: act === 'insert' ? to % 2 : 0, to, block }], words[by]);
			return { by, changed };
		});
		const version = (...sides: string[]): string =>
			markdownOf(
				blocks.flatMap((block, index) => {
					const change = index % 2 === 1 ? made[(index - 1) / 2] : undefined;
					return change && sides.includes(change.by) ? change.changed : [block];
				}),
			);
		return { base: version(), ours: version('ours'), theirs: version('theirs'), both: version('ours', 'theirs') };
	});

	test('all changes of both are made, and nothing else; only numbers of items may be either', () => {
		const unnumbered = (text: string): string => text.replace(/^\d+\./gm, '1.');
		always(versions, ({ both, ...sides }) => {
			const { text, conflicts } = merge(sides);
			expect(unnumbered(text)).toBe(unnumbered(both));
			expect(conflicts).toBe(0);
		});
	});
});

describe('of two versions that changed different words of one block', () => {
	const versions = fc.record({
		kind: fc.constantFrom('paragraph', 'item', 'quote', 'table'),
		lengths: fc.array(fc.constant(6), { minLength: 1, maxLength: 3 }),
		places: fc.tuple(fc.nat(17), fc.nat(17)),
	});

	test('both changes are made, unless the words stand side by side', () => {
		always(versions, ({ kind, lengths, places: [first, second] }) => {
			const count = lengths.length * 6;
			const [here, there] = [first % count, second % count];
			fc.pre(Math.abs(here - there) > 1);
			const block = makeBlock({ kind: kind as 'paragraph', lengths }, wordsOf('b'));
			const version = (...changed: [number, string][]): string => {
				const words = block.lines.flat();
				for (const [place, word] of changed) words[place] = word;
				return markdownOf([{ ...block, lines: block.lines.map((_, row) => words.slice(row * 6, row * 6 + 6)) }]);
			};
			const sides = { base: version(), ours: version([here, 'o1']), theirs: version([there, 't1']) };
			expect(merge(sides)).toEqual({ text: version([here, 'o1'], [there, 't1']), conflicts: 0 });
		});
	});
});

describe('of two versions of a text that repeats itself', () => {
	const versions = madeVersions({ moving: true }).map(({ base, ours, theirs }): Versions => {
		const few = (text: string): string => text.replace(/\b[bot](\d+)\b/g, (_, number: string) => `w${Number(number) % 4}`);
		return { base: few(base), ours: few(ours), theirs: few(theirs) };
	});

	test('no line is there that no version has, but where both changed the same one', () => {
		always(versions, (sides) => {
			const { text } = merge(sides);
			const lines = new Set(Object.values(sides).flatMap((version) => version.split('\n')));
			const words = new Set(Object.values(sides).flatMap((version) => version.split(/\s+/)));
			for (const line of text.split('\n')) {
				if (lines.has(line) || line.startsWith('###### TO DECIDE ')) continue;
				for (const word of line.split(/\s+/)) expect(words).toContain(word);
			}
		});
	});

	test('if one side changed nothing, the other comes out to the byte', () => {
		always(versions, ({ base, theirs }) => {
			expect(merge({ base, ours: base, theirs })).toEqual({ text: theirs, conflicts: 0 });
			expect(merge({ base, ours: theirs, theirs: base })).toEqual({ text: theirs, conflicts: 0 });
		});
	});
});

describe('of two versions of a text in any state', () => {
	const changes = fc.array(fc.record({ at: fc.nat(14), removed: fc.nat(2), added: fc.array(messySigns, { maxLength: 2 }) }), { maxLength: 4 });
	const versions = fc.record({ base: fc.array(messySigns, { maxLength: 14 }), ours: changes, theirs: changes }).map(({ base, ours, theirs }): Versions => {
		const linesOf = (signs: readonly string[], word: () => string): string[] => signs.map((sign) => sign + word());
		const lines = linesOf(base, wordsOf('b'));
		const version = (made: typeof ours, word: () => string): string => made.reduce((all, { at, removed, added }) => all.toSpliced(at, removed, ...linesOf(added, word)), lines).join('\n');
		return { base: lines.join('\n'), ours: version(ours, wordsOf('o')), theirs: version(theirs, wordsOf('t')) };
	});

	test('what either side added is there, nothing is there that no version has, and each conflict is found', () => {
		always(versions, (sides) => {
			holdsNothingElse(sides);
			const { text, conflicts } = merge(sides);
			expect(findConflicts(text)).toHaveLength(conflicts);
		});
	});
});
