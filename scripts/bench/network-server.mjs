// A process that plays the members of a network, each at an address of its own. Started by network.mjs with fork().
import { createServer } from 'node:http';
import { connect } from 'node:net';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { byteHash } from '../../dist/lib/text-hash.js';
import { faults } from './network-faults.mjs';
import { makeMember, printOf, published } from './network-member.mjs';

const usualPort = 8177;
const { members: memberCount, entries: count, faulty, network } = JSON.parse(process.argv[2]);

const port = await open('0.0.0.0', usualPort).catch(() => open('0.0.0.0', 0));
const hasOwnAddresses = await answers('127.0.1.1');
const members = new Map();
for (let number = 1; number <= memberCount; number++) {
	const member = playedMember(number, await homeOf(number));
	members.set(new URL(member.home).host, member);
}

process.on('message', () => {
	process.send([...members.values()].map(({ id, requests, conditional, unchanged }) => ({ id, requests, conditional, unchanged })));
	for (const member of members.values()) Object.assign(member, { requests: 0, conditional: 0, unchanged: 0 });
});
process.send([...members.values()].map(({ id, home, faultName }) => ({ id, url: home, fault: faultName })));

/** A member with what it answers, packed as most servers pack it. The faulty ones are spread among the others, as many of each kind as possible. */
function playedMember(number, home) {
	const id = `group-${String(number).padStart(4, '0')}`;
	const before = Math.floor((number - 1) * faulty);
	const names = Object.keys(faults);
	const faultName = Math.floor(number * faulty) > before ? names[before % names.length] : undefined;
	const fault = faults[faultName];
	const made = makeMember({ number, home, network, count });
	const print = printOf(made);
	const lines = [...made.lines];
	fault?.alter?.(print, lines);
	const files = published(print, lines);
	return { id, home, faultName, fault, etag: `"${byteHash(files.print)}"`, print: gzipSync(files.print), bundle: gzipSync(files.bundle), requests: 0, conditional: 0, unchanged: 0 };
}

function answer(request, response) {
	const member = members.get(request.headers.host);
	const file = new URL(request.url, 'http://localhost').pathname;
	if (member) note(member, request);
	if (!member) response.writeHead(404).end();
	else if (file === '/robots.txt') response.writeHead(200, { 'content-type': 'text/plain' }).end(`User-agent: *\nDisallow:${member.fault?.robots ? ' /' : ''}\n`);
	else if (file === '/handbook.json') (member.fault?.print ?? sendPrint)(request, response, member);
	else if (file === '/handbook.ndjson') (member.fault?.bundle ?? sendBundle)(request, response, member);
	else response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>Not here</title>');
}

function note(member, { headers }) {
	member.requests++;
	if (headers['if-none-match'] !== undefined) member.conditional++;
	if (headers['if-none-match'] === member.etag) member.unchanged++;
}

function sendPrint({ headers }, response, { print, etag }) {
	if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
	else response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip', etag }).end(print);
}

function sendBundle(_, response, { bundle }) {
	response.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' }).end(bundle);
}

/** An origin of its own: its own address, or its own port where that is not possible. */
async function homeOf(number) {
	if (hasOwnAddresses) return `http://127.0.${Math.ceil(number / 250)}.${((number - 1) % 250) + 1}:${port}/`;
	return `http://127.0.0.1:${await open('127.0.0.1', 0)}/`;
}

function open(host, wanted) {
	const server = createServer(answer);
	server.on('connection', (socket) => socket.on('error', () => {}));
	return new Promise((done, fail) => {
		server.once('error', fail);
		server.listen(wanted, host, () => done(server.address().port));
	});
}

/** Whether this computer has all of 127.0.0.0/8 for itself; some have only the first of them. */
function answers(host) {
	return new Promise((done) => {
		const socket = connect({ host, port, timeout: 1000 }, () => done(true));
		socket
			.on('error', () => done(false))
			.on('timeout', () => done(false))
			.on('close', () => done(false))
			.on('connect', () => socket.destroy());
	});
}
