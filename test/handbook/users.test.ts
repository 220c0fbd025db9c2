import { describe, expect, test } from 'vitest';
import { type UsedTexts, usedTexts, usersOf } from '../../src/handbook/users.js';
import { placed, readMini, said } from '../mini-handbook.js';

const home = 'https://moss.example/book/';
const text = (handbook: string, based: string, more: Record<string, unknown> = {}) => ({
	title: 'Round',
	basedOn: [{ url: based, relation: 'adapted' as const }],
	mirrorOf: { url: `${handbook}practices/round/`, handbook, group: new URL(handbook).host },
	...more,
});
const used: UsedTexts = usedTexts(home, ['practices/round'], [{ from: 'old/round', to: 'practices/round' }]);
const groups = (...texts: Parameters<typeof usersOf>[0]['texts']) =>
	usersOf({ texts }, used)
		.get('practices/round')
		?.map(({ group, isOver }) => (isOver ? `(${group})` : group));

describe('who uses a text', () => {
	test('is whoever says so, by the address of its page, its source, or a former one', () => {
		expect(groups(text('https://a.example/', `${home}practices/round`), text('https://b.example/', `${home}practices/round.md`), text('https://c.example/', `${home}old/round/`))).toEqual([
			'a.example',
			'b.example',
			'c.example',
		]);
	});

	test('counts each origin once, and the own origin not at all', () => {
		const based = `${home}practices/round/`;
		expect(groups(text('https://a.example/one/', based), text('https://a.example/two/', based), text('https://moss.example/other/', based))).toEqual(['a.example']);
	});

	test('names those that gave it up last, and those that have it longest first', () => {
		const based = `${home}practices/round/`;
		expect(
			groups(
				text('https://a.example/', based, { retiredReason: 'Too long' }),
				text('https://b.example/', based, { inUseSince: '2025' }),
				text('https://c.example/', based, { inUseSince: '2023-04' }),
				text('https://d.example/', based, { status: 'superseded' }),
			),
		).toEqual(['c.example', 'b.example', '(a.example)', '(d.example)']);
	});
});

describe('the file of an index', () => {
	const index = { sporeprint: 1, url: 'https://net.example/', group: { name: 'Net' }, entries: [text('https://a.example/', `${home}practices/round/`), { title: 7 }, null] };
	const group = (networks: string) => `---\nname: Moss\nnetworks: [${networks}]\n---\n`;

	test('is read where the group names the index; what does not fit is passed over', () => {
		const { value, problems } = readMini({ 'group.md': group('https://net.example'), '.network.json': JSON.stringify(index) });
		expect(problems).toEqual([]);
		expect(value.index).toMatchObject({ name: 'Net', texts: [{ title: 'Round' }] });
	});

	test('says nothing where the group does not, or where it cannot be read', () => {
		const unnamed = readMini({ 'group.md': group('https://other.example/'), '.network.json': JSON.stringify(index) });
		expect(unnamed.value.index).toBeUndefined();
		expect(unnamed.problems.map(placed)).toEqual(['content/.network.json:1:1 index-file-unusable']);
		expect(unnamed.problems.map(said).join()).toContain('https://net.example/');
		for (const broken of ['{', '[]', '{"sporeprint":2}']) {
			expect(readMini({ 'group.md': group('https://net.example'), '.network.json': broken }).problems.map(({ code, severity }) => [code, severity])).toEqual([['index-file-unusable', 'warning']]);
		}
	});
});
