import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { robotsAllow } from '../../src/network/web/robots.js';

const list = new URL('../../../shared/hostile/google-robotstxt/cases.json', import.meta.url);
const cases = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { test: string; robots: string; agent: string; url: string; allowed: boolean }[]) : [];

test.skipIf(cases.length === 0)('every case of the public list comes out as it says', () => {
	expect(cases.filter(({ robots, url, agent, allowed }) => robotsAllow(robots, url, agent) !== allowed)).toEqual([]);
});

/** Whether the crawler may fetch an address. */
function allowed(robots: string, url = 'https://moss.example/handbook/handbook.json'): boolean {
	return robotsAllow(robots, url, 'sporeprint');
}

test.each([
	['nothing at all', ''],
	['only a comment', '# Disallow: /'],
	['a rule for somebody else', 'User-agent: otherbot\nDisallow: /'],
	['a rule for somebody whose name begins like ours', 'User-agent: sporeprinter\nDisallow: /'],
	['a rule for us beside one for all', 'User-agent: *\nDisallow: /\n\nUser-agent: sporeprint\nDisallow: /private/'],
	['an empty rule', 'User-agent: *\nDisallow:'],
	['a web page', '<!doctype html>\n<title>Not found</title>\n<p>Disallow: /</p>'],
	['a longer rule that allows', 'User-agent: *\nDisallow: /handbook/\nAllow: /handbook/handbook.json'],
	['rules of nobody', 'Disallow: /\nAllow: /x'],
])('%s lets us in', (_, robots) => {
	expect(allowed(robots)).toBe(true);
});

test.each([
	['a rule for all', 'User-agent: *\nDisallow: /'],
	['a rule for us', 'User-agent: Sporeprint\nDisallow: /handbook'],
	['a rule for us with a version', 'User-agent: sporeprint/2.0\nDisallow: /'],
	['a rule for us and others', 'User-agent: otherbot\nUser-agent: sporeprint\nUser-agent: thirdbot\nDisallow: /'],
	['rules for us in two places', 'User-agent: sporeprint\nDisallow: /x/\n\nUser-agent: otherbot\nAllow: /\n\nUser-agent: sporeprint\nDisallow: /handbook/'],
	['a byte order mark before it', '\ufeffUser-agent: *\nDisallow: /'],
	['line ends of every kind', 'User-agent: *\rDisallow: /a\r\nDisallow: /handbook'],
	['no colons', 'user-agent *\ndisallow /'],
	['a space in the name', 'User agent: *\nDisallow : /'],
	['another line between names', 'User-agent: sporeprint\nSitemap: https://moss.example/sitemap.xml\nUser-agent: otherbot\nDisallow: /'],
	['many stars', `User-agent: *\nDisallow: /${'*'.repeat(50)}.json$`],
])('%s keeps us out', (_, robots) => {
	expect(allowed(robots)).toBe(false);
});

test('an agent with a version is the same agent', () => {
	expect(robotsAllow('User-agent: sporeprint\nDisallow: /', 'https://moss.example/', 'Sporeprint/1.2')).toBe(false);
});

describe('paths', () => {
	const robots = 'User-agent: *\nDisallow: /café/\nDisallow: /a%2fb\nDisallow: /x?page=';

	test.each([
		'https://moss.example/caf%C3%A9/handbook.json',
		new URL('https://moss.example/café/x').href,
		'https://moss.example/a%2Fb',
		'https://moss.example/x?page=2',
		'https://moss.example:8443/x?page=',
	])('%s is kept out', (url) => {
		expect(allowed(robots, url)).toBe(false);
	});

	test.each(['https://moss.example/cafe/', 'https://moss.example/a/b', 'https://moss.example/x', 'https://moss.example/#/x?page=', 'https://moss.example'])('%s is let in', (url) => {
		expect(allowed(robots, url)).toBe(true);
	});

	test('one that is longer than any handbook has is not fetched', () => {
		expect(allowed('User-agent: *\nDisallow: /private/', `https://moss.example/${'a'.repeat(1000)}`)).toBe(false);
	});
});

describe('a file of more than 500 KiB', () => {
	const begin = 'User-agent: *\nDisallow: /private/\n';
	const filler = '# nothing\n'.repeat(52_000);

	test('is heeded as far as that', () => {
		expect(allowed(begin + filler, 'https://moss.example/private/x')).toBe(false);
	});

	test('is not heeded further', () => {
		expect(allowed(`${begin}${filler}Disallow: /`)).toBe(true);
	});

	test('does not forbid by half a line', () => {
		const rule = `Disallow: /${'handbook/x'.repeat(10)}\n`;
		const room = 500 * 1024 - begin.length - 'Disallow: /handbook/'.length;
		expect(allowed(`${begin}${'#'.repeat(room - 1)}\n${rule}`)).toBe(true);
	});
});

// A parser that copies every rule for every agent needs hundreds of millions of rules for the first of these.
test.each([
	['agents and rules by the thousand', `${Array.from({ length: 15_000 }, (_, at) => `user-agent: a${at}\n`).join('')}${'allow: /\n'.repeat(25_000)}`],
	['stars without end', `user-agent: *\nallow: /${'*a'.repeat(240_000)}`],
	['nothing but stars', `user-agent: *\nallow: /${'*'.repeat(500_000)}`],
	['stars in every line', `user-agent: *\n${'allow: /*a*b*c\n'.repeat(30_000)}`],
	['a file without lines', ': '.repeat(300_000)],
	['blanks without end', `allow${' '.repeat(500_000)}/x y`],
	['folders without end', `user-agent: *\nallow: ${'/index.htm'.repeat(50_000)}`],
])('%s: the crawler lives on', (_, robots) => {
	expect(allowed(robots, `https://moss.example/${'a'.repeat(500)}`)).toBe(true);
});
