import { describe, expect, test } from 'vitest';
import { callSporeprint, emptyFolder, miniHandbook } from '../mini-handbook.js';

const sound = () => miniHandbook({ 'pages/a.md': '# A\n' });
const warned = () => miniHandbook({ 'pages/a.md': '# A\n\n[b](b.md)\n' });
const broken = () => miniHandbook({ 'pages/a.md': '# A\n\n[b](b.md)\n', 'pages/c, d: 100%.md': '---\ntitle: C\ncolour: red\nupdated: May\n---\n' });

describe('check', () => {
	test('says that all is well', async () => {
		expect(await callSporeprint(['check'], { cwd: sound() })).toEqual({ code: 0, out: '1 text read. No problems found.', err: '' });
	});

	test('lists warnings, which stop nothing', async () => {
		const { code, out, err } = await callSporeprint(['check'], { cwd: warned() });
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toMatchInlineSnapshot(`
			"content/pages/a.md:3:1 warning link-broken
			  There is nothing at “b.md”.
			  Did you mean pages/a.md?

			1 text read. 0 errors, 1 warning."
		`);
	});

	test('lists every problem at once, and fails for an error', async () => {
		const { code, out } = await callSporeprint(['check'], { cwd: broken() });
		expect(code).toBe(1);
		expect(out.match(/^content\/.*$/gm)).toEqual([
			'content/pages/a.md:3:1 warning link-broken',
			'content/pages/c, d: 100%.md:3:9 error field-unknown',
			'content/pages/c, d: 100%.md:4:10 error field-invalid',
		]);
		expect(out).toMatch(/\n\n2 texts read\. 2 errors, 1 warning\.$/);
	});

	test('looks at the folder that it is told', async () => {
		const root = sound();
		expect(await callSporeprint(['check', root])).toMatchObject({ code: 0 });
		expect(await callSporeprint(['check', '.'], { cwd: root })).toMatchObject({ code: 0 });
	});

	test('fails where there is no handbook, and says how to make one', async () => {
		const { code, out } = await callSporeprint(['check'], { cwd: emptyFolder() });
		expect(code).toBe(1);
		expect(out).toMatchInlineSnapshot(`
			"content:1:1 error content-missing
			  There is no folder “content” here.
			  Run the command in the folder that holds content, or make a new handbook with: npx sporeprint init handbook my-handbook

			0 texts read. 1 error, 0 warnings."
		`);
		expect(await callSporeprint(['check', 'nowhere'], { cwd: emptyFolder() })).toMatchObject({ code: 1 });
	});

	test('of this repository and its template finds nothing wrong', async () => {
		expect(await callSporeprint(['check'])).toMatchObject({ code: 0 });
		expect(await callSporeprint(['check', 'templates/handbook'])).toMatchObject({ code: 0 });
	});
});

describe('check --json', () => {
	test('prints JSON and nothing else', async () => {
		const { code, out, err } = await callSporeprint(['check', '--json'], { cwd: broken(), env: { GITHUB_ACTIONS: 'true' } });
		expect({ code, err }).toEqual({ code: 1, err: '' });
		expect(JSON.parse(out)).toEqual({
			problems: [
				{ code: 'link-broken', severity: 'warning', file: 'content/pages/a.md', line: 3, column: 1, message: 'There is nothing at “b.md”.', hint: expect.any(String) },
				expect.objectContaining({ code: 'field-unknown', severity: 'error' }),
				expect.objectContaining({ code: 'field-invalid', severity: 'error' }),
			],
			errors: 2,
			warnings: 1,
		});
	});

	test('prints an empty list when all is well', async () => {
		const { code, out } = await callSporeprint(['check', '--json'], { cwd: sound() });
		expect([code, JSON.parse(out)]).toEqual([0, { problems: [], errors: 0, warnings: 0 }]);
	});
});

describe('check on GitHub', () => {
	test('marks the lines of the change, and prints the list too', async () => {
		const { code, out } = await callSporeprint(['check'], { cwd: broken(), env: { GITHUB_ACTIONS: 'true' } });
		expect(code).toBe(1);
		expect(out.split('\n').filter((line) => line.startsWith('::'))).toEqual([
			expect.stringMatching(/^::warning file=content\/pages\/a\.md,line=3,col=1,title=link-broken::There is nothing at “b\.md”\. ./),
			expect.stringMatching(/^::error file=content\/pages\/c%2C d%3A 100%25\.md,line=3,col=9,title=field-unknown::There is no field “colour” here\. ./),
			expect.stringMatching(/^::error file=content\/pages\/c%2C d%3A 100%25\.md,line=4,col=10,title=field-invalid::“updated” should be/),
		]);
		expect(out).toContain('2 texts read. 2 errors, 1 warning.');
	});

	test('marks nothing elsewhere', async () => {
		expect((await callSporeprint(['check'], { cwd: broken(), env: { GITHUB_ACTIONS: '' } })).out).not.toContain('::');
	});
});
