import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { serveSites } from '../../src/cli/demo/serve-sites.js';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { textHash } from '../../src/lib/text-hash.js';
import { readFrontMatter } from '../../src/markdown/front-matter.js';
import { bundleText } from '../../src/output/bundle.js';
import { printOf } from '../../src/output/print.js';
import { callSporeprint, emptyFolder, type MiniFiles, miniHandbook, smallImage, writeFiles } from '../mini-handbook.js';

const asked = vi.hoisted(() => ({
	confirm: vi.fn<(question: { message: string }) => Promise<boolean>>(),
	multiselect: vi.fn<(question: { options: { value: string; label: string }[] }) => Promise<string[] | symbol>>(),
}));
vi.mock('@clack/prompts', async (original) => ({ ...(await original<typeof import('@clack/prompts')>()), ...asked }));

const checkIn = '---\ntitle: Check-in\nduration: 15\nstewards: [Facilitators]\ntags: [meetings]\n---\n\n# Check-in\n\nOne after the other. See [safety](../agreements/safety.md).\n';
const body = '\n# Check-in\n\nOne after the other. See [safety](../agreements/safety.md).\n';
const safety = [
	'---',
	'title: Safety',
	'status: adopted',
	'adoptedOn: 2020-01-01',
	'reviewOn: 2027-01-01',
	'decisions: [{ date: 2020-01-01 }]',
	'objections: [{ text: Too short }]',
	'context: We had a fall',
	'basedOn:',
	'  - { url: "https://old.example/safety/", group: Old, relation: adapted }',
	'---',
	'',
	'Mind the ladder.',
	'',
].join('\n');

/** A handbook, published: pages with their images, sources, print and bundle. */
interface Published {
	home: string;
	folder: string;
	close(): void;
}

const open: (() => void)[] = [];
afterAll(() => {
	for (const close of open) close();
});

/** Publishes a handbook as the engine does, as far as copying needs it. */
async function publish(
	texts: MiniFiles,
	group: Record<string, unknown> = { licence: 'CC-BY-4.0' },
	change: (print: Record<string, unknown> & { entries: Record<string, unknown>[] }) => void = () => {},
): Promise<Published> {
	const folder = emptyFolder();
	const { port, close } = await serveSites([{ path: 'moss', folder }], 0);
	open.push(close);
	const home = `http://127.0.0.1:${port}/moss/`;
	const { value } = readHandbook(miniHandbook({ 'group.md': `---\n${stringify({ name: 'Moss', ...group })}---\n`, ...texts }), { base: '/moss/' });
	const head = '<link rel="alternate" type="application/json" href="/moss/handbook.json">';
	writeFiles(folder, { 'index.html': `<!doctype html><head>${head}</head><body>Moss` });
	for (const { id, source, text, title } of value.entries)
		writeFiles(folder, {
			[`${id}.md`]: source,
			[`${id}/index.html`]: `<!doctype html><head>${head}<title>${title}</title></head><body><img src="/moss/logo.png" alt=""><div class="prose">${text.html}</div>`,
		});
	for (const { name, bytes } of value.assets) writeFiles(folder, { [`media/${name}`]: bytes });
	const print = JSON.parse(JSON.stringify(printOf(value, { url: home, generator: 'sporeprint/0.0.0-test' })));
	change(print);
	writeFiles(folder, { 'handbook.ndjson': bundleText(value), 'handbook.json': JSON.stringify(print) });
	return { home, folder, close };
}

/** Calls the command in a handbook. */
const adopt = (cwd: string, ...args: string[]): ReturnType<typeof callSporeprint> => callSporeprint(['adopt', ...args, '--allow-private'], { cwd });

const read = (cwd: string, path: string): string => readFileSync(join(cwd, 'content', path), 'utf8');
const facts = (cwd: string, path: string): Record<string, unknown> => readFrontMatter(read(cwd, path)).data;
const texts = { 'practices/check-in.md': checkIn, 'agreements/safety.md': safety, 'practices/walk.md': '# A walk\n\nGo.\n' };

describe('adopt', () => {
	test.each([
		['the page of a text', 'practices/check-in/'],
		['its page without a slash', 'practices/check-in'],
		['its page with a heading', 'practices/check-in/#steps'],
		['its source', 'practices/check-in.md'],
	])('copies a text by %s, with its lineage and the text as it was', async (_, path) => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		const { code, out, err } = await adopt(cwd, home + path);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(facts(cwd, 'practices/check-in.md')).toEqual({
			title: 'Check-in',
			tags: ['meetings'],
			duration: 15,
			licence: 'CC-BY-4.0',
			basedOn: [{ url: `${home}practices/check-in/`, title: 'Check-in', group: 'Moss', licence: 'CC-BY-4.0', relation: 'copied', sha256: textHash(body), retrieved: '2026-05-17' }],
		});
		expect(read(cwd, 'practices/check-in.md')).toContain(`See [safety](${home}agreements/safety/).`);
		expect(read(cwd, `.upstream/${textHash(body)}.md`)).toBe(checkIn);
		expect(out).toContain('Left out: stewards, because they look after their text, and you after yours.');
		expect(out).toContain('Wrote content/practices/check-in.md.');
		expect(readHandbook(cwd).problems).toEqual([]);
	});

	test('what is about the other group stays there, and nobody has agreed to an agreement here', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		const { out } = await adopt(cwd, `${home}agreements/safety/`);
		expect(facts(cwd, 'agreements/safety.md')).toMatchObject({ title: 'Safety', status: 'proposed', context: 'We had a fall' });
		expect(Object.keys(facts(cwd, 'agreements/safety.md'))).toEqual(['title', 'status', 'context', 'licence', 'basedOn']);
		expect(facts(cwd, 'agreements/safety.md').basedOn).toMatchObject([{ group: 'Moss' }, { url: 'https://old.example/safety/', group: 'Old', relation: 'adapted' }]);
		for (const field of ['adoptedOn', 'reviewOn', 'decisions', 'objections', 'status']) expect(out).toMatch(new RegExp(`Left out: .*${field}`));
	});

	test('the text as it was is published nowhere', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		await adopt(cwd, `${home}practices/check-in/`);
		expect(readHandbook(cwd).value.entries.map(({ path }) => path)).toEqual(['practices/check-in.md']);
		expect(bundleText(readHandbook(cwd).value)).not.toContain('Facilitators');
	});

	test('copies every text of a kind', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		expect(await adopt(cwd, home, '--all', 'practice')).toMatchObject({ code: 0 });
		expect(readdirSync(join(cwd, 'content/practices')).toSorted()).toEqual(['check-in.md', 'walk.md']);
		expect(readdirSync(join(cwd, 'content/.upstream'))).toHaveLength(2);
	});

	test('lists the texts of a whole handbook, for nobody to choose from', async () => {
		const { home } = await publish(texts);
		for (const address of [home, `${home}handbook.json`, home.slice(0, -1)]) {
			const { code, out, err } = await adopt(miniHandbook({}), address);
			expect(code).toBe(2);
			expect(out).toContain(`practice: Check-in\n  ${home}practices/check-in/`);
			expect(err).toContain('Give the address of one of its texts, or --all KIND.');
		}
	});

	test('writes nothing when told so', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		const { code, out } = await adopt(cwd, `${home}practices/check-in/`, '--dry-run');
		expect(code).toBe(0);
		expect(out).toContain('To: content/practices/check-in.md');
		expect(readdirSync(join(cwd, 'content'))).toEqual(['group.md']);
	});

	test('says it to programs', async () => {
		const { home } = await publish(texts);
		const { code, out, err } = await adopt(miniHandbook({}), `${home}practices/check-in/`, '--json');
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(JSON.parse(out)).toMatchObject({
			group: 'Moss',
			handbook: home,
			from: { origin: home },
			texts: [
				{ title: 'Check-in', status: 'written', path: 'content/practices/check-in.md', upstream: `content/.upstream/${textHash(body)}.md`, licence: 'CC-BY-4.0', dropped: [{ field: 'stewards' }] },
			],
		});
	});

	test('takes the name it is given, and puts it into the folder of the kind', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		expect(await adopt(cwd, `${home}practices/check-in/`, '--as', 'our-round')).toMatchObject({ code: 0 });
		expect(await adopt(cwd, `${home}practices/check-in/`, '--as', 'practices/meetings/con')).toMatchObject({ code: 0 });
		expect(existsSync(join(cwd, 'content/practices/our-round.md'))).toBe(true);
		expect(existsSync(join(cwd, 'content/practices/meetings/con-text.md'))).toBe(true);
	});

	test.each(['../x', '/etc/passwd', 'a/../../b', 'A', 'agreements/x', '.upstream/x', 'x\\y', ''])('refuses the name %j', async (name) => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		expect(await adopt(cwd, `${home}practices/check-in/`, '--as', name)).toMatchObject({ code: name === 'agreements/x' ? 1 : 2 });
		expect(readdirSync(join(cwd, 'content'))).toEqual(['group.md']);
	});

	test('leaves what is there as it is, unless it is told to replace it', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({ 'practices/check-in.md': '# Ours\n' });
		const { code, err } = await adopt(cwd, `${home}practices/check-in/`);
		expect(code).toBe(1);
		expect(err).toContain('content/practices/check-in.md is there already, and was left as it is.');
		expect(read(cwd, 'practices/check-in.md')).toBe('# Ours\n');
		expect(existsSync(join(cwd, 'content/.upstream'))).toBe(false);
		expect(await adopt(cwd, `${home}practices/check-in/`, '--force')).toMatchObject({ code: 0 });
		expect(read(cwd, 'practices/check-in.md')).toContain('One after the other.');
		expect((await adopt(cwd, `${home}practices/check-in/`)).out).toContain('It is there already, just so.');
	});

	test('says when a copy is there under another name, and that an address is taken', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({ 'pages/a.md': '---\nid: practices/walk\n---\n# A\n' });
		await adopt(cwd, `${home}practices/check-in/`, '--as', 'round');
		expect((await adopt(cwd, `${home}practices/check-in/`, '--dry-run')).out).toContain('You have a copy of it already: content/practices/round.md.');
		expect((await adopt(cwd, `${home}practices/walk/`)).err).toContain('The address “practices/walk” belongs to content/pages/a.md.');
	});

	test.each(['practices', '.upstream'])('never writes through a symbolic link: %s', async (name) => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		const outside = emptyFolder();
		symlinkSync(outside, join(cwd, 'content', name));
		const { code, err } = await adopt(cwd, `${home}practices/check-in/`, '--force');
		expect(code).toBe(1);
		expect(err).toContain('symbolic link');
		expect(readdirSync(outside)).toEqual([]);
	});

	test('brings the images along', async () => {
		const text = '# Map\n\n![A map](map.svg) ![Not there](gone.png)\n\n![B][b] [far](./walk.md)\n\n[b]: ./b.svg\n';
		const { home } = await publish({ 'practices/map.md': text, 'practices/map.svg': smallImage, 'practices/b.svg': smallImage });
		const cwd = miniHandbook({});
		const { code, out } = await adopt(cwd, `${home}practices/map/`);
		expect(code).toBe(0);
		expect(read(cwd, 'practices/map.md')).toContain(`![A map](map-1.svg) [Not there](${home}practices/map/)\n\n![B](map-3.svg)`);
		expect(read(cwd, 'practices/map-1.svg')).toBe(smallImage);
		expect(out).toContain('Images: content/practices/map-1.svg, content/practices/map-3.svg');
		expect(out).toContain('An image is not brought along, and becomes a link to the page at its home.');
		expect(readHandbook(cwd).value.assets).toHaveLength(2);
	});

	test('brings no image that could run something', async () => {
		const evil = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"><script>alert(1)</script></svg>';
		const { home } = await publish({ 'practices/map.md': '# Map\n\n![A map](map.svg)\n', 'practices/map.svg': evil });
		const cwd = miniHandbook({});
		await adopt(cwd, `${home}practices/map/`);
		expect(readdirSync(join(cwd, 'content/practices'))).toEqual(['map.md']);
		expect(read(cwd, 'practices/map.md')).toContain(`[A map](${home}practices/map/)`);
	});

	test('a text full of code arrives as words', async () => {
		const evil = `---\ntitle: "{process.exit()}"\nstewards: ["<script>"]\n---\n\nimport fs from 'node:fs'\n\n{process.exit()} <script>alert(1)</script> [x](javascript:alert(1))\n`;
		const { home } = await publish({ 'practices/evil.md': evil });
		const cwd = miniHandbook({});
		const { code, out } = await adopt(cwd, `${home}practices/evil/`);
		expect(code).toBe(0);
		expect(out).toContain(
			'Made harmless: 2 pieces of HTML, shown as text; 2 curly brackets, kept as text; a line that could be read as code, kept as text; a link that is not to a web page, left as words.',
		);
		expect(read(cwd, 'practices/evil.md')).toContain("&#105;mport fs from 'node:fs'\n\n\\{process.exit()\\} &lt;script>alert(1)&lt;/script> x\n");
		for (const file of ['practices/evil.md', 'practices/evil.mdx']) {
			const again = miniHandbook({ [file]: read(cwd, 'practices/evil.md') });
			const { value, problems } = readHandbook(again);
			expect(problems).toEqual([]);
			expect(value.entries[0]?.text.html).toContain('{process.exit()} &#x3C;script>');
			expect(value.entries[0]?.text.html).not.toMatch(/<script|href="javascript/);
		}
	});
});

describe('adopt, with somebody at the terminal', () => {
	const talk = (cwd: string, ...args: string[]): ReturnType<typeof callSporeprint> => callSporeprint(['adopt', ...args, '--allow-private'], { cwd, interactive: true });

	test('writes only what was agreed to', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		asked.confirm.mockResolvedValueOnce(false);
		expect(await talk(cwd, `${home}practices/check-in/`)).toMatchObject({ code: 0 });
		expect(readdirSync(join(cwd, 'content'))).toEqual(['group.md']);
		asked.confirm.mockResolvedValueOnce(true);
		expect(await talk(cwd, `${home}practices/check-in/`)).toMatchObject({ code: 0 });
		expect(existsSync(join(cwd, 'content/practices/check-in.md'))).toBe(true);
	});

	test('asks before it replaces anything', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({ 'practices/check-in.md': '# Ours\n' });
		asked.confirm.mockReset().mockResolvedValueOnce(false);
		await talk(cwd, `${home}practices/check-in/`);
		expect(asked.confirm.mock.calls[0]?.[0].message).toBe('content/practices/check-in.md is there already, and differs. Replace it?');
		expect(read(cwd, 'practices/check-in.md')).toBe('# Ours\n');
	});

	test('lets the person choose among the texts of a handbook', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		asked.multiselect.mockImplementationOnce(async ({ options }) => options.filter(({ label }) => label !== 'Safety').map(({ value }) => value));
		asked.confirm.mockReset().mockResolvedValue(true);
		expect(await talk(cwd, home)).toMatchObject({ code: 0 });
		expect(
			readHandbook(cwd)
				.value.entries.map(({ path }) => path)
				.toSorted(),
		).toEqual(['practices/check-in.md', 'practices/walk.md']);
	});

	test('takes no choice for no', async () => {
		const { home } = await publish(texts);
		const cwd = miniHandbook({});
		asked.multiselect.mockResolvedValueOnce([]);
		expect(await talk(cwd, home)).toMatchObject({ code: 0, err: 'Nothing was written.' });
	});
});

describe('adopt minds the licence', () => {
	test.each([
		['CC-BY-4.0', 0, 'Credit the group'],
		['CC0-1.0', 0, 'CC0-1.0 asks for nothing'],
		['CC-BY-SA-4.0', 0, 'stays under CC-BY-SA-4.0'],
		['CC-BY-NC-4.0', 0, 'allows no commercial use'],
		['CC-BY-NC-SA-4.0', 0, 'It says so itself, so the rest of your handbook keeps its own licence, CC-BY-SA-4.0.'],
		['CC-BY-ND-4.0', 1, 'no derivatives'],
		['CC-BY-NC-ND-4.0', 1, 'no derivatives'],
		['CC-BY-ND-4.0 OR CC-BY-4.0', 0, 'Credit the group'],
		['CC-BY-ND-4.0 AND CC-BY-4.0', 1, 'no derivatives'],
		['LicenseRef-ours', 1, 'one of their own'],
		[undefined, 1, 'It names no licence'],
		['All rights reserved', 1, 'It names no licence'],
	])('%s', async (licence, expected, sentence) => {
		const { home } = await publish(texts, {}, (print) => {
			delete (print.group as Record<string, unknown>).licence;
			for (const entry of print.entries) entry.licence = licence;
		});
		const cwd = miniHandbook({});
		const { code, out, err } = await adopt(cwd, `${home}practices/check-in/`);
		expect(code).toBe(expected);
		expect(out + err).toContain(sentence);
		expect(existsSync(join(cwd, 'content/practices'))).toBe(expected === 0);
		const known = licence !== undefined && !licence.startsWith('All');
		expect(await adopt(cwd, `${home}practices/check-in/`, '--force')).toMatchObject({ code: 0 });
		expect(facts(cwd, 'practices/check-in.md').licence).toBe(known ? licence : 'LicenseRef-unknown');
	});

	test('a text that says something else than its print is not copied', async () => {
		const { home } = await publish({ 'practices/a.md': '---\nlicence: CC-BY-ND-4.0\n---\n# A\n' }, {}, (print) => {
			for (const entry of print.entries) entry.licence = 'CC0-1.0';
		});
		const { code, err } = await adopt(miniHandbook({}), `${home}practices/a/`);
		expect(code).toBe(1);
		expect(err).toContain('Its print says CC0-1.0, and the text itself says CC-BY-ND-4.0');
	});
});

describe('adopt refuses', () => {
	test('a text that is not the one of the print', async () => {
		const { home, folder } = await publish(texts);
		writeFiles(folder, { 'practices/check-in.md': `${checkIn}More.\n` });
		const cwd = miniHandbook({});
		expect(await adopt(cwd, `${home}practices/check-in/`)).toMatchObject({ code: 1, err: expect.stringContaining('is not the text that the print describes') });
		expect(readdirSync(join(cwd, 'content'))).toEqual(['group.md']);
	});

	test('a page that is no handbook, a text that is not there, and what is no address', async () => {
		const { home, folder } = await publish(texts);
		writeFiles(join(folder, 'other'), { 'index.html': '<!doctype html><p>Hello' });
		const cwd = miniHandbook({});
		expect(await adopt(cwd, `${home}other/`)).toMatchObject({ code: 1, err: expect.stringContaining('There is no handbook at') });
		expect(await adopt(cwd, `${home}practices/nothing.md`)).toMatchObject({ code: 1, err: expect.stringContaining('has no text at') });
		expect(await adopt(cwd, 'javascript:alert(1)')).toMatchObject({ code: 1, err: expect.stringContaining('is not a web address') });
	});

	test('an address on this computer, unless told otherwise', async () => {
		const { home } = await publish(texts);
		expect(await callSporeprint(['adopt', `${home}practices/check-in/`], { cwd: miniHandbook({}) })).toMatchObject({ code: 1 });
	});

	test('a kind that is none, and a folder that is no handbook', async () => {
		expect(await adopt(miniHandbook({}), 'https://x.example/', '--all', 'practise')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean “practice”?') });
		const cwd = emptyFolder();
		mkdirSync(join(cwd, 'other'));
		expect(await adopt(cwd, 'https://x.example/')).toMatchObject({ code: 2, err: expect.stringContaining('There is no folder content here.') });
	});
});

/** An index with one text of a handbook. */
async function publishIndex(home: string, source = checkIn): Promise<{ url: string; page: string }> {
	const folder = emptyFolder();
	const { port, close } = await serveSites([{ path: 'ring', folder }], 0);
	open.push(close);
	const url = `http://127.0.0.1:${port}/ring/`;
	const id = 'groups/moss/practices/check-in';
	const at = `${home}practices/check-in/`;
	const head = `<link rel="canonical" href="${at}"><link rel="alternate" type="application/json" href="${url}network.json">`;
	const entry = {
		id,
		kind: 'practice',
		title: 'Check-in',
		lang: 'en',
		url: `${url}${id}/`,
		sourceUrl: `${url}${id}.md`,
		licence: 'CC-BY-4.0',
		sha256: textHash(source),
		bodySha256: textHash(readFrontMatter(source).body),
		mirrorOf: { url: at, sourceUrl: `${home}practices/check-in.md`, handbook: home, group: 'Moss', member: 'moss' },
	};
	writeFiles(folder, {
		[`${id}/index.html`]: `<!doctype html><head>${head}</head><body>Check-in`,
		[`${id}.md`]: source,
		'index.html': `<!doctype html><head>${head}</head><body>Ring`,
		'network.json': JSON.stringify({ sporeprint: 1, generator: 'x', url, repo: {}, aliases: [], group: { name: 'Ring' }, entries: [entry], tombstones: [], members: [{ id: 'moss', url: home }] }),
	});
	return { url, page: `${url}${id}/` };
}

describe('adopt from an index', () => {
	test('goes to the home of the text', async () => {
		const { home } = await publish({ ...texts, 'practices/check-in.md': checkIn.replace('One after', 'New: one after') });
		const { page } = await publishIndex(home);
		const cwd = miniHandbook({});
		expect(await adopt(cwd, page)).toMatchObject({ code: 0, out: expect.not.stringContaining('the index') });
		expect(read(cwd, 'practices/check-in.md')).toContain('New: one after');
	});

	test.each([
		['is gone', (site: Published) => site.close()],
		[
			'does not have it any more',
			(site: Published) => writeFiles(site.folder, { 'handbook.json': readFileSync(join(site.folder, 'handbook.json'), 'utf8').replaceAll('practices/check-in', 'practices/other') }),
		],
	])('takes the copy of the index when the home %s, and says so', async (_, end) => {
		const site = await publish(texts);
		const { url, page } = await publishIndex(site.home);
		end(site);
		for (const address of [page, page.replace(/\/$/, '.md')]) {
			const cwd = miniHandbook({});
			const { code, out } = await adopt(cwd, address);
			expect(code).toBe(0);
			expect(out).toContain(`This is the copy that the index ${url} keeps`);
			expect(facts(cwd, 'practices/check-in.md').basedOn).toMatchObject([{ url: `${site.home}practices/check-in/`, group: 'Moss' }]);
			expect(read(cwd, `.upstream/${textHash(body)}.md`)).toBe(checkIn);
		}
	});

	test('a text that its group took back is not copied unless forced', async () => {
		const site = await publish(texts, {}, (print) => {
			print.entries = print.entries.filter(({ id }) => id !== 'practices/check-in');
			print.tombstones = [{ id: 'practices/check-in', date: '2026-01-01' }];
		});
		const { page } = await publishIndex(site.home);
		const cwd = miniHandbook({});
		expect(await adopt(cwd, page)).toMatchObject({ code: 1, err: expect.stringContaining('has taken this text back') });
		expect(await adopt(cwd, page, '--force')).toMatchObject({ code: 0 });
	});

	test('asks for a text when it is given the index', async () => {
		const { home } = await publish(texts);
		const { url } = await publishIndex(home);
		expect(await adopt(miniHandbook({}), url)).toMatchObject({ code: 1, err: expect.stringContaining('Open a text on the index') });
	});
});
