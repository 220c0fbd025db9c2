import { describe, expect, test } from 'vitest';
import { yearPicture } from '../../../src/site/view/year-picture.js';
import { miniSite } from '../mini-site.js';

const agreement = (adoptedOn: string, reviews: [string, string][] = []) =>
	`---\ntitle: A\nadoptedOn: ${adoptedOn}\nreviews: [${reviews.map(([date, outcome]) => `{ date: ${date}, outcome: ${outcome} }`).join(', ')}]\n---\n`;
const pictureOf = (lang: string, ...sources: string[]) => {
	const site = miniSite({ 'group.md': `---\nname: Moss\nlanguages: [${lang}]\n---\n`, ...Object.fromEntries(sources.map((source, at) => [`agreements/a${at}.md`, source])) });
	return yearPicture(site.entries, site);
};

describe('the picture of the years', () => {
	test('counts what was adopted, reviewed and retired in each year, none left out', () => {
		const picture = pictureOf(
			'en',
			agreement('2022', [
				['2024-03', 'kept'],
				['2025-01-02', 'retired'],
			]),
			agreement('2022-05-01', [['2024', 'changed']]),
		);
		expect(picture?.rows).toEqual([
			{ period: '2022', counts: [2, 0, 0] },
			{ period: '2023', counts: [0, 0, 0] },
			{ period: '2024', counts: [0, 2, 0] },
			{ period: '2025', counts: [0, 0, 1] },
		]);
		expect(picture?.summary).toBe('From 2022 to 2025: 2 adopted, 2 reviews, 1 retired.');
		expect(picture?.marks.map(({ happening }) => happening).sort()).toEqual(['adopted', 'adopted', 'retired', 'reviewed', 'reviewed']);
	});

	test('goes by months where all is recent and known so well', () => {
		expect(pictureOf('en', agreement('2025-11-03'), agreement('2026-01', [['2026-02-01', 'kept']]))?.rows.map(({ period }) => period)).toEqual([
			'November 2025',
			'December 2025',
			'January 2026',
			'February 2026',
		]);
	});

	test('draws what was retired below the line and all else above, within the frame', () => {
		const many = Array.from({ length: 40 }, () => agreement('2020', [['2023', 'retired']]));
		const picture = pictureOf('en', ...many);
		if (!picture) throw new Error('There is no picture.');
		for (const { happening, y, height } of picture.marks) {
			expect(happening === 'retired' ? y >= picture.line : y + height <= picture.line).toBe(true);
			expect(y).toBeGreaterThanOrEqual(0);
			expect(y + height).toBeLessThanOrEqual(picture.height);
		}
		expect(picture.marks).toHaveLength(2);
	});

	test('runs from right to left in languages that do', () => {
		const xs = (lang: string) => pictureOf(lang, agreement('2022'), agreement('2023'), agreement('2024'))?.labels.map(({ x }) => x) ?? [];
		expect(xs('ar')).toEqual(xs('en').toReversed());
	});

	test('is none where too little is dated', () => {
		expect(pictureOf('en', agreement('2022'), agreement('2023'))).toBeUndefined();
		expect(pictureOf('en', agreement('2022'), agreement('2022'), agreement('2022'))).toBeUndefined();
	});
});
