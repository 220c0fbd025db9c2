import { expect, test } from 'vitest';
import { progressLine } from '../../src/cli/import/progress-line.js';

function shown(isWatched: boolean, total: number): string[] {
	const written: string[] = [];
	let time = 0;
	const line = progressLine(
		isWatched,
		(text) => written.push(text.replace('\u001b[K', '').trim()),
		() => time,
	);
	for (let done = 1; done <= total; done++) {
		time += 1;
		line.see('reading', done, total);
	}
	line.clear();
	return written;
}

test('a line is written over again and again, not for every text, and goes at the end', () => {
	expect(shown(true, 250)).toEqual(['Reading 1 of 250', 'Reading 101 of 250', 'Reading 201 of 250', 'Reading 250 of 250', '']);
});

test('nothing is shown where nobody watches, or where there is little to do', () => {
	expect(shown(false, 250)).toEqual([]);
	expect(shown(true, 20)).toEqual([]);
});
