import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { textHash } from '../../src/lib/text-hash.js';
import { readFrontMatter } from '../../src/markdown/front-matter.js';
import { callSporeprint, emptyFolder, miniHandbook } from '../mini-handbook.js';
import { filesBelow } from '../network/crawled-network.js';
import { checkIn, copiedText } from './copied-text.js';

const copy = 'practices/check-in.md';
const bodyHash = (source: string): string => textHash(readFrontMatter(source).body);
const three = (source: string): string =>
	source
		.replace('two minutes', 'three minutes')
		.replace('[{ date: 2026-01-10, outcome: kept }]', '\n  - { date: 2026-01-10, outcome: kept }\n  - { date: 2026-05-20, outcome: changed, note: Two minutes were too short }');

describe('update', () => {
	test('has little to say when all is as it was, and asks for the print alone', async () => {
		const { server, update } = await copiedText();
		server.requests = [];
		expect(await update()).toEqual({ code: 0, err: '', out: '1 text compared with its source: 1 as before, 0 changed, 0 gone, 0 could not be compared.' });
		expect(server.requests.map(({ path }) => path)).toEqual(['/moss/practices/handbook.json', '/moss/handbook.json']);
	});

	test('says what has changed and why, and writes nothing', async () => {
		const { root, change, update } = await copiedText();
		change((source) => three(source).replace('duration: 15', 'duration: 20'));
		const before = filesBelow(root);
		const { code, out } = await update();
		expect(code).toBe(0);
		expect(out).toMatchInlineSnapshot(`
			"“Check-in” (practices/check-in) has changed at its source.
			  From Moss: http://SERVER/moss/practices/check-in/, taken on 17 May 2026
			    duration: 15 → 20
			  What changed ([-…-] went, {+…+} came):
			    One after the other, for [-two-] {+three+} minutes each.
			    (2 paragraphs as they were)
			  Why, in their words:
			    2026-05-20: They looked at it again and changed it: Two minutes were too short.
			  To take it over: npx sporeprint update --merge practices/check-in
			  To let the group decide first: npx sporeprint update --propose practices/check-in

			1 text compared with its source: 0 as before, 1 changed, 0 gone, 0 could not be compared."
		`);
		expect(filesBelow(root)).toEqual(before);
	});

	test('asks a handbook once for all that was taken from it', async () => {
		const { server, moss, update, root } = await copiedText();
		await callSporeprint(['adopt', `${moss.url}agreements/safety.md`, '--allow-private'], { cwd: root });
		server.requests = [];
		expect((await update()).out).toMatch(/^2 texts compared/);
		expect(server.requests.filter(({ path }) => path === '/moss/handbook.json')).toHaveLength(1);
	});

	test('is silent about what is only about the other group', async () => {
		const { change, update } = await copiedText();
		change((source) => source.replace('tags:', 'stewards: [Facilitators]\ntags:'));
		expect((await update()).out).toMatch(/1 as before/);
	});

	test('tells that a text was withdrawn, why, and what is in its place', async () => {
		const { moss, change, update } = await copiedText();
		change((source) => source, { [copy]: null });
		moss.print = (print) => ({ ...print, tombstones: [{ id: 'practices/check-in', date: '2026-05-25', reason: 'It did harm', successor: 'practices/round' }] });
		const { code, out } = await update();
		expect(code).toBe(0);
		expect(out).toMatchInlineSnapshot(`
			"“Check-in” (practices/check-in) is gone at its source.
			  From Moss: http://SERVER/moss/practices/check-in/, taken on 17 May 2026
			  Moss has withdrawn it. (25 May 2026)
			  Their reason: It did harm
			  In its place they name: practices/round
			  Your copy stays as it is.

			1 text compared with its source: 0 as before, 0 changed, 1 gone, 0 could not be compared."
		`);
	});

	test('tells that a text is gone without a word', async () => {
		const { change, update } = await copiedText();
		change((source) => source, { [copy]: null });
		expect(await update()).toMatchObject({ code: 0, out: expect.stringContaining('It is not in the handbook of Moss any more.') });
	});

	test('says who could not be asked, and fails', async () => {
		const { moss, update } = await copiedText();
		moss.reply = () => ({ status: 500 });
		const { code, out } = await update();
		expect(code).toBe(1);
		expect(out).toContain('“Check-in” (practices/check-in) could not be compared.');
		expect(out).toContain('SERVER/moss/practices/handbook.json answers with the error 500.');
	});

	test('knows a text at its new name', async () => {
		const { change, update, parent, moss } = await copiedText();
		const renamed = three(checkIn).replace('title:', 'aliases: [practices/check-in]\ntitle:');
		change((source) => source, { [copy]: null, 'practices/round.md': renamed });
		expect((await update()).out).toContain('It stands at another address now: http://SERVER/moss/practices/round/');
		expect((await update('--merge', 'practices/check-in')).code).toBe(0);
		expect(parent().url).toBe(`${moss.url}practices/round/`);
	});

	test('follows a handbook that moved as a whole', async () => {
		const { server, moss, change, update, parent } = await copiedText();
		change(three);
		const moved = server.handbook('new-home', { texts: { [copy]: three(checkIn) }, group: { licence: 'CC-BY-4.0' } });
		moved.reply = (path) => (path === copy ? { body: three(checkIn) } : undefined);
		moss.reply = (path) => ({ status: 301, headers: { location: `${moved.url}${path}` } });
		expect((await update()).out).toContain('It stands at another address now: http://SERVER/new-home/practices/check-in/');
		expect((await update('--merge', 'practices/check-in')).code).toBe(0);
		expect(parent().url).toBe(`${moved.url}practices/check-in/`);
	});

	test('tells when somebody else stands at the address', async () => {
		const { moss, change, update } = await copiedText();
		change(three);
		moss.print = (print) => ({ ...print, group: { ...print.group, name: 'Casino' } });
		expect((await update()).out).toContain('The handbook there is of “Casino” today.');
	});

	test('tells that a whole handbook was withdrawn', async () => {
		const { moss, update } = await copiedText();
		moss.reply = (path) => (path === 'handbook.json' ? { status: 410 } : { status: 404 });
		expect(await update()).toMatchObject({ code: 0, out: expect.stringContaining('SERVER/moss was withdrawn: the site says that it is gone for good.') });
		expect(await update('--merge', 'practices/check-in')).toMatchObject({ code: 1, err: expect.stringContaining('Your copy stays as it is.') });
	});

	test('finds a print above a site that answers everything with a page', async () => {
		const { moss, update } = await copiedText();
		const usual = moss.reply;
		moss.reply = (path, request) => usual(path, request) ?? (path === 'handbook.json' ? undefined : { headers: { 'content-type': 'text/html' }, body: 'Not here' });
		expect((await update()).out).toContain('1 as before');
	});

	test('gives programs the same', async () => {
		const { change, update } = await copiedText();
		change(three);
		const { code, out } = await update('--json');
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			problems: [],
			entries: [
				{
					id: 'practices/check-in',
					path: `content/${copy}`,
					group: 'Moss',
					state: 'changed',
					canMerge: true,
					facts: [],
					now: { sha256: bodyHash(three(checkIn)) },
					reasons: [{ type: 'review', date: '2026-05-20', text: 'They looked at it again and changed it: Two minutes were too short.' }],
				},
			],
		});
	});

	test('fails when the own content has mistakes, and compares all the same', async () => {
		const { update } = await copiedText({ files: { 'pages/odd.md': '---\ntitle: Odd\nstatsu: x\n---\n' } });
		const { code, out } = await update();
		expect(code).toBe(1);
		expect(out).toContain('There is no field “statsu” here.');
		expect(out).toContain('1 as before');
	});

	test('has something to say where nothing was ever copied', async () => {
		const root = miniHandbook({ 'practices/own.md': '# Own\n' });
		expect((await callSporeprint(['update'], { cwd: root })).out).toContain('npx sporeprint adopt URL');
	});

	test.each([
		[['--merge', 'practices/chek-in'], 'Did you mean “practices/check-in”?'],
		[['--merge', 'x', '--propose', 'y'], 'Either merge or propose'],
		[['--dry-run'], '--dry-run goes with'],
		[['--merge', 'practices/check-in', '--json'], 'do not go with'],
	])('explains wrong use: %j', async (args, sentence) => {
		const { update } = await copiedText();
		expect(await update(...args)).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
	});

	test('wants a handbook', async () => {
		expect(await callSporeprint(['update'], { cwd: emptyFolder() })).toMatchObject({ code: 2 });
	});
});

describe('update --merge', () => {
	test('gives an unchanged copy exactly the text of its parent, and moves on', async () => {
		const { change, update, read, kept, parent, moss, root } = await copiedText();
		const before = kept();
		change((source) => three(source).replace('duration: 15', 'duration: 20'));
		expect(await update('--merge', 'practices/check-in')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('content/practices/check-in.md has the changes of Moss now.') });
		const { data, body } = readFrontMatter(read(copy));
		expect(body).toBe(readFrontMatter(three(checkIn)).body.replace('../agreements/safety.md', `${moss.url}agreements/safety/`));
		expect(data).toMatchObject({ duration: 20, tags: ['meetings'] });
		expect(parent()).toEqual({
			url: `${moss.url}practices/check-in/`,
			title: 'Check-in',
			group: 'Moss',
			licence: 'CC-BY-4.0',
			relation: 'copied',
			sha256: bodyHash(three(checkIn)),
			retrieved: '2026-06-01',
		});
		expect(kept()).toEqual([`${bodyHash(three(checkIn))}.md`]);
		expect(kept()).not.toEqual(before);
		expect(readHandbook(root).problems).toEqual([]);
		expect((await update()).out).toContain('1 as before');
	});

	test('keeps our changes beside theirs', async () => {
		const { change, edit, update, read, parent } = await copiedText();
		edit(copy, (text) =>
			text.replace('End with a song.', 'End with silence.').replace('tags:\n', 'stewards: [Hosts]\ntags:\n  - ours\n').replace('relation: copied', 'relation: copied\n    changes: We do not sing'),
		);
		change((source) => three(source).replace('tags: [meetings]', 'tags: [meetings, online]').replace('title: Check-in', 'title: Opening round'));
		expect((await update('--merge', 'practices/check-in')).code).toBe(0);
		const { data, body } = readFrontMatter(read(copy));
		expect(body).toContain('for three minutes each.');
		expect(body).toContain('End with silence.');
		expect(data).toMatchObject({ title: 'Opening round', tags: ['ours', 'meetings', 'online'], stewards: ['Hosts'] });
		expect(parent()).toMatchObject({ relation: 'adapted', changes: 'We do not sing', title: 'Opening round' });
	});

	test('marks what both changed with the names of both, says where, and will not merge over marks', async () => {
		const { change, edit, update, read, kept, root } = await copiedText();
		edit(copy, (text) => text.replace('two minutes', 'five minutes').replace('duration: 15', 'duration: 30'));
		change((source) => three(source).replace('duration: 15', 'duration: 20'));
		const { code, out } = await update('--merge', 'practices/check-in');
		expect(code).toBe(1);
		expect(out).toMatchInlineSnapshot(`
			"content/practices/check-in.md: 2 places to decide, because both of you changed the same. Lines 3, 18.
			  Open the file and look for “TO DECIDE”: keep what you want, and delete the marks.
			  Read it, and say under basedOn › changes what is different here."
		`);
		const merged = read(copy);
		expect(merged).toMatch(
			/^###### TO DECIDE 1: ours \(Fern\)\nOne after the other, for five minutes each\.\n###### TO DECIDE 1: theirs \(Moss\)\nOne after the other, for three minutes each\.\n###### TO DECIDE 1: end/m,
		);
		expect(merged).toMatch(/^# TO DECIDE, then delete this line\. Moss has: duration: 20\nduration: 30$/m);
		expect(kept()).toEqual([`${bodyHash(three(checkIn))}.md`]);
		expect(
			new Set(
				readHandbook(root)
					.problems.filter(({ severity }) => severity === 'error')
					.map(({ code }) => code),
			),
		).toEqual(new Set(['merge-undecided']));

		change((source) => source.replace('two minutes', 'nine minutes'));
		expect(await update('--merge', 'practices/check-in')).toMatchObject({
			code: 1,
			err: expect.stringMatching(/places that are still to be decided, the first in line \d+\.[\s\S]*Nothing was written/),
		});
		expect(read(copy)).toBe(merged);
	});

	test('takes over facts that changed alone', async () => {
		const { change, update, read, kept } = await copiedText();
		const before = kept();
		change((source) => source.replace('duration: 15', 'duration: 25'));
		expect((await update()).out).toContain('duration: 15 → 25\n  The text itself is as it was.');
		expect((await update('--merge', 'practices/check-in')).code).toBe(0);
		expect(readFrontMatter(read(copy)).data.duration).toBe(25);
		expect(kept()).toEqual(before);
		expect(read(`.upstream/${before[0]}`)).toContain('duration: 25');
		expect((await update()).out).toContain('1 as before');
	});

	test('keeps a base that another text needs, also a hidden one', async () => {
		const { change, edit, update, read, kept, root } = await copiedText();
		const [base = ''] = kept();
		await callSporeprint(['new', 'practice', 'Other'], { cwd: root });
		edit('practices/other.md', () => read(copy).replace('title: Check-in', 'title: Other\ndraft: true'));
		change(three);
		expect((await update('--merge', 'practices/check-in')).code).toBe(0);
		expect(kept()).toContain(base);
		expect(kept()).toHaveLength(2);
	});

	test('goes on with the next text when one is refused', async () => {
		const { moss, change, update, root, read } = await copiedText();
		await callSporeprint(['adopt', `${moss.url}agreements/safety.md`, '--allow-private'], { cwd: root });
		change(three, { 'agreements/safety.md': '---\ntitle: Safety\n---\n\nMind the ladder, and the cat.\n' });
		renameSync(join(root, 'content', copy), join(root, 'content/practices/real.txt'));
		symlinkSync('real.txt', join(root, 'content', copy));
		const { code, err } = await update('--merge', 'practices/check-in', '--merge', 'agreements/safety');
		expect(code).toBe(1);
		expect(err).toContain('content/practices/check-in.md is a symbolic link, and nothing is written through one.');
		expect(read('practices/real.txt')).toContain('two minutes');
		expect(read('agreements/safety.md')).toContain('and the cat');
	});

	test('writes nothing on a trial', async () => {
		const { change, update, root } = await copiedText();
		change(three);
		const before = filesBelow(root);
		const { code, out, err } = await update('--merge', 'practices/check-in', '--dry-run');
		expect(code).toBe(0);
		expect(out).toContain('for three minutes each.');
		expect(err).toContain('Nothing was written.');
		expect(filesBelow(root)).toEqual(before);
	});

	test.each(['gone', 'damaged'])('refuses when the text as it was taken is %s, and says how to go on', async (how) => {
		const { change, edit, update, root, kept } = await copiedText();
		const [base = ''] = kept();
		if (how === 'gone') rmSync(join(root, 'content/.upstream', base));
		else edit(`.upstream/${base}`, (text) => text.replace('song', 'dance'));
		change(three);
		const before = filesBelow(root);
		expect((await update()).out).toContain('What changed cannot be said');
		expect(await update('--merge', 'practices/check-in')).toMatchObject({ code: 1, err: expect.stringContaining('update --propose practices/check-in') });
		expect(filesBelow(root)).toEqual(before);
		expect((await update('--propose', 'practices/check-in')).code).toBe(0);
	});

	test('refuses a licence that forbids it', async () => {
		const { change, update, root } = await copiedText();
		change((source) => three(source).replace('title:', 'licence: CC-BY-ND-4.0\ntitle:'));
		const before = filesBelow(root);
		for (const option of ['--merge', '--propose']) expect(await update(option, 'practices/check-in')).toMatchObject({ code: 1, err: expect.stringContaining('allows no changed copies') });
		expect(filesBelow(root)).toEqual(before);
	});

	test('follows a licence that changed, and says so', async () => {
		const { change, update, read, parent } = await copiedText();
		change((source) => three(source).replace('title:', 'licence: CC-BY-NC-4.0\ntitle:'));
		const { code, out } = await update('--merge', 'practices/check-in');
		expect(code).toBe(0);
		expect(out).toContain('Its licence is another one now: CC-BY-NC-4.0.');
		expect(parent().licence).toBe('CC-BY-NC-4.0');
		expect(readFrontMatter(read(copy)).data.licence).toBe('CC-BY-NC-4.0');
	});

	test('never lets their text run', async () => {
		const { change, update, read } = await copiedText();
		change((source) => `${source}\n<script>alert(1)</script>\n\nimport x from 'y'\n\n{process.exit()} [a](javascript:alert(1)) ![i](https://spy.example/i.png)\n`);
		expect((await update('--merge', 'practices/check-in')).code).toBe(0);
		const { body } = readFrontMatter(read(copy));
		expect(body).not.toMatch(/(?<!\\)<script|^import |(?<!\\)\{process|\]\(javascript|!\[i\]/m);
	});

	test('never merges into code', async () => {
		const { change, update, root } = await copiedText();
		renameSync(join(root, 'content', copy), join(root, 'content', `${copy}x`));
		change(three);
		expect(await update('--merge', 'practices/check-in')).toMatchObject({ code: 1, err: expect.stringContaining('may hold code') });
	});

	test('keeps the line ends of the file', async () => {
		const { change, edit, update, read } = await copiedText();
		edit(copy, (text) => text.replace(/\n/g, '\r\n'));
		change(three);
		expect((await update('--merge', 'practices/check-in')).code).toBe(0);
		expect(read(copy)).toContain('three minutes each.\r\n');
		expect(read(copy).replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
	});

	test('brings new images along under names of their own', async () => {
		const svg = (size: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"></svg>`;
		const page = (alts: string[]): string => `<!doctype html><div class="prose">${alts.map((alt) => `<img src="/moss/media/${alt}.svg" alt="${alt}">`).join('')}</div>`;
		let shown = ['circle'];
		const { change, update, read } = await copiedText({
			texts: { [copy]: `${checkIn}\n![circle](circle.svg)\n`, 'practices/circle.svg': svg(2), 'practices/square.svg': svg(3) },
			reply: (path) =>
				path === 'practices/check-in/' ? { headers: { 'content-type': 'text/html' }, body: page(shown) } : /^media\//.test(path) ? { body: svg(path.includes('circle') ? 2 : 3) } : undefined,
		});
		expect(read(copy)).toContain('![circle](check-in-1.svg)');
		shown = ['square', 'circle'];
		change((source) => `${three(source)}\n![square](square.svg)\n\n![circle](circle.svg)\n`);
		expect(await update('--merge', 'practices/check-in')).toMatchObject({ code: 0, out: expect.stringContaining('content/practices/check-in-2.svg') });
		expect(read(copy)).toMatch(/!\[square\]\(check-in-2\.svg\)\n\n!\[circle\]\(check-in-1\.svg\)\n$/);
		expect(read('practices/check-in-2.svg')).toBe(svg(3));
	});
});

describe('update --propose', () => {
	test('writes an open decision that a group can read in a meeting', async () => {
		const { change, update, read, root } = await copiedText();
		change((source) => `${three(source).replace('duration: 15', 'duration: 20')}\n~~~\n\`\`\`\n~~~\n`);
		expect(await update('--propose', 'practices/check-in')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Wrote content/decisions/2026-06-01-check-in.md') });
		expect(read('decisions/2026-06-01-check-in.md').replace(/127\.0\.0\.1:\d+/g, 'SERVER')).toMatchInlineSnapshot(`
			"---
			title: Take over the change of “Check-in” from Moss?
			status: open
			date: 2026-06-01
			licence: CC-BY-4.0
			related:
			  - practices/check-in
			basedOn:
			  - url: http://SERVER/moss/practices/check-in/
			    title: Check-in
			    group: Moss
			    licence: CC-BY-4.0
			    relation: inspired
			    retrieved: 2026-06-01
			---

			Our text [Check-in](../practices/check-in.md) comes from Moss. It was taken on 17 May 2026. Since then they have changed [theirs](http://SERVER/moss/practices/check-in/). Do we take the change over?

			## What changed

			- duration: ~~15~~ **20**

			Their text now, compared with what we took: ~~struck out~~ is what went, **bold** is what came.

			> One after the other, for ~~two~~ **three** minutes each.

			*(2 paragraphs are as they were.)*

			Put in:

			\`\`\`\`markdown
			~~~
			\`\`\`
			~~~
			\`\`\`\`

			## Why

			- 2026-05-20: They looked at it again and changed it: Two minutes were too short.

			## How to go on

			Decide in your own way, and write here what came of it.

			- **If you take it over:** run \`npx sporeprint update --merge practices/check-in\`. It keeps what you changed yourselves, and marks what you have to decide. Then set \`status: passed\` at the top of this text.
			- **If you leave it:** set \`status: notPassed\`. You are not asked about this change again, only about later ones.

			## The texts in full

			### Their text as we took it on 17 May 2026

			\`\`\`markdown
			---
			title: Check-in
			duration: 15
			tags:
			  - meetings
			licence: CC-BY-4.0
			---

			One after the other, for two minutes each.

			Nobody interrupts. See [safety](http://SERVER/moss/agreements/safety/).

			End with a song.
			\`\`\`

			### Their text now

			\`\`\`\`markdown
			---
			title: Check-in
			duration: 20
			tags:
			  - meetings
			licence: CC-BY-4.0
			---

			One after the other, for three minutes each.

			Nobody interrupts. See [safety](http://SERVER/moss/agreements/safety/).

			End with a song.

			~~~
			\`\`\`
			~~~
			\`\`\`\`

			Fingerprint of their text now: \`e512ec7bc4aeb5b8daa5214e848317bfe94b51526bf349b86872efed4cce636d\`
			"
		`);
		const { value, problems } = readHandbook(root);
		expect(problems).toEqual([]);
		expect(value.entries.find(({ id }) => id === 'decisions/2026-06-01-check-in')).toMatchObject({
			title: 'Take over the change of “Check-in” from Moss?',
			fields: { status: 'open', related: ['practices/check-in'] },
		});
	});

	test('replaces nothing', async () => {
		const { change, update, root } = await copiedText();
		change(three);
		await update('--propose', 'practices/check-in');
		const before = filesBelow(root);
		expect(await update('--propose', 'practices/check-in')).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
		expect(filesBelow(root)).toEqual(before);
	});

	test('is remembered: a change that the group left is no news, a later one is', async () => {
		const { change, edit, update } = await copiedText();
		change(three);
		await update('--propose', 'practices/check-in');
		expect((await update()).out).toContain('Your decision about it: content/decisions/2026-06-01-check-in.md (open)');
		expect((await update('--markdown')).out).toContain('(open)');
		edit('decisions/2026-06-01-check-in.md', (text) => text.replace('status: open', 'status: notPassed'));
		expect((await update()).out).toContain('You have decided to leave it');
		expect(await update('--markdown')).toEqual({ code: 0, out: '', err: '' });
		change((source) => source.replace('two minutes', 'nine minutes'));
		expect((await update('--markdown')).out).toContain('--propose practices/check-in');
	});

	test('lets no sign of theirs be more than a sign', async () => {
		const { change, update, root } = await copiedText();
		change((source) =>
			source.replace('One after the other', '**One** <b>x</b> [link](https://a.example/) @all `code').replace('reviews:', 'retiredReason: "<script> [x](https://evil.example) **b**"\nreviews:'),
		);
		expect((await update('--propose', 'practices/check-in')).code).toBe(0);
		const html = readHandbook(root).value.entries.find(({ kind }) => kind === 'decision')?.text.html ?? '';
		const [shown = ''] = html.split('id="the-texts-in-full"');
		expect(shown).toContain('They gave it up: &#x3C;script> [x](');
		expect(shown).toContain('&#x3C;b>x&#x3C;/b> link @all `code');
		expect(shown).not.toMatch(/<script|<b>|>x<\/a>|>link<\/a>/);
	});
});

describe('update --markdown', () => {
	test('is the text of an issue, in which words of others are code', async () => {
		const { change, update } = await copiedText();
		change((source) => three(source).replace('Two minutes were too short', '"@everyone `` [x](y) #1"'));
		const { code, out } = await update('--markdown');
		expect(code).toBe(0);
		expect(out).toMatchInlineSnapshot(`
			"Other groups have changed texts that we copied. Nothing has changed here, and nothing has to.

			- \` Check-in \` (\`practices/check-in\`), from \` Moss \`: <http://SERVER/moss/practices/check-in/>
			  - 2026-05-20: \`\`\` They looked at it again and changed it: @everyone \`\` [x](y) #1. \`\`\`
			  - To take it over: \`npx sporeprint update --merge practices/check-in\`
			  - To let the group decide first: \`npx sporeprint update --propose practices/check-in\`

			To see what changed, run \`npx sporeprint update\`. This issue is brought up to date every week, and closed when nothing is left."
		`);
	});

	test('is nothing when there is nothing to decide, and fails when somebody could not be asked', async () => {
		const { moss, update } = await copiedText();
		expect(await update('--markdown')).toEqual({ code: 0, out: '', err: '' });
		moss.reply = () => ({ status: 500 });
		expect(await update('--markdown')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('error 500') });
	});
});
