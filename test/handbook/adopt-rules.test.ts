import { describe, expect, test } from 'vitest';
import { adoptedFields } from '../../src/handbook/adopt/adopted-fields.js';
import { adoptedPath } from '../../src/handbook/adopt/adopted-path.js';
import { licenceTerms } from '../../src/handbook/adopt/licence-terms.js';
import { kindOfAddress } from '../../src/markdown/address-kind.js';

describe('a licence', () => {
	test.each([
		['CC0-1.0', true, false],
		['MIT', true, false],
		['CC-BY-4.0', true, false],
		['CC-BY-NC-4.0', true, false],
		['CC-BY-SA-4.0', true, true],
		['GFDL-1.3-or-later', true, true],
		['CC-BY-ND-4.0', false, false],
		['CC-BY-NC-ND-3.0', false, false],
		['CC-BY-ND-4.0 OR CC-BY-SA-4.0', true, true],
		['CC-BY-SA-4.0 AND MIT', true, true],
		['CC-BY-ND-4.0 AND CC0-1.0', false, false],
		['LicenseRef-ours', false, false],
	])('%s may be copied: %s, stays with the copy: %s', (licence, isAllowed, isShareAlike) => {
		expect(licenceTerms(licence, undefined, 'CC-BY-4.0')).toMatchObject({ licence, isAllowed, isShareAlike });
	});

	test.each([
		[undefined, undefined],
		[undefined, 'whatever'],
		['CC0-1.0', 'whatever'],
		['CC0-1.0', 7],
		['CC0-1.0', 'CC-BY-4.0'],
		['', undefined],
	])('print %j and text %j: nobody knows which holds', (printed, stated) => {
		expect(licenceTerms(printed, stated, 'CC-BY-4.0')).toMatchObject({ licence: undefined, isAllowed: false });
	});

	test('the text itself may say what its print leaves out', () => {
		expect(licenceTerms(undefined, 'CC-BY-4.0', 'CC-BY-4.0')).toMatchObject({ licence: 'CC-BY-4.0', isAllowed: true });
	});
});

describe('a field', () => {
	test('that nobody knows, or whose name is odd, is left out', () => {
		const { kept, dropped } = adoptedFields('practice', { title: 'A', purpose: 'B', 'x\u001b[2J': 1, __proto__x: 2, constructor: 3, duration: 'long' });
		expect(kept).toEqual({ purpose: 'B' });
		expect(dropped.map(({ field }) => field)).toEqual(['a field with an odd name', '__proto__x', 'constructor', 'duration']);
	});

	test('keeps the form in which it was written', () => {
		expect(adoptedFields('practice', { duration: 15, materials: 'A bell' }).kept).toEqual({ duration: 15, materials: 'A bell' });
	});

	test('a delegator is kept as words and not as an id', () => {
		expect(adoptedFields('role', { delegator: 'The circle' }).kept).toEqual({ delegator: 'The circle' });
		expect(adoptedFields('role', { delegator: 'roles/circle' })).toEqual({ kept: {}, dropped: [{ field: 'delegator', why: 'it names an entry of their handbook' }] });
	});
});

test.each([
	['practice', 'practices/deep/check-in', undefined, 'practices/check-in'],
	['page', 'practices', undefined, 'pages/practices'],
	['page', 'guides/con', undefined, 'pages/con-text'],
	['practice', 'x/readme', undefined, 'practices/readme-text'],
	['practice', 'x', 'practices/a/b', 'practices/a/b'],
	['page', 'x', 'guides/a', 'pages/guides/a'],
	['practice', 'x', 'a.md', 'practices/a'],
] as const)('a %s with the id %s, called %s, stands at %s', (kind, id, as, path) => {
	expect(adoptedPath(kind, id, as)).toEqual({ path });
});

test.each([
	['https://a.example/', 'full'],
	['HTTP://a.example/', 'full'],
	['mailto:a@b.example', 'full'],
	['#top', 'fragment'],
	['./a.md', 'relative'],
	['/a', 'relative'],
	['//a.example/x', 'relative'],
	['', 'refused'],
	['javascript:x', 'refused'],
	[' \u0001java\tscript\n:x', 'refused'],
	['data:text/html,x', 'refused'],
	['vbscript:x', 'refused'],
	['file:///etc/passwd', 'refused'],
	['blob:https://a.example/x', 'refused'],
])('the address %j is %s', (address, kind) => {
	expect(kindOfAddress(address)).toBe(kind);
});
