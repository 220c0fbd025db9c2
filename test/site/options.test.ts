import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accentFiles } from '../../src/site/files/accent-file.js';
import { siteOptionsSchema } from '../../src/site/options.js';
import { frameOf } from '../../src/site/view/frame.js';
import { miniSite } from './mini-site.js';

describe('options of handbook() and network()', () => {
	test('may be left out', () => {
		expect(siteOptionsSchema.parse({})).toEqual({ accent: expect.any(Number) });
	});

	test.each([-1, 361, '40', Number.NaN, null])('an accent of %s is refused in plain words', (accent) => {
		expect(siteOptionsSchema.safeParse({ accent }).error?.issues.map(({ message }) => message)).toEqual(['“accent” should be a number from 0 to 360']);
	});

	test('an option that does not exist is refused by its name', () => {
		expect(siteOptionsSchema.safeParse({ acent: 40 }).error?.issues[0]?.message).toContain('acent');
	});
});

describe('the accent', () => {
	const site = miniSite({});

	test('that every site begins with stands in the stylesheet, so that it needs no file', () => {
		expect(readFileSync(new URL('../../src/site/styles/tokens.css', import.meta.url), 'utf8')).toContain(`--accent-hue: ${siteOptionsSchema.parse({}).accent};`);
		expect(accentFiles(site)).toEqual([]);
		expect(frameOf(site).accentHref).toBeUndefined();
	});

	test('of a group’s own is a file that all its pages load', () => {
		const own = { ...site, accent: 145 };
		expect(accentFiles(own).map(({ path, content }) => [path, content()])).toEqual([['accent.css', 'html:root{--accent-hue:145}\n']]);
		expect(frameOf(own).accentHref).toBe('/book/accent.css');
	});
});
