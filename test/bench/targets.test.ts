import { expect, test } from 'vitest';
import { targetsOf } from '../../scripts/bench/targets.mjs';

const builds = (wall: number, peak: number) => ({ cold: { wall, peak }, unchanged: { wall: wall / 10, peak }, oneChanged: { wall: wall / 5, peak } });
const contender = (name: string, wall: number, peak: number, bytes: number) => ({ name, builds: builds(wall, peak), output: { bytes } });
const grown = { cold: { wall: 5, peak: 2 }, unchanged: { wall: 7, peak: 2 } };

test('a target is met up to what it allows, beside Starlight with its whole sidebar and beside Hugo', () => {
	const few = { entries: 1000, contenders: [contender('Sporeprint', 4, 80, 9), contender('Starlight', 10, 100, 100), contender('Starlight, folded sidebar', 1, 1, 1)] };
	const many = { entries: 5000, contenders: [contender('Sporeprint', 40, 200, 45), contender('Hugo + Pagefind (0.1)', 8, 50, 10)] };
	const judged = targetsOf({ comparisons: [few, many], growth: grown }).map(({ name, measured, met }) => `${name}: ${measured.toFixed(2)} ${met ? 'met' : 'missed'}`);
	expect(judged).toMatchInlineSnapshot(`
		[
		  "time of a cold build, of Starlight's at 1000 entries: 0.40 met",
		  "memory of a cold build, of Starlight's at 1000 entries: 0.80 missed",
		  "time with one text changed, of Starlight's at 1000 entries: 0.40 missed",
		  "time with nothing changed, of Starlight's at 1000 entries: 0.40 missed",
		  "bytes of the site, of Starlight's at 1000 entries: 0.09 missed",
		  "time with one text changed, of Hugo's and Pagefind's cold at 5000 entries: 1.00 met",
		  "time from 1000 to 5000 entries, cold: 5.00 met",
		  "memory from 1000 to 5000 entries, cold: 2.00 met",
		  "time from 1000 to 5000 entries, unchanged: 7.00 missed",
		  "memory from 1000 to 5000 entries, unchanged: 2.00 met",
		]
	`);
});

test('what cannot be compared is left out, growth stays', () => {
	const alone = (entries: number) => ({ entries, contenders: [contender('Sporeprint', 4, 80, 9)] });
	const names = targetsOf({ comparisons: [alone(1000), alone(5000)], growth: grown }).map(({ name }) => name);
	expect(names).toHaveLength(4);
	expect(names.every((name) => name.includes('from 1000 to 5000 entries'))).toBe(true);
});
