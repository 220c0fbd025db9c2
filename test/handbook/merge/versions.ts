import fc from 'fast-check';
import { type MergedBody, mergeBodies } from '../../../src/handbook/merge/merge-bodies.js';
import { applyEdits, edits, makeBlock, markdownOf, shapes, wordsOf } from './generated-texts.js';

/** Three versions of a text. */
export interface Versions {
	base: string;
	ours: string;
	theirs: string;
}

/** Merges a text of Enspiral's that Example Pod took. */
export function merge(versions: Versions): MergedBody {
	return mergeBodies({ ...versions, oursName: 'Example Pod', theirsName: 'Enspiral' });
}

/** A text, and what two groups made of it. Words of the base begin with b, those that we added with o, those that they added with t. */
export function madeVersions(options: { moving: boolean }): fc.Arbitrary<Versions> {
	return fc.record({ text: shapes, ours: edits(options), theirs: edits(options) }).map(({ text, ours, theirs }) => {
		const word = wordsOf('b');
		const blocks = text.map((shape) => makeBlock(shape, word));
		return {
			base: markdownOf(blocks),
			ours: markdownOf(applyEdits(blocks, ours, wordsOf('o'))),
			theirs: markdownOf(applyEdits(blocks, theirs, wordsOf('t'))),
		};
	});
}

/** The made-up words of a text, in order. */
export function wordsIn(text: string): string[] {
	return text.match(/\b[bot]\d+\b/g) ?? [];
}

/** The same versions as the other group has them. */
export function turned({ base, ours, theirs }: Versions): Versions {
	return { base, ours: theirs, theirs: ours };
}

/** The text after an author has decided everywhere for one side, or for neither. */
export function decided(text: string, side: 'ours' | 'theirs' | 'neither'): string {
	let within = '';
	const kept = text.split('\n').filter((line) => {
		const mark = /^###### TO DECIDE \d+: (ours|theirs|end)\b/.exec(line)?.[1];
		if (mark !== undefined) within = mark === 'end' ? '' : mark;
		return mark === undefined && (within === '' || within === side);
	});
	return kept.join('\n');
}
