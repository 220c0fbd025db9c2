import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketsOf, durationBuckets, groupSizeBuckets } from '../../src/output/search-facets.js';
import { searchRecords } from '../../src/output/search-index.js';
import { readMini } from '../mini-handbook.js';

describe('a length of time is found under every length that it may take', () => {
	test.each([
		[{ min: 5, max: 5 }, ['quick']],
		[{ min: 15, max: 15 }, ['quick']],
		[{ min: 20, max: 20 }, ['short']],
		[{ min: 30, max: 30 }, ['short']],
		[{ min: 60, max: 60 }, ['medium']],
		[{ min: 90, max: 90 }, ['long']],
		[{ min: 120, max: 120 }, ['long']],
		[{ min: 121, max: 121 }, ['day']],
		[{ min: 480, max: 480 }, ['day']],
		[{ min: 10, max: 20 }, ['quick', 'short']],
		[{ min: 20, max: 40 }, ['short', 'medium']],
		[{ min: 30, max: 60 }, ['short', 'medium']],
		[{ min: 15, max: 30 }, ['quick', 'short']],
		[{ min: 1, max: 1000 }, ['quick', 'short', 'medium', 'long', 'day']],
	])('%j', (range, names) => {
		expect(bucketsOf(range, durationBuckets)).toEqual(names);
	});
});

describe('a number of people is found under every size that it fits', () => {
	test.each([
		[{ min: 1, max: 1 }, ['pair']],
		[{ min: 2, max: 2 }, ['pair']],
		[{ min: 3, max: 3 }, ['small']],
		[{ min: 5, max: 5 }, ['small']],
		[{ min: 6, max: 6 }, ['pod']],
		[{ min: 2, max: 3 }, ['pair', 'small']],
		[{ min: 3, max: 8 }, ['small', 'pod']],
		[{ min: 2, max: 6 }, ['pair', 'small', 'pod']],
		[{ min: 12, max: 13 }, ['pod', 'circle']],
		[{ min: 31, max: 5000 }, ['crowd']],
	])('%j', (range, names) => {
		expect(bucketsOf(range, groupSizeBuckets)).toEqual(names);
	});
});

test('whatever the range, it is found somewhere, and a single number in one place', () => {
	const range = fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 2000 })).map(([min, more]) => ({ min, max: min + more }));
	for (const buckets of [durationBuckets, groupSizeBuckets]) {
		fc.assert(
			fc.property(range, ({ min, max }) => {
				expect(bucketsOf({ min, max }, buckets).length).toBeGreaterThan(0);
				expect(bucketsOf({ min, max: min }, buckets)).toHaveLength(1);
			}),
		);
	}
	expect(bucketsOf(undefined, durationBuckets)).toEqual([]);
});

describe('what is searched', () => {
	const { value } = readMini({
		'practices/a.md':
			'---\ntitle: Round\nsummary: Short.\ntags: [food]\nreasons: [care]\nstewards: Kitchen\nduration: 20\ngroupSize: { min: 3, max: 8 }\nsetting: [online, inPerson]\nwhenToUse: [When tired]\nmaterials: Paper\nlang: es\n---\n\n## How\n\nSome **words**.\n\n<script>no</script>\n',
		'agreements/b.md': '---\ntitle: Quiet\nstatus: trial\ncontext: Noise\n---\n',
	});

	test('is the title, the facts and the text, with facets', () => {
		expect(searchRecords(value.entries, { base: '/base/', name: 'Moss' })).toEqual([
			{
				url: '/base/agreements/b/',
				content: 'Quiet\n\nNoise',
				meta: { title: 'Quiet', kind: 'agreement', group: 'Moss', lang: 'en' },
				filters: { kind: ['agreement'], status: ['trial'], language: ['en'] },
			},
			{
				url: '/base/practices/a/',
				content: expect.stringMatching(/^Round\n\nShort\.\n\nWhen tired\n\nPaper\n\nfood\n\nKitchen\n\nHow\n+Some words\.$/),
				meta: { title: 'Round', kind: 'practice', group: 'Moss', lang: 'es', summary: 'Short.' },
				filters: { kind: ['practice'], topic: ['food'], reason: ['care'], language: ['es'], duration: ['short'], groupSize: ['small', 'pod'], setting: ['online', 'inPerson'] },
			},
		]);
	});
});
