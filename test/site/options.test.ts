import { describe, expect, test } from 'vitest';
import { siteOptionsSchema } from '../../src/site/options.js';
import { accentToken } from '../../src/site/plugins/accent.js';

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
	const transform = accentToken(145).transform as unknown as (code: string, id: string) => { code: string } | undefined;
	const tokens = ':root {\n\t--accent-hue: 16;\n\t--accent: hsl(var(--accent-hue) 62% 30%);\n}';

	test.each(['/x/node_modules/sporeprint/dist/site/styles/tokens.css', 'C:\\x\\dist\\site\\styles\\tokens.css', '/x/src/site/styles/tokens.css?inline'])('is written into the tokens: %s', (id) => {
		expect(transform(tokens, id)?.code).toBe(tokens.replace('16', '145'));
	});

	test.each(['/x/site/styles/base.css', '/x/content/tokens.css'])('and into no other file: %s', (id) => {
		expect(transform(tokens, id)).toBeUndefined();
	});
});
