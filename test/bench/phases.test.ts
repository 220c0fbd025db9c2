import { expect, test } from 'vitest';
import { phasesOf } from '../../scripts/bench/phases.mjs';

test('a phase ends with the last line that tells of it, whatever its colour', () => {
	const lines = [
		{ at: 2, line: '[build] Initial setup...' },
		{ at: 3, line: '[sporeprint] The content is read.' },
		{ at: 5, line: '\u001b[2m10:00:00\u001b[22m \u001b[34m[vite]\u001b[39m ✓ built in 800ms' },
		{ at: 6, line: '10:00:01 [vite] ✓ built in 50ms' },
		{ at: 9, line: '10:00:04 ✓ Completed in 3s.' },
	];
	expect(phasesOf(lines, 10)).toEqual([
		{ phase: 'start of Node and Astro', seconds: 2 },
		{ phase: 'reading the content', seconds: 1 },
		{ phase: 'bundling', seconds: 3 },
		{ phase: 'rendering and writing pages', seconds: 3 },
		{ phase: 'the end of the processes', seconds: 1 },
	]);
});

test('a build that says nothing is one phase', () => {
	expect(phasesOf([], 4)).toEqual([{ phase: 'the end of the processes', seconds: 4 }]);
});
