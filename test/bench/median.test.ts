import { expect, test } from 'vitest';
import { growth, median, medianRound } from '../../scripts/bench/median.mjs';

test('the median is the middle one, or what lies between the two in the middle', () => {
	expect(median([30, 1, 2])).toBe(2);
	expect(median([4, 1, 2, 30])).toBe(3);
	expect(median([])).toBe(0);
});

test('each figure of each state has its own median', () => {
	const round = (wall: number, peak: number) => ({ cold: { wall, peak }, unchanged: { wall: wall / 10, peak } });
	expect(medianRound([round(10, 3), round(30, 1), round(20, 2)])).toEqual({ cold: { wall: 20, peak: 2 }, unchanged: { wall: 2, peak: 2 } });
});

test('growth says how many times as much, state by state', () => {
	expect(growth({ cold: { wall: 2, peak: 100 } }, { cold: { wall: 12, peak: 250 } })).toEqual({ cold: { wall: 6, peak: 2.5 } });
});
