import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Member, MirroredEntry, MirroredHandbook, Network } from '../../src/network/network.js';
import { emptyFolder, placed, said, writeFiles } from '../mini-handbook.js';
import { hashOf, homeOf, type MiniMember, miniNetwork, read, snapshotFiles, worker } from './mini-network.js';

// A busy machine gives a text ten times as long.
vi.setConfig({ testTimeout: 120_000 });

const noWorker = new URL('no-worker.js', worker);
const slow = '[ (]('.repeat(8_192);

async function networkOf(members: Record<string, MiniMember>, files = {}): Promise<Network> {
	return (await read(miniNetwork(members, files))).value;
}

function memberOf({ members }: Network, id: string): Member {
	const found = members.find((member) => member.id === id);
	if (!found) throw new Error(`There is no member ${id}.`);
	return found;
}

function handbookOf(network: Network, id: string): MirroredHandbook {
	const { handbook } = memberOf(network, id);
	if (!handbook) throw new Error(`${id} has no handbook.`);
	return handbook;
}

/** The handbook of a member called moss that is the only one. */
async function handbook(member: MiniMember, files = {}): Promise<MirroredHandbook> {
	return handbookOf(await networkOf({ moss: member }, files), 'moss');
}

/** The one text of a member that has one. */
async function entryOf(source: string, member: MiniMember = {}, id = 'practices/check-in'): Promise<MirroredEntry> {
	const [entry] = (await handbook({ ...member, texts: { [id]: source, ...member.texts } })).entries;
	if (!entry) throw new Error('The text is not shown.');
	return entry;
}

describe('a network', () => {
	test('is read with its members and how they stand', async () => {
		const root = miniNetwork({
			moss: { texts: { 'pages/a': '# A' }, entries: { 'pages/a': { firstSeen: '2024-03-01' } }, snapshot: { group: { name: 'Moss', purpose: 'Hills' } } },
			ash: {
				file: 'since: 2023\nnote: Old friends\nstatus: archived\n',
				record: { state: 'failing', lastGood: '2026-05-16', failingSince: '2026-05-17', problem: { code: 'answer-slow', message: 'm', hint: 'h' } },
			},
			oak: { file: 'status: active\n', record: { state: 'frozen', lastGood: '2026-04-01' } },
		});
		writeFiles(root, { 'content/members/elm.yml': 'url: https://elm.example/\n' });
		const { value, problems } = await read(root);
		expect(problems).toEqual([]);
		expect(value.host).toMatchObject({ fields: { name: 'Rhizome' }, lang: 'en', text: { html: '' } });
		expect(value.asOf).toBe('2026-05-17');
		expect(value.members.map(({ handbook: _, ...member }) => member)).toEqual([
			{
				id: 'ash',
				type: 'handbook',
				url: homeOf('ash'),
				since: '2023',
				note: 'Old friends',
				state: 'archived',
				lastGood: '2026-05-16',
				failingSince: '2026-05-17',
				problem: { code: 'answer-slow', message: 'm', hint: 'h' },
			},
			{ id: 'elm', type: 'handbook', url: 'https://elm.example/', state: 'waiting' },
			{ id: 'moss', type: 'handbook', url: homeOf('moss'), since: '2024-03-01', state: 'fresh', lastGood: '2026-05-17' },
			{ id: 'oak', type: 'handbook', url: homeOf('oak'), state: 'frozen', lastGood: '2026-04-01' },
		]);
		expect(memberOf(value, 'elm').handbook).toBeUndefined();
		expect(handbookOf(value, 'moss')).toMatchObject({ group: { name: 'Moss', purpose: 'Hills' }, redirects: [], quarantined: [], stubs: [], gone: [] });
	});

	test('may be empty', async () => {
		const { value, problems } = await read(miniNetwork({}), { worker: noWorker });
		expect([value.members, value.hidden, value.asOf, problems]).toEqual([[], [], undefined, []]);
	});

	test('says of itself what its host wrote, with links to its members and their texts', async () => {
		const links = [
			'groups',
			'/groups/moss/',
			'members/moss.yml',
			'/groups/moss/pages/a',
			'groups/moss/pages/old#b',
			'./',
			'network.json',
			'practices/',
			'#we',
			'https://example.org/',
			'groups/ash',
			'nothing',
		];
		const text = `---\nname: Rhizome\nurl: https://rhizome.example/\nlanguages: [es]\n---\n# Rhizome\n\n${links.map((link) => `[x](${link})`).join('\n')}\n![a](a.png)\n\n## We\n`;
		const root = miniNetwork({ moss: { texts: { 'pages/a': '# A' }, snapshot: { aliases: [{ from: 'pages/old', to: 'pages/a' }] } } }, { 'network.md': text });
		const { value, problems } = await read(root, { base: '/net/' });
		expect(value.host.lang).toBe('es');
		expect([...value.host.text.html.matchAll(/<a href="([^"]*)">x/g)].map(([, href]) => href)).toEqual([
			'/net/groups/',
			'/net/groups/moss/',
			'/net/groups/moss/',
			'/net/groups/moss/pages/a/',
			'/net/groups/moss/pages/a/#b',
			'/net/',
			'/net/network.json',
			'/net/practices/',
			'#we',
			'https://example.org/',
		]);
		expect(problems.map((each) => `${placed(each)} ${each.message}`)).toEqual([
			'content/network.md:18:1 link-broken There is nothing at “groups/ash”.',
			'content/network.md:19:1 link-broken There is nothing at “nothing”.',
			'content/network.md:20:1 image-missing There is no image at “a.png”.',
		]);
	});

	test('cannot be read without a worker when there are texts to read', async () => {
		await expect(read(miniNetwork({ moss: { texts: { 'pages/a': '# A' } } }), { worker: noWorker })).rejects.toThrow('cannot start');
	});
});

describe('a text of a member', () => {
	test('is what its author published, and says where it is at home', async () => {
		const source = '\uFEFF---\r\ntitle: Round\r\ntags: [care]\r\nduration: 20\r\n---\r\n## How\r\n\r\nWe *meet*.\r\n';
		const entry = await entryOf(source, { snapshot: { group: { name: 'Moss' } }, entries: { 'practices/check-in': { title: 'The round', lang: 'de', licence: 'CC0-1.0', updated: '2026-04' } } });
		const clean = '---\ntitle: Round\ntags: [care]\nduration: 20\n---\n## How\n\nWe *meet*.\n';
		expect(entry).toEqual({
			kind: 'practice',
			id: 'groups/moss/practices/check-in',
			title: 'The round',
			lang: 'de',
			licence: 'CC0-1.0',
			updated: '2026-04',
			syntax: 'md',
			fields: { title: 'Round', tags: ['care'], duration: { min: 20, max: 20 } },
			source: clean,
			body: '## How\n\nWe *meet*.\n',
			text: {
				html: '<h2 id="text-how"><a href="#text-how" class="anchor">How</a></h2>\n<p>We <em>meet</em>.</p>',
				text: 'How\n\nWe meet.',
				headings: [{ depth: 2, id: 'text-how', text: 'How' }],
				ids: new Set(['text-how']),
				entryLinks: [],
				externalLinks: [],
				addresses: [],
				faults: [],
			},
			backlinks: [],
			mirrorOf: {
				member: 'moss',
				group: 'Moss',
				handbook: homeOf('moss'),
				url: `${homeOf('moss')}practices/check-in/`,
				sourceUrl: `${homeOf('moss')}practices/check-in.md`,
				firstSeen: '2026-01-01',
				changed: '2026-05-01',
				sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
				bodySha256: expect.stringMatching(/^[0-9a-f]{64}$/),
			},
		});
	});

	test('leads to others of the same member, also by former ids, and they know of it', async () => {
		const { entries, redirects } = await handbook({
			texts: { 'pages/a': '[b](b.md#x) [b](/pages/b/) [self](a.md)', 'pages/b': '[c](../agreements/old.md)', 'agreements/con': '[a](../pages/a.md) [b](../pages/b.md)' },
			snapshot: {
				aliases: [
					{ from: 'agreements/old', to: 'agreements/con' },
					{ from: 'pages/a', to: 'pages/b' },
					{ from: 'pages/lost', to: 'pages/nothing' },
					{ from: 'agreements/old', to: 'pages/a' },
					{ from: 'pages/prn', to: 'pages/a' },
				],
			},
		});
		expect(entries.map(({ id, backlinks }) => [id, backlinks])).toEqual([
			['groups/moss/pages/a', ['groups/moss/agreements/x-con']],
			['groups/moss/pages/b', ['groups/moss/pages/a', 'groups/moss/agreements/x-con']],
			['groups/moss/agreements/x-con', ['groups/moss/pages/b']],
		]);
		expect(redirects.toSorted((a, b) => a.from.localeCompare(b.from))).toEqual([
			{ from: 'groups/moss/agreements/old', to: 'groups/moss/agreements/x-con' },
			{ from: 'groups/moss/pages/x-prn', to: 'groups/moss/pages/a' },
		]);
	});

	test('names others of the same member in its facts, and none of another', async () => {
		const facts = (lines: string[]) => `---\n${lines.join('\n')}\n---\n`;
		const lists = '[pages/a, pages/old, pages/none, groups/ash/pages/a, groups/moss/pages/a]';
		const network = await networkOf({
			ash: { texts: { 'pages/a': '# A' } },
			moss: {
				snapshot: { aliases: [{ from: 'pages/old', to: 'roles/b' }] },
				texts: {
					'pages/a': facts(['id: pages/x', 'aliases: [pages/y]', 'parent: pages/old', 'translationOf: groups/ash/pages/a', `related: ${lists}`]),
					'roles/b': facts(['delegator: pages/a']),
					'roles/c': facts(['delegator: groups/ash/pages/a']),
					'roles/d': facts(['delegator: circle']),
					'agreements/e': facts([
						`supersedes: ${lists.replace(']', ', "https://ash.example/a"]')}`,
						'overrides: [pages/none]',
						'decisions: [{ id: pages/a, note: n }, { id: groups/ash/pages/a, note: o }, { note: p }]',
					]),
					'decisions/f': facts([`resultsIn: ${lists}`]),
					'stories/g': facts([`about: ${lists.replace(']', ', "https://ash.example/a"]')}`]),
				},
			},
		});
		const own = ['groups/moss/pages/a', 'groups/moss/roles/b'];
		expect(handbookOf(network, 'moss').entries.map(({ fields }) => fields)).toEqual([
			{ parent: own[1], related: own },
			{ delegator: own[0] },
			{},
			{ delegator: 'circle' },
			{ supersedes: [...own, 'https://ash.example/a'], overrides: [], decisions: [{ id: own[0], note: 'n' }, { note: 'o' }, { note: 'p' }] },
			{ resultsIn: own },
			{ about: [...own, 'https://ash.example/a'] },
		]);
	});

	test('is not from the future', async () => {
		const dated = async (updated: string, fact = updated, record = {}) => {
			const entry = await entryOf(`---\nupdated: ${fact}\n---\n`, { entries: { 'practices/check-in': { updated, changed: '2026-05-02' } }, record });
			return [entry.updated, entry.fields.updated];
		};
		expect(await dated('2026-05-17')).toEqual(['2026-05-17', '2026-05-17']);
		expect(await dated('9999-12-31')).toEqual(['2026-05-02', '2026-05-02']);
		expect(await dated('2026-06', '2026')).toEqual(['2026-05-02', '2026']);
		expect(await dated('2026-05-12', '2026-05-12', { lastGood: undefined })).toEqual(['2026-05-02', '2026-05-02']);
	});

	test('has a name, as its group has, in which nothing is unseen', async () => {
		const { group, entries, gone } = await handbook({
			texts: { 'pages/a': '# A', 'pages/b': '# B' },
			entries: { 'pages/a': { title: '\u202eA\u0007 \n title' }, 'pages/b': { title: '\u200f' } },
			snapshot: { group: { name: '\u2066', purpose: 'A\u0000  b' }, gone: [{ id: 'pages/c', date: '2026-01-01', reason: 'x\u001by' }] },
		});
		expect(group).toEqual({ name: expect.stringContaining('moss.example'), purpose: 'A b' });
		expect(entries.map(({ title, mirrorOf }) => [title, mirrorOf.group])).toEqual([
			['A title', group.name],
			['b', group.name],
		]);
		expect(gone).toEqual([{ id: 'pages/c', date: '2026-01-01', reason: 'xy' }]);
	});
});

describe('a text is not shown, and the reason is told,', () => {
	const canary = 'Canary-7f3a';

	test('when its author hides it: not even its title is', async () => {
		const { value } = await read(
			miniNetwork({
				moss: {
					texts: { 'pages/a': `---\ntitle: ${canary}\ntags: [${canary}]\ndraft: true\n---\n${canary}`, 'pages/b': '[a](a.md)' },
					entries: { 'pages/a': { title: canary } },
					snapshot: { group: { name: 'Moss' }, aliases: [{ from: 'pages/canary-7f3a', to: 'pages/a' }] },
				},
			}),
		);
		expect(JSON.stringify(value).toLowerCase()).not.toContain(canary.toLowerCase());
		expect(handbookOf(value, 'moss').quarantined).toEqual([{ id: 'pages/a', title: 'Moss', url: homeOf('moss'), reason: 'hidden-by-author' }]);
	});

	test('when its source is missing, too large, torn or unreadable', async () => {
		const large = 'a'.repeat(128 * 1024 + 1);
		const wide = 'ä'.repeat(64 * 1024 + 1);
		const root = miniNetwork({
			moss: { texts: { 'pages/a': 'A', 'pages/b': 'B', 'pages/c': large, 'pages/d': wide, 'pages/e': '---\na: [\n---\n', 'pages/f': 'a'.repeat(128 * 1024) } },
		});
		rmSync(join(root, 'snapshots/moss/texts', `${hashOf('A')}.md`));
		writeFileSync(join(root, 'snapshots/moss/texts', `${hashOf('B')}.md`), 'Something else');
		const { quarantined, entries } = handbookOf((await read(root)).value, 'moss');
		expect(quarantined.map(({ id, title, url, reason }) => [id, title, url, reason])).toEqual(
			['source-missing', 'source-missing', 'too-large', 'too-large', 'front-matter'].map((reason, at) => {
				const id = `pages/${'abcde'[at]}`;
				return [id, `Title of ${id}`, `${homeOf('moss')}${id}/`, reason];
			}),
		);
		expect(entries.map(({ id }) => id)).toEqual(['groups/moss/pages/f']);
	});

	test('and no link of ours leads to it: the home is left', async () => {
		const { value } = await read(
			miniNetwork({ moss: { texts: { 'pages/a': '[b](b.md) [c](c.md)', 'pages/b': slow, 'pages/c': '[old](old.md)' }, snapshot: { aliases: [{ from: 'pages/old', to: 'pages/b' }] } } }),
			{ deadline: 500 },
		);
		const { entries, quarantined, redirects } = handbookOf(value, 'moss');
		expect(quarantined.map(({ id, reason }) => [id, reason])).toEqual([['pages/b', 'too-slow']]);
		expect(redirects).toEqual([]);
		expect(entries.map(({ id, text, backlinks }) => [id, [...text.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href), backlinks])).toEqual([
			['groups/moss/pages/a', [`${homeOf('moss')}pages/a/`, '/groups/moss/pages/c/'], []],
			['groups/moss/pages/c', [`${homeOf('moss')}pages/c/`], ['groups/moss/pages/a']],
		]);
	});
});

describe('what is over', () => {
	test('leaves titles when the group wished so', async () => {
		const { entries, stubs } = await handbook({ texts: { 'pages/a': 'A', 'pages/b': '[a](a.md)' }, entries: { 'pages/a': { text: undefined } }, record: { state: 'dormant' } });
		expect(stubs).toEqual([{ id: 'pages/a', title: 'Title of pages/a', url: `${homeOf('moss')}pages/a/` }]);
		expect(entries.map(({ id, text }) => [id, text.entryLinks])).toEqual([['groups/moss/pages/b', []]]);
	});

	test('leaves no text when the group is gone, whatever the snapshot and the host say', async () => {
		const root = miniNetwork({
			moss: {
				file: 'status: archived\n',
				texts: { 'pages/a': 'A' },
				record: { state: 'gone' },
				snapshot: { aliases: [{ from: 'pages/b', to: 'pages/a' }], gone: [{ id: 'pages/c', date: '2026-05-01' }] },
			},
		});
		const { members } = (await read(root)).value;
		expect(members).toMatchObject([
			{ state: 'archived', handbook: { group: { name: 'moss' }, entries: [], redirects: [], quarantined: [], stubs: [], gone: [{ id: 'pages/c', date: '2026-05-01' }] } },
		]);
	});
});

describe('a damaged snapshot', () => {
	test.each(['{', '[]', '{"format":2}', '\u0000'])('leaves the member without its texts, and others as they are: %j', async (text) => {
		const root = miniNetwork({ moss: { texts: { 'pages/a': 'A' } }, ash: { texts: { 'pages/a': 'A' } } });
		writeFileSync(join(root, 'snapshots/moss/snapshot.json'), text);
		const { value, problems } = await read(root);
		expect(problems.map(placed)).toEqual(['snapshots/moss/snapshot.json:1:1 snapshot-damaged']);
		expect(value.members.map(({ id, state, handbook: found }) => [id, state, found?.entries.length])).toEqual([
			['ash', 'fresh', 1],
			['moss', 'fresh', undefined],
		]);
	});
});

describe('what the network hides', () => {
	const members = { moss: { texts: { 'pages/a': '[b](b.md)', 'pages/b': 'Spam', 'pages/c': 'C' }, snapshot: { aliases: [{ from: 'pages/old', to: 'pages/b' }] } } };
	const list = (items: string) => ({ 'moderation.yml': `hidden:\n${items}` });

	test.each(['pages/b', 'pages/old'])('is left out: the text %s', async (id) => {
		const { value, problems } = await read(miniNetwork(members, list(`  - { member: moss, entry: ${id}, reason: Spam }\n`)));
		expect(problems).toEqual([]);
		const { entries, quarantined, redirects } = handbookOf(value, 'moss');
		expect(entries.map((entry) => [entry.id, entry.text.entryLinks])).toEqual([
			['groups/moss/pages/a', []],
			['groups/moss/pages/c', []],
		]);
		expect([quarantined, redirects]).toEqual([[], []]);
		expect(value.hidden).toEqual([{ member: 'moss', entry: id, reason: 'Spam' }]);
	});

	test('is left out: a whole member, and what it gathers', async () => {
		const hub: MiniMember = { snapshot: { type: 'index', members: [{ id: 'hub-1', url: 'https://far.example/' }] } };
		const { value } = await read(miniNetwork({ ...members, hub }, list('  - { member: moss, reason: Spam, date: 2026-05 }\n  - { member: hub, reason: Spam }\n')), { worker: noWorker });
		expect(value.members.map(({ id, handbook: found, hidden }) => [id, found, hidden])).toEqual([
			['hub', undefined, { member: 'hub', reason: 'Spam' }],
			['moss', undefined, { member: 'moss', reason: 'Spam', date: '2026-05' }],
		]);
	});

	test('is said to be nothing when there is no such thing', async () => {
		const items = ['{ member: mos, reason: a }', '{ member: moss, entry: pages/x, reason: b }', '{ member: moss, entry: pages/gone, reason: c }', '{ member: ash, entry: pages/x, reason: d }'];
		const root = miniNetwork(
			{ moss: { ...members.moss, snapshot: { gone: [{ id: 'pages/gone', date: '2026-01-01' }] } } },
			{ ...list(items.map((item) => `  - ${item}\n`).join('')), 'members/ash.yml': 'url: https://ash.example/\n' },
		);
		const { problems } = await read(root);
		expect(problems.map((each) => `${placed(each)} ${said(each)}`)).toMatchInlineSnapshot(`
			[
			  "content/moderation.yml:2:15 reference-unknown “member” names “mos”, but there is no such member. Correct the id, or take it out.",
			  "content/moderation.yml:3:28 reference-unknown “entry” names “pages/x”, but “moss” has no such text. Correct the id, or take it out.",
			]
		`);
	});
});

describe('an index among the members', () => {
	const index = (...ids: string[]): MiniMember => ({ snapshot: { type: 'index', members: ids.map((id) => ({ id, url: homeOf(id) })) } });
	const found = (text: string): MiniMember => ({ file: null, texts: { 'pages/a': text } });

	test('brings its members with it, each once, and those who are listed come first', async () => {
		const network = await networkOf({
			b: {
				snapshot: {
					type: 'index',
					members: [...['b-2', 'b-1', 'c'].map((id) => ({ id, url: homeOf(id) })), { id: 'b-3', url: 'https://A.example/handbook/index.html' }, { id: 'b-4', url: 'https://rhizome.example/' }],
				},
			},
			a: { texts: { 'pages/a': 'A' } },
			c: {
				snapshot: {
					type: 'index',
					members: [
						{ id: 'c-1', url: `${homeOf('b-1')}#x` },
						{ id: 'c-2', url: homeOf('c-2') },
					],
				},
			},
			'b-1': found('B1'),
			'b-2': { ...index('c-2', 'b'), file: null },
			'c-1': found('C1'),
			'c-2': { ...found('C2'), record: { state: 'failing', lastGood: '2026-05-18' } },
		});
		expect(network.members.map(({ id, type, via, url, state, handbook: book }) => [id, type, via, url, state, book?.entries.map((entry) => entry.id)])).toEqual([
			['a', 'handbook', undefined, homeOf('a'), 'fresh', ['groups/a/pages/a']],
			['b', 'index', undefined, homeOf('b'), 'fresh', []],
			['b-2', 'index', 'b', homeOf('b-2'), 'fresh', []],
			['b-1', 'handbook', 'b', homeOf('b-1'), 'fresh', ['groups/b-1/pages/a']],
			['c', 'index', undefined, homeOf('c'), 'fresh', []],
			['c-2', 'handbook', 'c', homeOf('c-2'), 'failing', ['groups/c-2/pages/a']],
		]);
		expect(network.asOf).toBe('2026-05-18');
	});

	test('shares a member with another: the one under whose name it was gathered', async () => {
		const far = (id: string) => [{ id, url: 'https://far.example/' }];
		const network = await networkOf({
			a: { snapshot: { type: 'index', members: far('a-1') } },
			b: { snapshot: { type: 'index', members: far('b-1') } },
			'b-1': { file: null, snapshot: { url: 'https://far.example/' }, texts: { 'pages/a': 'A' } },
		});
		expect(network.members.map(({ id, via }) => [id, via])).toEqual([
			['a', undefined],
			['b', undefined],
			['b-1', 'b'],
		]);
	});

	test('is followed through three indexes and no further', async () => {
		const inner = (...ids: string[]): MiniMember => ({ ...index(...ids), file: null });
		const network = await networkOf({ a: index('a-1'), 'a-1': inner('a-2'), 'a-2': inner('a-3'), 'a-3': inner('a-4'), 'a-4': found('A4') });
		expect(network.members.map(({ id, via }) => [id, via])).toEqual([
			['a', undefined],
			['a-1', 'a'],
			['a-2', 'a-1'],
			['a-3', 'a-2'],
		]);
	});
});

test("the same snapshots give the same value, and nobody's depends on another member", async () => {
	const healthy: Record<string, MiniMember> = Object.fromEntries(
		['ash', 'moss', 'oak'].map((id) => [
			id,
			{ texts: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`pages/p${at}`, `---\ntitle: ${id} ${at}\nrelated: [pages/p1]\n---\n[next](p${at + 1}.md)\n`])) },
		]),
	);
	const hostile: Record<string, MiniMember> = {
		aaa: { texts: { 'pages/a': slow, 'pages/b': `${'>'.repeat(300)} a`, 'pages/c': '---\ndraft: maybe\n---\n', 'pages/d': 'Fine' } },
		mmm: { texts: { 'pages/a': `${'> '.repeat(60_000)}` }, snapshot: { aliases: [{ from: 'groups/moss/pages/p1', to: 'pages/a' }] } },
		zzz: {
			texts: {},
			snapshot: {
				type: 'index',
				members: [
					{ id: 'moss', url: 'https://evil.example/' },
					{ id: 'zzz-1', url: homeOf('oak') },
				],
			},
		},
	};
	const alone = await networkOf(healthy);
	const together = (await read(miniNetwork({ ...healthy, ...hostile }), { threads: 3, deadline: 500 })).value;
	const again = (await read(miniNetwork({ ...healthy, ...hostile }), { threads: 1, deadline: 500 })).value;
	expect(together.members.filter(({ id }) => id in healthy)).toEqual(alone.members);
	expect(again).toEqual(together);
	expect(handbookOf(together, 'aaa').quarantined.map(({ reason }) => reason)).toEqual(['too-slow', 'too-complex', 'hidden-by-author']);
	expect(handbookOf(together, 'aaa').entries.map(({ id }) => id)).toEqual(['groups/aaa/pages/d']);
});

describe('a cache', () => {
	const members: Record<string, MiniMember> = {
		ash: { texts: { 'pages/a': '# A' } },
		moss: { texts: { 'pages/a': '---\ntitle: A\ntags: [b]\n---\n# A\n\n[b](b.md) c[^1]\n\n[^1]: d\n', 'pages/b': '[c](c.md)', 'pages/c': `${'>'.repeat(300)} a` } },
	};

	test('spares a second build all the rendering', async () => {
		const cache = join(emptyFolder(), 'cache');
		const root = miniNetwork(members);
		const first = await read(root, { cache });
		const files = readdirSync(cache).map((name) => readFileSync(join(cache, name), 'utf8'));
		expect(await read(root, { cache, worker: noWorker })).toEqual(first);
		expect(readdirSync(cache)).toEqual(['ash.texts.json', 'moss.texts.json']);
		expect(readdirSync(cache).map((name) => readFileSync(join(cache, name), 'utf8'))).toEqual(files);
		expect((await read(root)).value).toEqual(first.value);
	});

	describe('of one text', () => {
		const one: MiniMember = { texts: { 'pages/a': '# A' } };
		const cache = emptyFolder();
		beforeAll(async () => {
			await read(miniNetwork({ ash: one }), { cache });
		});

		test('is of use to the same text', async () => {
			expect(memberOf((await read(miniNetwork({ ash: one }), { cache, worker: noWorker })).value, 'ash').handbook?.entries).toHaveLength(1);
		});

		test.each([
			['the program', { version: 'other' }],
			['the base', { base: '/net/' }],
			['the deadline', { deadline: 9_000 }],
		])('is of no use to another state of %s', async (_, options) => {
			await expect(read(miniNetwork({ ash: one }), { cache, worker: noWorker, ...options })).rejects.toThrow('cannot start');
		});

		test.each([
			['the text', { texts: { 'pages/a': '# B' } }],
			['its id', { texts: { 'pages/b': '# A' } }],
			['its language', { ...one, entries: { 'pages/a': { lang: 'es' } } }],
			['its page', { ...one, entries: { 'pages/a': { url: 'https://ash.example/handbook/b/' } } }],
			['the texts beside it', { texts: { ...one.texts, 'pages/b': 'B' } }],
			['former ids', { ...one, snapshot: { aliases: [{ from: 'pages/b', to: 'pages/a' }] } }],
		] satisfies [string, MiniMember][])('is of no use when another is %s', async (_, changed) => {
			await expect(read(miniNetwork({ ash: changed }), { cache, worker: noWorker })).rejects.toThrow('cannot start');
		});
	});

	test('that is torn or not ours counts as none', async () => {
		const cache = emptyFolder();
		const root = miniNetwork(members);
		const first = await read(root, { cache });
		for (const text of ['', '{', '[]', '{"format":2,"texts":{}}', '{"format":1,"texts":{"a":{"rendered":{"html":"<script>"}}}}', '\u0000']) {
			writeFileSync(join(cache, 'moss.texts.json'), text);
			await expect(read(root, { cache, worker: noWorker }), JSON.stringify(text)).rejects.toThrow('cannot start');
		}
		expect(await read(root, { cache })).toEqual(first);
		expect(await read(root, { cache, worker: noWorker })).toEqual(first);
	});

	test('forgets a text with the last member that had it', async () => {
		const cache = emptyFolder();
		const kept = () =>
			readdirSync(cache)
				.map((name) => readFileSync(join(cache, name), 'utf8'))
				.join('');
		writeFiles(cache, { 'other.json': '{}' });
		const root = miniNetwork({
			ash: { texts: { 'pages/a': 'Canary-1' } },
			moss: { texts: { 'pages/a': 'Canary-2', 'pages/b': 'B' } },
			oak: { texts: { 'pages/a': 'Canary-3' } },
			elm: { texts: { 'pages/a': 'Canary-4' } },
		});
		await read(root, { cache });
		expect(kept()).toMatch(/Canary-1.*Canary-4.*Canary-2.*Canary-3/s);
		rmSync(join(root, 'content/members/ash.yml'));
		writeFiles(join(root, 'snapshots/moss'), snapshotFiles('moss', { texts: { 'pages/b': 'B' } }));
		writeFiles(join(root, 'snapshots/oak'), snapshotFiles('oak', { texts: { 'pages/a': 'Canary-3' }, record: { state: 'gone' } }));
		writeFiles(root, { 'content/moderation.yml': 'hidden: [{ member: elm, reason: a }]\n' });
		await read(root, { cache });
		expect(kept()).not.toContain('Canary');
		expect(existsSync(join(cache, 'other.json'))).toBe(true);
	});

	test('that cannot be written harms nothing', async () => {
		const folder = emptyFolder();
		writeFileSync(join(folder, 'file'), '');
		const root = miniNetwork(members);
		expect((await read(root, { cache: join(folder, 'file', 'cache') })).value).toEqual((await read(root)).value);
	});
});
