import { expect, test } from 'vitest';
import { goneLines } from '../../src/network/crawl/gone-lines.js';

test('a handbook that withdraws thousands of texts again and again keeps the newest five thousand lines, by their ids', () => {
	const lines = (prefix: string, date: string) => Array.from({ length: 4000 }, (_, at) => ({ id: `${prefix}${at}`, date }));
	const first = goneLines(undefined, { entries: [], aliases: [], tombstones: lines('old', '2025') }, '2026-05-01');
	const second = goneLines({ entries: [], gone: first }, { entries: [], aliases: [], tombstones: lines('a', '2026') }, '2026-05-02');
	expect([first.length, second.length]).toEqual([4000, 5000]);
	expect(second.filter(({ date }) => date === '2026')).toHaveLength(4000);
	expect(second.map(({ id }) => id)).toEqual(second.map(({ id }) => id).toSorted());
});
