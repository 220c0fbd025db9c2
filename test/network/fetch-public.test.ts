import type { Resolver as RealResolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Answer, openWeb, type Web } from '../../src/network/fetch.js';
import { leadsTo, type OddServer, oddServer, sends } from './odd-server.js';

// The web as it is for the real crawler, with one difference: this computer counts as public, or there would be nobody to ask.
vi.mock(import('../../src/network/web/public-address.js'), async (original) => {
	const { isPublicAddress } = await original();
	return { isPublicAddress: (ip) => ip === '127.0.0.1' || isPublicAddress(ip) };
});

/** What the name servers say: each name's answers, one after another; the last one stays. */
const names = vi.hoisted(() => ({ answers: {} as Record<string, string[][]>, asked: [] as string[] }));

vi.mock(import('node:dns/promises'), async (original) => {
	const actual = await original();
	class Resolver extends actual.Resolver {
		override resolve4 = (async (name: string) => answer(name, '.')) as RealResolver['resolve4'];
		override resolve6 = (async (name: string) => answer(name, ':')) as RealResolver['resolve6'];
	}
	function answer(name: string, mark: '.' | ':'): string[] {
		const answers = names.answers[name] ?? [];
		// IPv4 is asked for first.
		if (mark === '.') names.asked.push(name);
		const now = (answers.length > 1 && mark === ':' ? answers.shift() : answers[0]) ?? [];
		const found = now.filter((ip) => ip.includes(mark));
		if (found.length === 0) throw Object.assign(new Error(`query ${name}`), { code: now.length > 0 ? 'ENODATA' : 'ENOTFOUND' });
		return found;
	}
	return { ...actual, Resolver };
});

const [key, cert] = ['key', 'certificate'].map((name) => readFileSync(new URL(`../fixtures/network/${name}.pem`, import.meta.url), 'utf8')) as [string, string];

describe.skipIf(tls.setDefaultCACertificates === undefined)('on the public web', () => {
	const trusted = tls.getCACertificates('default');
	let server: OddServer;
	let web: Web;

	beforeAll(async () => {
		tls.setDefaultCACertificates([cert]);
		server = await oddServer({}, { key, cert });
	});
	afterAll(() => tls.setDefaultCACertificates(trusted));

	beforeEach(() => {
		server.requests.length = 0;
		server.routes = Object.assign(server.routes, { '/print': sends('{}') });
		names.asked.length = 0;
		names.answers = { 'moss.example': [['127.0.0.1']], 'lichen.example': [['127.0.0.1']] };
		web = openWeb({ userAgent: 'sporeprint-test', deadline: 2000 });
	});
	afterEach(() => web.close());

	/** Fetches a path of a host, and says how it went in a few words. */
	async function get(path: string, host = 'moss.example'): Promise<string> {
		const answer: Answer = await web.get({ url: `https://${host}:${server.port}${path}`, accept: '*/*', limits: { wire: 1000, decoded: 1000 } });
		if (answer.type === 'fault') return `${answer.fault.code}: ${answer.fault.message.replaceAll(`:${server.port}`, '')}`;
		return answer.type === 'body' ? `${answer.url.replace(`:${server.port}`, '')}: ${Buffer.from(answer.bytes)}` : answer.type;
	}

	test('a handbook is fetched over a safe connection', async () => {
		expect(await get('/print')).toBe('https://moss.example/print: {}');
	});

	test('an address without a name is fine', async () => {
		expect(await get('/print', '127.0.0.1')).toBe('https://127.0.0.1/print: {}');
		expect(names.asked).toEqual([]);
	});

	test('a certificate for another name is refused', async () => {
		names.answers['fern.example'] = [['127.0.0.1']];
		expect(await get('/print', 'fern.example')).toBe('connection-failed: fern.example/print has a certificate for another name.');
		expect(server.requests).toEqual([]);
	});

	describe('a name that changes its addresses', () => {
		test('is looked up once, and connected to as it was checked', async () => {
			names.answers['moss.example'] = [['127.0.0.1'], ['10.0.0.1']];
			expect(await get('/print')).toBe('https://moss.example/print: {}');
			expect(names.asked).toEqual(['moss.example']);
		});

		test('is checked again the next time, although a connection is open', async () => {
			names.answers['moss.example'] = [['127.0.0.1'], ['10.0.0.1']];
			await get('/print');
			expect(await get('/print')).toBe('address-refused: moss.example/print belongs to a private network.');
			expect(server.requests).toHaveLength(1);
		});

		test('is checked again at each redirect', async () => {
			names.answers['moss.example'] = [['127.0.0.1'], ['169.254.169.254']];
			server.routes['/old'] = leadsTo('/print');
			expect(await get('/old')).toBe('address-refused: moss.example/old leads to moss.example/print, which belongs to a private network.');
			expect(server.requests).toHaveLength(1);
		});
	});

	test('a name with a private address of the newer kind is refused', async () => {
		names.answers['moss.example'] = [['127.0.0.1', 'fd00::1']];
		expect(await get('/print')).toBe('address-refused: moss.example/print belongs to a private network.');
	});

	test('a name without addresses is not known', async () => {
		expect(await get('/print', 'nobody.example')).toBe('address-unknown: nobody.example/print has a name that is not known: no address was found for it.');
	});

	describe('a redirect', () => {
		test('to another name is looked up and followed', async () => {
			server.routes['/old'] = leadsTo(`https://lichen.example:${server.port}/print`);
			expect(await get('/old')).toBe('https://lichen.example/print: {}');
			expect(names.asked).toEqual(['moss.example', 'lichen.example']);
		});

		test('to a name that leads into a private network is refused', async () => {
			names.answers['lichen.example'] = [['192.168.0.1']];
			server.routes['/old'] = leadsTo(`https://lichen.example:${server.port}/print`);
			expect(await get('/old')).toBe('address-refused: moss.example/old leads to lichen.example/print, which belongs to a private network.');
		});

		test.each([
			'http://moss.example/print',
			'http://169.254.169.254/latest/meta-data/',
			'https://169.254.169.254/latest/meta-data/',
			'https://127.0.0.2/print',
			'https://2130706434/',
			'https://0x7f.2/',
			'https://[::1]/',
			'https://[::ffff:127.0.0.2]/',
			'https://localhost/',
			'https://metadata.google.internal/',
			'https://moss.example:25/',
			'https://user:word@moss.example/',
			'file:///etc/passwd',
			'//10.0.0.1/',
		])('to %s is refused, and nobody is asked', async (location) => {
			server.routes['/old'] = leadsTo(location);
			expect(await get('/old')).toMatch(/^address-refused: moss\.example\/old leads to /);
			expect(server.requests).toHaveLength(1);
			expect(names.asked).toEqual(['moss.example']);
		});

		test('to a private address after two good ones is refused', async () => {
			Object.assign(server.routes, { '/1': leadsTo('/2'), '/2': leadsTo(`https://lichen.example:${server.port}/3`), '/3': leadsTo('https://10.0.0.1/') });
			expect(await get('/1')).toBe('address-refused: moss.example/1 leads to 10.0.0.1, which belongs to a private network.');
		});
	});
});
