import { describe, expect, test } from 'vitest';
import { placed, readMini, said } from '../mini-handbook.js';

const item = (id: string, more = '') => `withdrawn:\n  - id: ${id}\n    date: 2026-05\n    reason: Old\n${more}`;
const texts = { 'pages/a.md': '---\ntitle: A\naliases: [pages/was-a]\n---\n' };
const problemsOf = (list: string) => readMini({ ...texts, 'withdrawn.yml': list }).problems.map((each) => `${placed(each)} ${said(each)}`);

describe('the list of what was withdrawn', () => {
	test('says of each text when and why, and what came after it', () => {
		const { value, problems } = readMini({ ...texts, 'withdrawn.yml': item('pages/b', '    successor: pages/a\n') });
		expect(problems).toEqual([]);
		expect(value.tombstones).toEqual([{ id: 'pages/b', date: '2026-05', reason: 'Old', successor: 'pages/a' }]);
	});

	test.each(['', '# nothing yet\n', 'withdrawn:\n', 'withdrawn: []\n'])('may be empty: %j', (list) => {
		expect(problemsOf(list)).toEqual([]);
	});

	test.each([
		[item('pages/a'), 'content/withdrawn.yml:2:9 withdrawn-clash “pages/a” is listed as withdrawn, but there is a text with this id.'],
		[item('pages/was-a'), 'content/withdrawn.yml:2:9 withdrawn-clash “pages/was-a” is listed as withdrawn, but it is a former address of “pages/a”.'],
		[item('search'), 'content/withdrawn.yml:2:9 id-reserved The address “search” belongs to a page of the site.'],
		[item('Pages/B'), 'content/withdrawn.yml:2:9 field-invalid “withdrawn › 1 › id” should have lower-case letters'],
		[item('pages/b', '    because: x\n'), 'content/withdrawn.yml:5:14 field-unknown There is no field “because” in “withdrawn › 1”.'],
		[item('pages/b', '    successor: pages/aa\n'), 'content/withdrawn.yml:5:16 reference-unknown “successor” names “pages/aa”, but there is no such entry. Did you mean pages/a?'],
		['withdrawn:\n  - id: pages/b\n    date: 2026\n', 'content/withdrawn.yml:2:5 field-invalid “withdrawn › 1 › reason” is missing.'],
		['withdrawn: [\n', 'content/withdrawn.yml:2:1 front-matter-invalid A bracket is opened and not closed.'],
	])('tells what is wrong with %j', (list, sentence) => {
		expect(problemsOf(list)).toEqual([expect.stringContaining(sentence)]);
	});

	test('names nothing twice', () => {
		expect(problemsOf(`${item('pages/b')}${item('pages/b').replace('withdrawn:\n', '')}`)).toEqual([expect.stringContaining('content/withdrawn.yml:5:9 withdrawn-clash “pages/b” is listed twice.')]);
	});
});
