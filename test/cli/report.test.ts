import { expect, test } from 'vitest';
import { reportForGitHub } from '../../src/cli/reporters/github.js';
import { reportAsText } from '../../src/cli/reporters/text.js';
import { problem } from '../../src/errors.js';

test('nothing in a problem can become a command of GitHub’s own', () => {
	const [line] = reportForGitHub([problem('field-unknown', { file: 'content/a\n::warning::b,line=9:c%.md', line: 2, column: 3 }, 'm\r\n::add-mask::x 100%', 'h')]);
	expect(line).toBe('::error file=content/a%0A%3A%3Awarning%3A%3Ab%2Cline=9%3Ac%25.md,line=2,col=3,title=field-unknown::m%0D%0A::add-mask::x 100%25 h');
});

test('the last line counts', () => {
	const warning = problem('title-missing', { file: 'a' }, 'm');
	const error = problem('field-unknown', { file: 'a' }, 'm');
	expect([reportAsText([], '0 texts'), reportAsText([warning], '1 text'), reportAsText([error, error, warning, warning], '2 texts')].map((text) => text.split('\n').at(-1))).toEqual([
		'0 texts read. No problems found.',
		'1 text read. 0 errors, 1 warning.',
		'2 texts read. 2 errors, 2 warnings.',
	]);
});
