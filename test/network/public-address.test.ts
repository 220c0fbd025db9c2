import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../src/network/web/public-address.js';
import { literalAddress, refusedAddress } from '../../src/network/web/refused-address.js';

const list = new URL('../../../shared/hostile/ssrf/addresses.json', import.meta.url);
const { deny, allow, denyUrls } = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { deny: string[]; allow: string[]; denyUrls: string[] }) : { deny: [], allow: [], denyUrls: [] };
const https = denyUrls.map((address) => address.replace(/^https?:/i, 'https:')).filter((address) => !denyUrls.includes(address));

describe.skipIf(!existsSync(list))('on the public list', () => {
	test.each(deny)('%s is not public', (ip) => {
		expect(isPublicAddress(ip)).toBe(false);
	});

	test.each(allow)('%s is public', (ip) => {
		expect(isPublicAddress(ip)).toBe(true);
	});

	test.each([...denyUrls, ...https])('%s is refused before any name is looked up', (address) => {
		expect(refusedAddress(new URL(address), false)).toBeTypeOf('string');
	});

	test.each(deny)('%s is refused as the host of an address', (ip) => {
		expect(refusedAddress(new URL(`https://${ip.includes(':') ? `[${ip}]` : ip}/`), false)).toBe('belongs to a private network');
	});

	test.each(allow)('%s is fine as the host of an address', (ip) => {
		expect(refusedAddress(new URL(`https://${ip.includes(':') ? `[${ip}]` : ip}/`), false)).toBeUndefined();
	});
});

describe('without the public list', () => {
	test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '168.63.129.16', '192.52.193.7', '::1', '::', '::127.0.0.1', '::ffff:8.8.8.8', 'fd00::1', '64:ff9b::808:808', '4000::1', '2002:808:808::1'])(
		'%s is not public',
		(ip) => {
			expect(isPublicAddress(ip)).toBe(false);
		},
	);

	test.each(['8.8.8.8', '168.63.129.15', '168.63.129.17', '2606:4700:4700::1111', '2A00:1450::1'])('%s is public', (ip) => {
		expect(isPublicAddress(ip)).toBe(true);
	});

	test.each([
		'',
		' ',
		'example.org',
		'8.8.8',
		'8.8',
		'134744072',
		'0x08080808',
		'010.8.8.8',
		'8.8.8.8 ',
		'8.8.8.8\n',
		'8.8.8.256',
		'8.8.8.8:80',
		'[2606:4700::1]',
		'2606:4700::1%eth0',
		'2606:4700::1/64',
		'٨.8.8.8',
	])('%j is not the plain spelling of an address', (text) => {
		expect(isPublicAddress(text)).toBe(false);
	});
});

describe('an address on the web', () => {
	test.each(['https://moss.example/handbook/', 'https://moss.example:8443/', 'https://moss.example./', 'https://bücher.example/', 'https://a.local.example/', 'https://internal.example/'])(
		'%s may be asked',
		(address) => {
			expect(refusedAddress(new URL(address), false)).toBeUndefined();
		},
	);

	test.each([
		['http://moss.example/', 'does not start with https://'],
		['file:///etc/passwd', 'does not start with https://'],
		['javascript:alert(1)', 'does not start with https://'],
		['wss://moss.example/', 'does not start with https://'],
		['https://user@moss.example/', 'has a user name or a password in it'],
		['https://:word@moss.example/', 'has a user name or a password in it'],
		['https://moss.example:22/', 'names the port 22, which is not one for websites'],
		['https://moss.example:80/', 'names the port 80, which is not one for websites'],
		['https://moss.example:0/', 'names the port 0, which is not one for websites'],
		['https://2130706433/', 'belongs to a private network'],
		['https://0x7f.1/', 'belongs to a private network'],
		['https://127.0.0.1./', 'belongs to a private network'],
		['https://１２７．０．０．１/', 'belongs to a private network'],
		['https://[::ffff:127.0.0.1]/', 'belongs to a private network'],
		['https://localhost/', 'has a name that is known only inside a private network'],
		['https://LOCALHOST./', 'has a name that is known only inside a private network'],
		['https://a.localhost/', 'has a name that is known only inside a private network'],
		['https://ⓛocalhost/', 'has a name that is known only inside a private network'],
		['https://printer.local/', 'has a name that is known only inside a private network'],
		['https://metadata.google.internal/', 'has a name that is known only inside a private network'],
		['https://router.home.arpa/', 'has a name that is known only inside a private network'],
		['https://intranet/', 'has a name that is known only inside a private network'],
		['https://com/', 'has a name that is known only inside a private network'],
	])('%s may not: it %s', (address, because) => {
		expect(refusedAddress(new URL(address), false)).toBe(because);
	});
});

describe('on one computer, where private addresses are allowed', () => {
	test.each(['http://127.0.0.1:4321/', 'http://localhost/', 'https://[::1]:22/', 'http://intranet/'])('%s may be asked', (address) => {
		expect(refusedAddress(new URL(address), true)).toBeUndefined();
	});

	test.each(['file:///etc/passwd', 'data:application/json,{}', 'ftp://127.0.0.1/', 'blob:https://moss.example/x'])('%s may not', (address) => {
		expect(refusedAddress(new URL(address), true)).toBe('does not start with https://');
	});

	test('no name and password are sent', () => {
		expect(refusedAddress(new URL('http://user:word@127.0.0.1/'), true)).toBe('has a user name or a password in it');
	});
});

test.each([
	['https://0x7f.1/', '127.0.0.1'],
	['https://[2606:4700::1]/', '2606:4700::1'],
	['https://1.1.1.1.example/', undefined],
])('the host of %s as an IP address is %s', (address, ip) => {
	expect(literalAddress(new URL(address))).toBe(ip);
});
