import { expect, test } from 'vitest';
import { phasesOf } from '../../scripts/bench/phases.mjs';

test('a phase lasts until its end is told', () => {
	const lines = [
		{ at: 2, line: '[phase] the start' },
		{ at: 3, line: 'Something else.' },
		{ at: 5, line: '[phase] reading the content' },
	];
	expect(phasesOf(lines, 10)).toEqual([
		{ phase: 'the start', seconds: 2 },
		{ phase: 'reading the content', seconds: 3 },
		{ phase: 'the end of the processes', seconds: 5 },
	]);
});

test('a build that says nothing is one phase', () => {
	expect(phasesOf([], 4)).toEqual([{ phase: 'the end of the processes', seconds: 4 }]);
});
