import { describe, expect, test } from 'vitest';
import { type Problem, problem, problemKinds, problemText, sortProblems } from '../src/errors.js';

describe.each(Object.entries(problemKinds))('the problem %s', (code, { title, explanation, remedy }) => {
	test('is explained in whole sentences', () => {
		expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
		expect(title).toMatch(/^[A-Z].*[^.]$/);
		expect(explanation).toMatch(/^[A-Za-z].*\.$/);
		expect(remedy).toMatch(/^[A-Z].*[^ ]$/);
	});
});

describe('a problem', () => {
	test('knows how grave it is and what to do', () => {
		expect(problem('link-broken', { file: 'content/a.md', line: 3, column: 4 }, 'There is nothing at “b”.')).toEqual({
			code: 'link-broken',
			severity: 'warning',
			file: 'content/a.md',
			line: 3,
			column: 4,
			message: 'There is nothing at “b”.',
			hint: problemKinds['link-broken'].remedy,
		});
	});

	test('stands at the beginning of its file when it stands nowhere else, and may have a hint of its own', () => {
		expect(problem('title-missing', { file: 'a' }, 'm', 'h')).toMatchObject({ line: 1, column: 1, hint: 'h' });
	});

	test('is said with its place first', () => {
		expect(problemText(problem('field-unknown', { file: 'content/a.md', line: 3, column: 1 }, 'There is no field “x” here.', 'Did you mean “y”?'))).toMatchInlineSnapshot(`
			"content/a.md:3:1 error field-unknown
			  There is no field “x” here.
			  Did you mean “y”?"
		`);
	});
});

test('problems are in the order of their places, whatever the order they were found in', () => {
	const at = (file: string, line: number, column: number, code: Problem['code'] = 'link-broken', message = 'm') => problem(code, { file, line, column }, message);
	const sorted = [at('a', 1, 1), at('a', 1, 2), at('a', 1, 2, 'title-missing'), at('a', 1, 2, 'title-missing', 'n'), at('a', 10, 1), at('b', 1, 1)];
	expect(sortProblems(sorted.toReversed())).toEqual(sorted);
});
