import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answer, type Exchange, openWeb, type Web, type WebOptions } from '../../src/network/fetch.js';
import { type Behaviour, bomb, drips, endless, later, leadsTo, oddServer, raw, rawEndless, remembers, sends, silence, status } from './odd-server.js';

const list = new URL('../../../shared/hostile/ssrf/addresses.json', import.meta.url);
const limits = { wire: 20_000, decoded: 100_000 };

const open: Web[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((web) => web.close()));
});

/** The web as the crawler sees it, with a short deadline. On this computer, unless the options say otherwise. */
function web(options: Partial<WebOptions> = {}): Web {
	const opened = openWeb({ userAgent: 'sporeprint-test', allowPrivate: true, deadline: 2000, ...options });
	open.push(opened);
	return opened;
}

/** Fetches one address. */
async function get(url: string, exchange: Partial<Exchange> = {}, options: Partial<WebOptions> = {}): Promise<Answer> {
	return web(options).get({ url, accept: 'application/json', limits, ...exchange });
}

/** Fetches what a server sends that does only this. */
async function getFrom(behaviour: Behaviour, exchange: Partial<Exchange> = {}, options: Partial<WebOptions> = {}): Promise<Answer> {
	const { url } = await oddServer({ '/print': behaviour });
	return get(`${url}/print`, exchange, options);
}

/** An answer in short: its text, its status, or the code of what went wrong. */
function short(answer: Answer): string | number {
	if (answer.type === 'body') return Buffer.from(answer.bytes).toString();
	if (answer.type === 'fault') return answer.fault.code;
	return answer.type === 'status' ? answer.status : answer.type;
}

/** What is said about a fault, without the port. */
function said(answer: Answer): string {
	if (answer.type !== 'fault') throw new Error(`no fault: ${short(answer)}`);
	return answer.fault.message.replace(/127\.0\.0\.1:\d+/g, 'moss.example');
}

describe('an answer', () => {
	test('comes with its address, its type and its validators', async () => {
		const server = await oddServer({ '/print': sends('{}', { etag: '"1"', 'last-modified': 'Sun, 17 May 2026 00:00:00 GMT' }) });
		expect(await get(`${server.url}/print?a=1#part`)).toEqual({
			type: 'body',
			url: `${server.url}/print?a=1`,
			bytes: new Uint8Array([0x7b, 0x7d]),
			contentType: 'application/json',
			etag: '"1"',
			lastModified: 'Sun, 17 May 2026 00:00:00 GMT',
		});
	});

	test('is asked for with an honest name and nothing that tells more', async () => {
		const server = await oddServer({ '/print': sends('{}') });
		await get(`${server.url}/print`);
		expect(server.requests).toEqual([
			{
				path: '/print',
				headers: { host: `127.0.0.1:${server.port}`, connection: 'keep-alive', 'user-agent': 'sporeprint-test', accept: 'application/json', 'accept-encoding': 'gzip, br' },
			},
		]);
	});

	test('may be empty', async () => {
		expect(await getFrom(sends(''))).toMatchObject({ type: 'body', bytes: new Uint8Array() });
	});

	test('may come after a hint that it is being made', async () => {
		expect(short(await getFrom(raw('HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}')))).toBe('{}');
	});

	test('may end with the connection', async () => {
		expect(short(await getFrom(raw('HTTP/1.1 200 OK\r\n\r\n{}', 'end')))).toBe('{}');
	});

	test('is counted as it was sent', async () => {
		const server = await oddServer({ '/print': sends(gzipSync('x'.repeat(1000)), { 'content-encoding': 'gzip' }), '/old': leadsTo('/print') });
		const asked = web();
		await asked.get({ url: `${server.url}/old`, accept: '*/*', limits });
		expect(asked.traffic).toEqual({ requests: 2, bytes: gzipSync('x'.repeat(1000)).length });
	});
});

describe('a packed answer', () => {
	const text = 'some words '.repeat(50);
	const gzip = gzipSync(text);

	test.each<[string, Uint8Array]>([
		['gzip', gzip],
		['x-gzip', gzip],
		['GZIP', gzip],
		['br', brotliCompressSync(text)],
		['deflate', deflateSync(text)],
		['identity', Buffer.from(text)],
		['', Buffer.from(text)],
	])('with the coding “%s” is unpacked', async (coding, bytes) => {
		expect(short(await getFrom(sends(bytes, { 'content-encoding': coding })))).toBe(text);
	});

	test.each<[string, string | string[], Uint8Array]>([
		['packed twice', 'gzip, gzip', gzipSync(gzip)],
		['packed twice, said in two headers', ['gzip', 'br'], brotliCompressSync(gzip)],
		['packed a hundred times', Array(100).fill('gzip').join(), gzip],
		['packed once, with a second coding that does nothing', 'identity, gzip', gzip],
		['packed in an unknown way', 'zstd', gzip],
		['packed in a way that is a word of the program', 'constructor', gzip],
		['not packed as it says', 'gzip', Buffer.from(text)],
		['broken off', 'gzip', gzip.subarray(0, -6)],
		['broken off in another coding', 'br', brotliCompressSync(text).subarray(0, -6)],
		['damaged in the middle', 'gzip', Buffer.concat([gzip.subarray(0, 20), Buffer.from('????'), gzip.subarray(24)])],
		['packed, with something behind it', 'gzip', Buffer.concat([gzip, Buffer.from('something')])],
		['empty instead of packed', 'gzip', Buffer.alloc(0)],
	])('that is %s is not read', async (_, coding, bytes) => {
		expect(short(await getFrom(sends(bytes, { 'content-encoding': coding })))).toBe('answer-coding');
	});

	/** The text, packed with gzip on its way. */
	function onItsWay(header = ''): Behaviour {
		const head = `HTTP/1.1 200 OK\r\n${header}Transfer-Encoding: gzip, chunked\r\n\r\n${gzip.length.toString(16)}\r\n`;
		return raw(Buffer.concat([Buffer.from(head), gzip, Buffer.from('\r\n0\r\n\r\n')]));
	}

	test('that was packed on its way is unpacked', async () => {
		expect(short(await getFrom(onItsWay()))).toBe(text);
	});

	test('that was packed again on its way is not read', async () => {
		expect(short(await getFrom(onItsWay('Content-Encoding: gzip\r\n')))).toBe('answer-coding');
	});
});

describe('asking whether something has changed', () => {
	const validators = { etag: '"1"', 'last-modified': 'Sun, 17 May 2026 00:00:00 GMT' };

	test.each([{ etag: '"1"' }, { lastModified: validators['last-modified'] }, { etag: '"1"', lastModified: 'Mon, 18 May 2026 00:00:00 GMT' }])('with %j: it has not', async (sent) => {
		expect(await getFrom(remembers('{}', validators), sent)).toEqual({ type: 'unchanged' });
	});

	test.each([{ etag: '"2"' }, { lastModified: 'Mon, 18 May 2026 00:00:00 GMT' }, { etag: '"2"', lastModified: validators['last-modified'] }])('with %j: it has', async (sent) => {
		expect(await getFrom(remembers('{}', validators), sent)).toMatchObject({ type: 'body', etag: '"1"' });
	});

	test('also works where the address leads on', async () => {
		const server = await oddServer({ '/old': leadsTo('/print'), '/print': remembers('{}', validators) });
		expect(await get(`${server.url}/old`, { etag: '"1"' })).toEqual({ type: 'unchanged' });
	});

	test('nobody asked: “unchanged” is no answer', async () => {
		expect(said(await getFrom(status(304)))).toBe('moss.example/print says that nothing has changed, although nobody asked that, and sends nothing.');
	});

	test('validators that cannot be sent back are not kept', async () => {
		expect(await getFrom(raw(`HTTP/1.1 200 OK\r\nETag: "${'x'.repeat(300)}"\r\nLast-Modified: caf\xe9\r\nContent-Length: 2\r\n\r\n{}`))).toMatchObject({ etag: undefined, lastModified: undefined });
	});

	test.each(['"1"\r\nX-Injected: 1', '"ツ"', ''])('the validator %j is not sent', async (etag) => {
		const server = await oddServer({ '/print': sends('{}') });
		expect(short(await get(`${server.url}/print`, { etag }))).toBe('{}');
		expect(server.requests.map(({ headers }) => [headers['if-none-match'], headers['x-injected']])).toEqual([[undefined, undefined]]);
	});
});

describe('another status than 200', () => {
	test.each([201, 202, 203, 204, 206, 226, 300, 305, 306, 399, 400, 401, 403, 404, 410, 418, 429, 451, 500, 502, 503, 504, 599, 999])('%i is handed on', async (code) => {
		expect(await getFrom(status(code))).toEqual({ type: 'status', status: code, retryAfter: undefined });
	});

	test.each([
		['120', '2026-05-17T12:02:00.000Z'],
		['0', '2026-05-17T12:00:00.000Z'],
		['Sun, 17 May 2026 14:00:00 GMT', '2026-05-17T14:00:00.000Z'],
		['Sunday, 17-May-26 14:00:00 GMT', '2026-05-17T14:00:00.000Z'],
		['Sun May 17 14:00:00 2026', '2026-05-17T14:00:00.000Z'],
		['-5', '2026-05-17T12:00:00.000Z'],
		['Sun, 06 Nov 1994 08:49:37 GMT', '2026-05-17T12:00:00.000Z'],
		['999999999', '2026-05-24T12:00:00.000Z'],
		['9'.repeat(400), '2026-05-24T12:00:00.000Z'],
		['Fri, 31 Dec 9999 23:59:59 GMT', '2026-05-24T12:00:00.000Z'],
		['soon', undefined],
		['1e3', undefined],
		['2027', '2026-05-17T12:33:47.000Z'],
		['', undefined],
		['Someday, never', undefined],
	])('Retry-After: %s is %s', async (value, until) => {
		const answer = await getFrom(status(429, { 'retry-after': value }), {}, { now: () => new Date('2026-05-17T12:00:00Z') });
		expect(answer).toEqual({ type: 'status', status: 429, retryAfter: until === undefined ? undefined : new Date(until) });
	});

	test('is handed on although its text never comes', async () => {
		expect(short(await getFrom(raw('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 1000\r\n\r\n')))).toBe(503);
	});
});

describe('what is too much', () => {
	test.each([limits.wire - 1, limits.wire])('%i bytes are not', async (size) => {
		expect(await getFrom(sends('x'.repeat(size)))).toMatchObject({ type: 'body' });
	});

	test('one byte more is', async () => {
		expect(said(await getFrom(sends('x'.repeat(limits.wire + 1))))).toBe('moss.example/print sends more than 20 KiB.');
	});

	test('a length that promises too much is refused before anything is sent', async () => {
		expect(short(await getFrom(raw('HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n')))).toBe('answer-large');
	});

	test('a body without end is', async () => {
		const asked = web();
		const server = await oddServer({ '/print': endless });
		expect(short(await asked.get({ url: `${server.url}/print`, accept: '*/*', limits }))).toBe('answer-large');
		expect(asked.traffic.bytes).toBeLessThan(limits.wire + 128 * 1024);
	});

	test.each([100_000, 100_001])('packed: %i bytes of 100,000', async (size) => {
		const answer = await getFrom(sends(gzipSync('x'.repeat(size)), { 'content-encoding': 'gzip' }));
		expect(answer.type === 'body' ? answer.bytes.length : said(answer)).toBe(size === 100_000 ? size : 'moss.example/print sends an answer of more than 98 KiB when it is unpacked.');
	});

	test.each([
		['gzip', 900],
		['br', 64],
	] as const)('less than 1 MiB of %s that unpacks to %i MiB is', async (coding, mebibytes) => {
		const answer = await getFrom(bomb(coding, mebibytes), { limits: { wire: 1024 * 1024, decoded: 4 * 1024 * 1024 } });
		expect(said(answer)).toBe('moss.example/print sends an answer of more than 4 MiB when it is unpacked.');
	});

	test('unpacked, the smaller limit holds', async () => {
		expect(short(await getFrom(sends('x'.repeat(1000)), { limits: { wire: 2000, decoded: 999 } }))).toBe('answer-large');
	});

	test('a header of 100 KB is', async () => {
		expect(said(await getFrom(raw(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`)))).toBe('moss.example/print sends far too many headers before its answer.');
	});

	test('ten thousand headers are', async () => {
		expect(short(await getFrom(raw(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(10_000)}\r\n`)))).toBe('answer-large');
	});

	test('headers without end are', async () => {
		expect(short(await getFrom(rawEndless('HTTP/1.1 200 OK\r\n', 'X-More: and more\r\n'.repeat(100))))).toBe('answer-large');
	});

	test('a body in pieces of one byte is not', async () => {
		const pieces = '1\r\nx\r\n'.repeat(15_000);
		expect(await getFrom(raw(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${pieces}0\r\n\r\n`))).toMatchObject({ type: 'body', bytes: { length: 15_000 } });
	});
});

describe('what takes too long', () => {
	const slow = { deadline: 300 };

	test('is said', async () => {
		expect(said(await getFrom(silence, {}, slow))).toBe('moss.example/print takes longer than 0.3 seconds to answer.');
	});

	test.each<[string, Behaviour]>([
		['a body that drips', drips],
		['a body that stops', raw('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx')],
		['half a header', raw('HTTP/1.1 200 OK\r\nContent-')],
		['headers that drip', rawEndless('HTTP/1.1 200 OK\r\n', 'X: y\r\n', 20)],
		['hints without end', rawEndless('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 5)],
		['the length of a piece that never ends', rawEndless('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;', 'and=more;'.repeat(100), 5)],
		['a packed body that stops', raw(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1000\r\n\r\n'), gzipSync('x').subarray(0, 12)]))],
	])('%s', async (_, behaviour) => {
		expect(short(await getFrom(behaviour, {}, slow))).toBe('answer-slow');
	});

	test('several redirects together, although each is quick enough', async () => {
		const server = await oddServer({ '/1': later(140, leadsTo('/2')), '/2': later(140, leadsTo('/3')), '/3': later(140, leadsTo('/print')), '/print': sends('{}') });
		expect(short(await get(`${server.url}/1`, {}, slow))).toBe('answer-slow');
	});

	test('looking up a name', async () => {
		expect(short(await get('https://moss.example/', {}, { ...slow, allowPrivate: false, lookup: () => new Promise(() => {}) }))).toBe('answer-slow');
	});

	test('agreeing on a safe connection, which is given up then', async () => {
		const sockets: Socket[] = [];
		const mute = createServer((socket) => sockets.push(socket.on('error', () => {}))).listen(0, '127.0.0.1');
		await once(mute, 'listening');
		const { port } = mute.address() as AddressInfo;
		expect(short(await get(`https://127.0.0.1:${port}/`, {}, slow))).toBe('answer-slow');
		const [socket] = sockets;
		if (socket && !socket.closed) await once(socket.resume(), 'close');
		expect(sockets).toHaveLength(1);
		mute.close();
	});

	test('does not make the next one late that waits for the same host', async () => {
		const server = await oddServer({ '/silent': silence, '/print': sends('{}') });
		const asked = web(slow);
		const answers = await Promise.all(['silent', 'print', 'silent', 'print'].map((path) => asked.get({ url: `${server.url}/${path}`, accept: '*/*', limits })));
		expect(answers.map(short)).toEqual(['answer-slow', '{}', 'answer-slow', '{}']);
	});
});

describe('a broken answer', () => {
	test.each<[string, Behaviour]>([
		['that ends before it begins', raw('', 'end')],
		['that ends in its headers', raw('HTTP/1.1 200 OK\r\nContent-', 'end')],
		['that is shorter than it says', raw('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort', 'end')],
		['that breaks off', raw('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort', 'reset')],
		['that breaks off between pieces', raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n', 'end')],
		['that breaks off before it begins', raw('', 'reset')],
		['whose pieces are no pieces', raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n')],
		['with two lengths', raw('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 4\r\n\r\n{}{}')],
		['with a length and in pieces', raw('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n')],
		['with a length below nothing', raw('HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}')],
		['with a length that is no number', raw('HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}')],
		['with a length of twenty digits', raw('HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}')],
		['of another kind of server', raw('SSH-2.0-OpenSSH_9.9\r\n')],
		['of the first web', raw('<title>Hello</title>\r\n', 'end')],
		['with a status of four digits', raw('HTTP/1.1 2000 OK\r\n\r\n', 'end')],
		['with a status of two digits', raw('HTTP/1.1 20 OK\r\n\r\n', 'end')],
		['of another language', raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n')],
		['of the second version', raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')],
		['that waits for a body', raw('HTTP/1.1 100 Continue\r\n\r\n')],
		['with a zero byte in a header', raw('HTTP/1.1 200 OK\r\nX: \0\r\n\r\n')],
		['of noise', raw(Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)))],
	])('%s', async (_, behaviour) => {
		expect(short(await getFrom(behaviour))).toBe('connection-failed');
	});

	test('that is longer than it says ends where it says, and the rest is no answer to anything', async () => {
		const server = await oddServer({ '/long': raw('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlies'), '/print': sends('true') });
		const asked = web();
		const answers = [];
		for (const path of ['long', 'print']) answers.push(short(await asked.get({ url: `${server.url}/${path}`, accept: '*/*', limits })));
		expect(answers).toEqual(['{}', 'true']);
	});

	test('with names of the program among its headers', async () => {
		expect(short(await getFrom(raw('HTTP/1.1 200 OK\r\n__proto__: x\r\nconstructor: y\r\ntoString: z\r\nContent-Length: 2\r\n\r\n{}')))).toBe('{}');
	});
});

describe('no connection', () => {
	test('because nobody listens', async () => {
		const server = await oddServer();
		await server.close();
		expect(said(await get(`${server.url}/print`))).toBe('moss.example/print refuses the connection.');
	});

	test('because the certificate is worth nothing', async () => {
		const [key, cert] = ['key', 'certificate'].map((name) => readFileSync(new URL(`../fixtures/network/${name}.pem`, import.meta.url), 'utf8'));
		const server = await oddServer({ '/print': sends('{}') }, { key: key ?? '', cert: cert ?? '' });
		expect(said(await get(`${server.url}/print`))).toBe('moss.example/print has a certificate that nobody vouches for.');
		expect(server.requests).toEqual([]);
	});

	test('because the site does not speak https', async () => {
		const server = await oddServer({ '/print': sends('{}') });
		expect(short(await get(`${server.url.replace('http:', 'https:')}/print`))).toBe('connection-failed');
	});

	test.each<[string, WebOptions['lookup']]>([
		['there is no such name', () => Promise.reject(Object.assign(new Error('queryA ENOTFOUND'), { code: 'ENOTFOUND' }))],
		['the name has no address', () => Promise.resolve([])],
	])('because %s', async (_, lookup) => {
		expect(said(await get('https://moss.example/', {}, { lookup, allowPrivate: false }))).toBe('moss.example has a name that is not known: no address was found for it.');
	});

	test.each([true, false])('because the system knows no such name, allowPrivate being %s', async (allowPrivate) => {
		expect(short(await get('https://sporeprint.invalid.', {}, { allowPrivate }))).toBe(allowPrivate ? 'address-unknown' : 'address-refused');
	});

	test.each(['', 'moss.example', 'https://', 'https://moss example/', '/handbook/'])('because %j is no address', async (url) => {
		expect(short(await get(url))).toBe('address-refused');
	});

	test('because the header cannot be sent', async () => {
		const server = await oddServer({ '/print': sends('{}') });
		expect(short(await get(`${server.url}/print`, { accept: 'a\r\nb: c' }))).toBe('connection-failed');
	});
});

describe('a redirect', () => {
	test.each([301, 302, 303, 307, 308])('%i is followed', async (code) => {
		const server = await oddServer({ '/a/old': leadsTo('../new#part', code), '/new': sends('{}') });
		expect(await get(`${server.url}/a/old`)).toMatchObject({ type: 'body', url: `${server.url}/new` });
	});

	test('to another server is followed', async () => {
		const other = await oddServer({ '/print': sends('{}') });
		const server = await oddServer({ '/print': leadsTo(`${other.url}/print`) });
		expect(await get(`${server.url}/print`)).toMatchObject({ type: 'body', url: `${other.url}/print` });
	});

	test('may have letters of all languages in it', async () => {
		const server = await oddServer({ '/old': raw(Buffer.from('HTTP/1.1 302 Found\r\nLocation: /ツ\r\nContent-Length: 0\r\n\r\n')), '/%E3%83%84': sends('{}') });
		expect(short(await get(`${server.url}/old`))).toBe('{}');
	});

	test('three are followed, and a fourth is not', async () => {
		const server = await oddServer({ '/0': leadsTo('/1'), '/1': leadsTo('/2'), '/2': leadsTo('/3'), '/3': leadsTo('/4'), '/4': sends('{}') });
		expect(short(await get(`${server.url}/1`))).toBe('{}');
		expect(said(await get(`${server.url}/0`))).toBe('moss.example/0 leads on to another address more than 3 times.');
		expect(server.requests.map(({ path }) => path)).toEqual(['/1', '/2', '/3', '/4', '/0', '/1', '/2', '/3']);
	});

	test('in a circle ends where it began', async () => {
		const server = await oddServer({ '/a': leadsTo('/b'), '/b': leadsTo('/a#again') });
		expect(said(await get(`${server.url}/a`))).toBe('moss.example/a leads in a circle.');
		expect(server.requests).toHaveLength(2);
	});

	test('to itself with a cookie ends at once, and the cookie is not kept', async () => {
		const server = await oddServer({
			'/print': leadsTo('/print', 302, { 'set-cookie': 'in=1' }),
			'/other': leadsTo('/free', 302, { 'set-cookie': 'in=1; Path=/' }),
			'/free': sends('{}', { 'set-cookie': 'in=2' }),
		});
		const asked = web();
		const answers = [];
		for (const path of ['print', 'other', 'free']) answers.push(short(await asked.get({ url: `${server.url}/${path}`, accept: '*/*', limits })));
		expect(answers).toEqual(['answer-redirects', '{}', '{}']);
		expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined, undefined, undefined]);
	});

	test.each<[string, Behaviour]>([
		['to nowhere', status(302)],
		['to an address that is none', leadsTo('http://[')],
		['to two addresses', raw('HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n')],
	])('%s is none', async (_, behaviour) => {
		expect(said(await getFrom(behaviour))).toBe('moss.example/print leads on to another address, but does not say to which.');
	});

	test.each(['file:///etc/passwd', 'data:application/json,{}', 'ftp://127.0.0.1/', 'gopher://127.0.0.1:70/', 'javascript:alert(1)', 'blob:https://moss.example/x', 'http://user:word@127.0.0.1/'])(
		'to %s is refused',
		async (location) => {
			expect(short(await getFrom(leadsTo(location)))).toBe('address-refused');
		},
	);

	test('that is refused says so, briefly and without any password', async () => {
		expect(said(await getFrom(leadsTo('file:///etc/passwd')))).toBe('moss.example/print leads to file:/etc/passwd, which does not start with https://.');
		expect(said(await getFrom(leadsTo('http://user:word@lichen.example/')))).toBe('moss.example/print leads to lichen.example, which has a user name or a password in it.');
		expect(said(await getFrom(leadsTo(`data:${'x'.repeat(5000)}`))).length).toBeLessThan(250);
	});

	test('to where nobody listens names both', async () => {
		const gone = await oddServer();
		await gone.close();
		expect(said(await getFrom(leadsTo(`${gone.url}/new`)))).toBe('moss.example/print leads to moss.example/new, which refuses the connection.');
	});
});

describe('a host', () => {
	test('is asked one thing at a time, over one connection', async () => {
		let busy = 0;
		let most = 0;
		const server = await oddServer({
			'/print': (request, response) => {
				most = Math.max(most, ++busy);
				setTimeout(() => {
					busy--;
					sends('{}')(request, response);
				}, 10);
			},
		});
		const asked = web();
		const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => asked.get({ url: `${server.url}/print?${at}`, accept: '*/*', limits })));
		expect(answers.map(short)).toEqual(Array(6).fill('{}'));
		expect([most, server.connections]).toEqual([1, { made: 1, most: 1 }]);
	});

	test('with two addresses of which one does not answer is reached at the other', async () => {
		const server = await oddServer({ '/print': sends('{}') });
		const lookup: WebOptions['lookup'] = async () => [
			{ address: '::1', family: 6 },
			{ address: '127.0.0.1', family: 4 },
		];
		expect(short(await get(`http://moss.example:${server.port}/print`, {}, { lookup }))).toBe('{}');
		expect(server.requests[0]?.headers.host).toBe(`moss.example:${server.port}`);
	});

	test('at another port is another server', async () => {
		const [one, two] = [await oddServer({ '/print': sends('1') }), await oddServer({ '/print': sends('2') })];
		const asked = web();
		const answers = [];
		for (const { url } of [one, two, one]) answers.push(short(await asked.get({ url: `${url}/print`, accept: '*/*', limits })));
		expect(answers).toEqual(['1', '2', '1']);
	});

	test('whose name is found too late is left alone while another is being answered', async () => {
		const [one, two] = [await oddServer({ '/print': sends('1') }), await oddServer({ '/print': later(250, sends('2')) })];
		const waits = [450, 0];
		const lookup: WebOptions['lookup'] = async () => {
			await new Promise((done) => setTimeout(done, waits.shift()));
			return [{ address: '127.0.0.1', family: 4 }];
		};
		const asked = web({ deadline: 300, lookup });
		const answers = await Promise.all([one, two].map(({ port }) => asked.get({ url: `http://moss.example:${port}/print`, accept: '*/*', limits })));
		expect(answers.map(short)).toEqual(['answer-slow', '2']);
		expect(one.requests).toEqual([]);
	});

	test('that hangs up after each answer without saying so is asked again', async () => {
		const answered = new WeakSet();
		const server = await oddServer({
			'/print': (request, response) => {
				if (answered.has(request.socket)) return void request.socket.destroy();
				answered.add(request.socket);
				sends('{}')(request, response);
			},
		});
		const asked = web();
		for (let at = 0; at < 3; at++) expect(short(await asked.get({ url: `${server.url}/print`, accept: '*/*', limits }))).toBe('{}');
	});

	test('that keeps hanging up is not asked for ever', async () => {
		const server = await oddServer({ '/print': sends('{}'), '/broken': raw('', 'reset') });
		const asked = web();
		await asked.get({ url: `${server.url}/print`, accept: '*/*', limits });
		expect(short(await asked.get({ url: `${server.url}/broken`, accept: '*/*', limits }))).toBe('connection-failed');
		expect(server.requests).toHaveLength(3);
	});

	test('that answered badly can answer well the next time', async () => {
		const server = await oddServer({ '/print': endless });
		const asked = web();
		const ask = async () => short(await asked.get({ url: `${server.url}/print`, accept: '*/*', limits }));
		expect(await ask()).toBe('answer-large');
		server.routes['/print'] = sends('{}');
		expect(await ask()).toBe('{}');
	});

	test('that is being asked when everything ends is let go', async () => {
		const server = await oddServer({ '/print': silence });
		const asked = openWeb({ userAgent: 'sporeprint-test', allowPrivate: true });
		const answers = Promise.all([1, 2].map((at) => asked.get({ url: `${server.url}/print?${at}`, accept: '*/*', limits })));
		await expect.poll(() => server.requests.length).toBe(1);
		await asked.close();
		expect((await answers).map(short)).toEqual(['connection-failed', 'connection-failed']);
		expect(server.requests).toHaveLength(1);
	});
});

describe('private addresses', () => {
	/** Asks for a name that has these addresses. Nobody is connected to: whatever is not refused would fail in another way. */
	async function getNamed(...addresses: string[]): Promise<Answer> {
		return get('https://moss.example/', {}, { allowPrivate: false, deadline: 300, lookup: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) });
	}

	test('a name that leads to one is refused, and nobody is asked', async () => {
		const server = await oddServer({ '/': sends('{}') });
		const answer = await get(`https://moss.example:${server.port}/`, {}, { allowPrivate: false, lookup: async () => [{ address: '127.0.0.1', family: 4 }] });
		expect(said(answer)).toMatch(/^moss\.example:\d+ belongs to a private network\.$/);
		expect(server.connections.made).toBe(0);
	});

	test.each([
		['8.8.8.8', '10.0.0.1'],
		['2606:4700::1111', '::1'],
		['127.0.0.1', '8.8.8.8'],
	])('one among others is enough: %s and %s', async (...addresses) => {
		expect(short(await getNamed(...addresses))).toBe('address-refused');
	});

	test('the name itself is refused without being looked up', async () => {
		const looked: string[] = [];
		const lookup = async (name: string) => {
			looked.push(name);
			return [];
		};
		for (const url of ['https://localhost/', 'https://2130706433/', 'https://[::1]/', 'https://moss.local/', 'http://moss.example/'])
			expect(short(await get(url, {}, { allowPrivate: false, lookup }))).toBe('address-refused');
		expect(looked).toEqual([]);
	});

	describe.skipIf(readable(list) === undefined)('on the public list', () => {
		const { deny, denyUrls } = (readable(list) ?? { deny: [], denyUrls: [] }) as { deny: string[]; denyUrls: string[] };

		test('no name may lead to one', async () => {
			for (const ip of deny) expect([ip, short(await getNamed(ip))]).toEqual([ip, 'address-refused']);
		});

		test('none may be asked directly, with http or https', async () => {
			const spellings = [...denyUrls, ...denyUrls.map((url) => url.replace(/^https?:/i, 'https:')), ...deny.map((ip) => `https://${ip.includes(':') ? `[${ip}]` : ip}/`)];
			for (const url of spellings) expect([url, short(await get(url, {}, { allowPrivate: false, lookup: () => Promise.reject(new Error('asked')) }))]).toEqual([url, 'address-refused']);
		});
	});
});

function readable(file: URL): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}
