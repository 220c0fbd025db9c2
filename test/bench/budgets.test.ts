import { expect, test } from 'vitest';
import { judgeBudgets } from '../../scripts/bench/budgets.mjs';

const output = { bytes: 100_000, files: 10, page: 4601, styles: 7000, scriptText: 1024 };

test('a budget is kept up to its last byte, and no further', () => {
	const judged = judgeBudgets({ entries: 10, output, visit: { requests: 5, bytes: 60_000 }, search: { bytes: 1_000_000, files: 20 }, builds: { oneChanged: { anew: 30 } }, reads: 22 });
	expect(judged.filter(({ kept }) => !kept).map(({ name }) => name)).toEqual(['an entry page, packed bytes', 'a first search, bytes', 'reads of each text after one change']);
	expect(judged).toHaveLength(11);
});

test('without a browser only files are judged', () => {
	const names = judgeBudgets({ entries: 10, output, visit: undefined, search: undefined }).map(({ name }) => name);
	expect(names).toHaveLength(5);
	expect(names.join()).not.toContain('requests');
});
