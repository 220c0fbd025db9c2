import { gzipSync } from 'node:zlib';
import type { HandbookServer, PlayedHandbook } from './handbook-server.js';
import { type Behaviour, bomb, drips, endless, leadsTo, oddServer, raw, rawEndless, sends, silence, status } from './odd-server.js';

/** A member with which something is wrong. */
export interface FaultyMember {
	url: string;
	/** It costs as much time as it is given. */
	isSlow: boolean;
	/** What it publishes keeps to all rules. */
	isInOrder: boolean;
}

const print = '/handbook.json';
const bundle = '/handbook.ndjson';

/** What servers do wrong, each of them with one file of a handbook that is otherwise in order. */
const faultyServers: Record<string, { file: string; behave: Behaviour; isSlow?: true }> = {
	'redirect-loop': { file: print, behave: (request, response) => leadsTo(request.url?.includes('?') ? print : `${print}?again`)(request, response) },
	'redirect-to-file': { file: print, behave: leadsTo('file:///etc/hostname') },
	'cookie-wall': { file: print, behave: leadsTo(print, 302, { 'set-cookie': 'seen=1' }) },
	'silent-print': { file: print, behave: silence, isSlow: true },
	'silent-robots': { file: '/robots.txt', behave: silence, isSlow: true },
	'slow-drip': { file: bundle, behave: drips, isSlow: true },
	'endless-body': { file: bundle, behave: endless },
	'endless-headers': { file: print, behave: rawEndless('HTTP/1.1 200 OK\r\n', 'x: y\r\n'.repeat(1000)) },
	'gzip-bomb': { file: print, behave: bomb('gzip', 64) },
	'brotli-bomb': { file: bundle, behave: bomb('br', 64) },
	'stacked-codings': { file: bundle, behave: sends(gzipSync(gzipSync('{}')), { 'content-encoding': 'gzip, gzip' }) },
	'wrong-length': { file: print, behave: raw('HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n{"sporeprint": 1', 'end') },
	'reset-in-body': { file: bundle, behave: raw('HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n{"id": "a"', 'reset') },
	'no-http': { file: print, behave: raw('220 mail.example ESMTP\r\n', 'end') },
	'truncated-json': { file: print, behave: sends('{"sporeprint": 1, "url": "http') },
	'nested-json': { file: print, behave: sends('['.repeat(100_000)) },
	'wrong-type': { file: print, behave: sends('<!doctype html><script>alert(1)</script>', { 'content-type': 'text/html' }) },
	'too-many-requests': { file: print, behave: status(429, { 'retry-after': '3600' }) },
	'server-error': { file: bundle, behave: status(500) },
	missing: { file: print, behave: status(404) },
	gone: { file: print, behave: status(410) },
	'etag-lies': { file: print, behave: status(304) },
	'changing-answers': { file: bundle, behave: sends('{"id":"pages/other","kind":"page","fields":{},"head":"","body":"Other"}\n') },
	'robots-refuse': { file: '/robots.txt', behave: sends('User-agent: *\nDisallow: /\n', { 'content-type': 'text/plain' }) },
};

/** What handbooks do wrong that share a site with others; `victim` is one of these. */
const faultyHandbooks: Record<string, (handbook: PlayedHandbook, victim: PlayedHandbook) => void> = {
	'wrong-hash': (it) => {
		it.print = (said) => ({ ...said, entries: said.entries.map((entry) => ({ ...entry, sha256: '0'.repeat(64) })) });
	},
	'no-consent': (it) => it.publish({ group: { networks: [] } }),
	mirror: (it, victim) => {
		it.print = (said) => JSON.parse(JSON.stringify(said).replaceAll(it.url, victim.url));
	},
	'claims-texts': (it, victim) => {
		it.print = (said) => ({ ...said, entries: said.entries.map((entry) => ({ ...entry, url: `${victim.url}pages/a/` })) });
	},
	'many-entries': (it) => {
		it.print = (said) => ({ ...said, entries: Array(5001).fill(said.entries[0]) });
	},
	'proto-keys': (it) => {
		it.print = (said) => JSON.parse(`{"__proto__": ${JSON.stringify(said)}, "constructor": {"prototype": {"state": "gone"}}, "sporeprint": 1}`);
	},
	'invalid-version': (it) => {
		it.print = (said) => ({ ...said, sporeprint: 2 });
	},
	'ids-are-paths': (it) => {
		it.print = (said) => ({ ...said, entries: said.entries.map((entry) => ({ ...entry, id: '../victim/snapshot' })) });
	},
};

/** What keeps to all rules, and is meant to do harm. */
const hostileHandbooks: typeof faultyHandbooks = {
	'lists-another': (it, victim) => {
		it.print = (said) => ({ ...said, members: [{ id: 'victim', url: victim.url, state: 'gone' }] });
	},
	'hangs-parsers': (it) => it.publish({ texts: { 'pages/a.md': '[ (]('.repeat(8000) } }),
	'looks-like-another': (it) => {
		it.publish({ texts: { 'pages/a.md': '---\ntitle: A\naliases: [victim/pages/a, groups/victim/pages/a]\nrelated: [victim/pages/a]\n---\n[A](../victim/pages/a/) [A](/groups/victim/pages/a/)\n' } });
		it.print = (said) => ({ ...said, group: { ...said.group, name: 'Victim' } });
	},
};

/** Starts one of each kind, by the name of its fault. Servers that are faulty themselves have a site of their own, the others stand on the one that is given. */
export async function playFaultyMembers(site: HandbookServer, victim: PlayedHandbook): Promise<Record<string, FaultyMember>> {
	const members: Record<string, FaultyMember> = {};
	for (const [name, misbehave] of Object.entries({ ...faultyHandbooks, ...hostileHandbooks })) {
		const handbook = site.handbook(name);
		misbehave(handbook, victim);
		members[name] = { url: handbook.url, isSlow: false, isInOrder: name in hostileHandbooks };
	}
	const model = site.handbook('model');
	const files = { [print]: await textAt(`${model.url}handbook.json`), [bundle]: await textAt(`${model.url}handbook.ndjson`) };
	for (const [name, { file, behave, isSlow = false }] of Object.entries(faultyServers)) {
		const server = await oddServer();
		const home = `${server.url}/`;
		for (const [path, text] of Object.entries(files)) server.routes[path] = sends(text.replaceAll(model.url, home));
		server.routes[file] = behave;
		members[name] = { url: home, isSlow, isInOrder: false };
	}
	return members;
}

async function textAt(address: string): Promise<string> {
	const answer = await fetch(address);
	return answer.text();
}
