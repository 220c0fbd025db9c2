import { describe, expect, test } from 'vitest';
import { type Family, familiesOf } from '../../src/network/families.js';
import { survivalOf } from '../../src/network/survival.js';
import { homeOf, type MiniMember, miniNetwork, read } from './mini-network.js';

const long = 'We sit in a circle, and each of us says how we are, while the others listen and say nothing until all have spoken. '.repeat(3);
const round = (title: string, body = long, facts = '') => `---\ntitle: ${title}\n${facts}---\n${body}\n`;
const basedOn = (url: string, more = '') => `basedOn:\n  - url: ${url}\n    relation: adapted\n    group: Moss\n${more}`;

async function familiesIn(members: Record<string, MiniMember>): Promise<Family[]> {
	const { value } = await read(miniNetwork(members));
	return familiesOf(value);
}

/** Each text, indented below the one it comes from. */
const drawn = ({ variants }: Family) => variants.map(({ entry, depth }) => `${'  '.repeat(depth)}${entry.mirrorOf.member}`);

describe('texts that come from each other', () => {
	const moss = { texts: { 'practices/round': round('Round') } };
	const from = (member: string, facts = '', body = `${long} Shorter.`) => ({ texts: { 'practices/round': round('Round', body, basedOn(`${homeOf(member)}practices/round/`) + facts) } });

	test('are a family, each below the one it was taken from', async () => {
		const families = await familiesIn({ ash: from('moss'), fern: from('ash', '', `${long} Longer.`), moss, oak: from('moss', '', `${long} Wider.`) });
		expect(families.map(drawn)).toEqual([['moss', '  ash', '    fern', '  oak']]);
	});

	test('are found by the address of page or source, with and without a slash, and by a former one', async () => {
		const former: MiniMember = { ...moss, snapshot: { aliases: [{ from: 'practices/old', to: 'practices/round' }] } };
		const at = (address: string, body: string) => ({ texts: { 'practices/round': round('Round', body, basedOn(address)) } });
		const families = await familiesIn({
			a: at(`${homeOf('moss')}practices/round`, `${long} a`),
			b: at(`${homeOf('moss')}practices/round.md`, `${long} b`),
			c: at(`${homeOf('moss')}practices/old/`, `${long} c`),
			moss: former,
		});
		expect(families.map(drawn)).toEqual([['moss', '  a', '  b', '  c']]);
	});

	test('are a family also when the first of them is gone from the network', async () => {
		const gone = 'https://gone.example/round/';
		const at = (body: string) => ({ texts: { 'practices/round': round('Round', body, basedOn(gone)) } });
		expect((await familiesIn({ a: at(`${long} a`), b: at(`${long} b`) })).map(drawn)).toEqual([['a', 'b']]);
	});

	test('are known by equal words even when nobody says so, but not by a few words', async () => {
		expect((await familiesIn({ ash: { texts: { 'pages/x': round('Circle') } }, moss })).map(drawn)).toEqual([['ash', '  moss']]);
		const short = { texts: { 'pages/x': '# Yes\n' } };
		expect(await familiesIn({ ash: short, moss: short })).toEqual([]);
	});

	test('within one handbook are no family', async () => {
		expect(await familiesIn({ moss: { texts: { 'practices/round': round('Round'), 'practices/again': round('Again') } } })).toEqual([]);
	});

	test('that name each other as parents are all there, once', async () => {
		const circle = { a: from('b', '', `${long} a`), b: from('a', '', `${long} b`) };
		expect((await familiesIn(circle)).map(({ variants }) => variants.map(({ entry }) => entry.mirrorOf.member).sort())).toEqual([['a', 'b']]);
	});
});

describe('what became of a text', () => {
	const moss = { texts: { 'practices/round': round('Round') } };
	const adopter = (facts: string, url = `${homeOf('moss')}practices/round/`) => ({ texts: { 'practices/round': round('Round', `${long} ${facts.length}`, basedOn(url) + facts) } });

	test('is counted from what each group says of itself', async () => {
		const [family] = await familiesIn({
			moss,
			lasting: adopter('inUseSince: 2023\n'),
			young: adopter('inUseSince: 2025-06\n'),
			over: adopter('inUseSince: 2020\nretiredReason: It took too long\n'),
			silent: { texts: { 'practices/round': round('Round') } },
		});
		const { adopted, lasting, retired } = survivalOf(family as Family, '2026-05-17');
		expect([adopted, lasting, retired.map(({ entry, reason }) => [entry.mirrorOf.member, reason])]).toEqual([3, 1, [['over', 'It took too long']]]);
	});

	test('counts a thousand names on one origin once, and the origin of the text itself not at all', async () => {
		const onOne = (at: number): MiniMember => ({ ...adopter(`difficulty: easy\nmaterials: [m${at}]\n`), snapshot: { url: `https://sybil.example/${at}/` } });
		const self: MiniMember = { ...adopter('difficulty: hard\n'), snapshot: { url: 'https://moss.example/other/' } };
		const [family] = await familiesIn({ moss, self, ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`s${at}`, onOne(at)])) });
		expect(family?.variants).toHaveLength(14);
		expect(survivalOf(family as Family, '2026-05-17').adopted).toBe(1);
	});
});
