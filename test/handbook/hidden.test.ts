import { describe, expect, test } from 'vitest';
import { bundleText } from '../../src/output/bundle.js';
import { printText } from '../../src/output/print.js';
import { searchRecords } from '../../src/output/search-index.js';
import { type MiniFiles, placed, readMini, said, smallImage } from '../mini-handbook.js';

const canary = 'Zaunkönig';

/** Reads a handbook in which one text may be hidden, and returns everything that is published of it. */
function publish(secret: string, others: MiniFiles = {}, path = 'practices/secret.md') {
	const { value, problems } = readMini({ [path]: secret, 'practices/seen.md': '---\ntitle: Seen\n---\nSeen words.\n', ...others });
	const { group, entries, contents, assets, redirects } = value;
	const output = [
		JSON.stringify({ group, entries: entries.map((entry) => ({ ...entry, text: { ...entry.text, ids: [...entry.text.ids] } })), contents, redirects }),
		JSON.stringify(assets.map(({ path: file, name, bytes }) => [file, name, Buffer.from(bytes).toString('utf8')])),
		printText(value, { url: 'https://example.org/', generator: 'test' }),
		bundleText(value),
		JSON.stringify(searchRecords(value.entries, { base: '/', name: value.group.fields.name })),
	].join('\n');
	return { value, problems, output, errors: problems.filter(({ severity }) => severity === 'error') };
}

const secretText = `\n# ${canary}\n\n${canary}\n`;
const withFacts = (facts: string) => `---\n${facts}\n---\n${secretText}`;

test('a text that is not hidden is published, so that these tests would notice', () => {
	for (const facts of ['draft: false', 'private: false', 'published: true', 'draft: False\nprivate: FALSE\npublished: True']) {
		const { output, errors } = publish(withFacts(`title: ${canary}\n${facts}`));
		expect(output).toContain(canary);
		expect(errors).toEqual([]);
	}
});

test.each([
	'draft: true',
	'draft: True',
	'draft: TRUE',
	'draft:   true   # not yet',
	'"draft": true',
	"'draft': true",
	'draft: !!bool true',
	'{ draft: true }',
	'? draft\n: true',
	'private: true',
	'published: false',
	'published: False',
	'draft: true\npublished: true',
	'draft: false\nprivate: true',
])('“%s” hides a text everywhere, and is no problem', (facts) => {
	const { output, errors } = publish(withFacts(facts));
	expect(output).not.toContain(canary);
	expect(output).toContain('Seen words');
	expect(errors).toEqual([]);
});

describe('what may have been meant to hide a text hides it, and is an error', () => {
	test.each([
		'draft: "true"',
		"draft: 'false'",
		'draft: yes',
		'draft: Yes',
		'draft: y',
		'draft: on',
		'draft: 1',
		'draft: 0',
		'draft: 1.0',
		'draft: null',
		'draft: ~',
		'draft:',
		'draft: ""',
		'draft: [true]',
		'draft: [false]',
		'draft: { value: true }',
		'draft: !!str true',
		'draft: tRUE',
		'draft: true.',
		'draft: true\u00a0',
		'draft: |\n  true',
		'draft: 2030-01-01',
		'published: "false"',
		'published: no',
		'published: No',
		'published: 0',
		'published: off',
		'published: never',
		'published: null',
		'published: 2030-01-01',
		'private: "yes"',
		'private: members only',
	])('by its value: %j', (facts) => {
		const { output, errors } = publish(withFacts(facts));
		expect(output).not.toContain(canary);
		expect(errors.map(({ code }) => code)).toEqual(['hidden-not-boolean']);
		expect(errors.map(({ line }) => line)).toSatisfy(([line]) => line === 2 || line === 3);
	});

	test.each([
		'Draft: true',
		'DRAFT: true',
		'DRAFT: TRUE',
		'drafts: true',
		'dratf: true',
		'draft : true\nDraft: true',
		'"draft ": true',
		'draft\u00a0: true',
		'\u200bdraft: true',
		'isDraft: true',
		'is_draft: true',
		'hidden: true',
		'Hidden: false',
		'unlisted: true',
		'unpublished: true',
		'Private: true',
		'publish: false',
		'Published: false',
		'visible: false',
		'status: draft',
		'visibility: private',
		'state: "Draft"',
		'meta:\n  draft: true',
		'x: [{ y: { published: false } }]',
		'defaults: &d { draft: true }\n<<: *d',
		'basedOn:\n  - url: https://example.org\n    draft: true',
		'summary:\n  draft: true',
		'__proto__: { draft: true }',
		'constructor: { prototype: { private: true } }',
	])('by its name or place: %j', (facts) => {
		const { output, errors } = publish(withFacts(facts));
		expect(output).not.toContain(canary);
		expect(errors.length).toBeGreaterThan(0);
	});

	test.each([
		['a field that is there twice', '---\ndraft: true\ndraft: false\n---\n'],
		['no space after the colon', '---\ntitle: x\ndraft:true\n---\n'],
		['a tab', '---\ntitle: x\n\tdraft: true\n---\n'],
		['an indentation', '---\ntitle: x\n draft: true\n---\n'],
		['a list', '---\n- draft: true\n---\n'],
		['no end', '---\ndraft: true\n'],
		['another end', '---\ndraft: true\n...\n'],
		['an early end', '---\ntitle: x\n----\ndraft: true\n---\n'],
		['two blocks', '---\ntitle: x\n--- #\ndraft: true\n---\n'],
		['a line before it', '\n---\ndraft: true\n---\n'],
		['four dashes', '----\ndraft: true\n----\n'],
		['no dashes', 'draft: true\n\n'],
		['TOML', '+++\ndraft = true\n+++\n'],
		['JSON', '---json\n{ "draft": true }\n---\n'],
		['JSON between semicolons', ';;;\n{ "draft": true }\n;;;\n'],
		['a program', '---js\n({ draft: true })\n---\n'],
		['a quotation mark too few', '---\ntitle: "x\ndraft: true\n---\n'],
	])('by facts that cannot be read: %s', (_, facts) => {
		const { output, errors } = publish(facts + secretText);
		expect(output).not.toContain(canary);
		expect(output).toContain('Seen words');
		expect(errors).toHaveLength(1);
	});

	test('by bytes that cannot be read', () => {
		const { value, problems } = readMini({ 'practices/secret.md': Buffer.from(`---\ntitle: x\ndraft: true\n---\n${canary}`, 'utf16le') });
		expect(value.entries).toEqual([]);
		expect(problems.map(placed)).toEqual(['content/practices/secret.md:1:1 file-encoding']);
	});

	test('with the line ends of other systems', () => {
		for (const end of ['\r\n', '\r']) expect(publish(withFacts('draft: true').replaceAll('\n', end)).output).not.toContain(canary);
		expect(publish(`\uFEFF${withFacts('draft: true')}`).output).not.toContain(canary);
		expect(publish(`\uFEFF\uFEFF${withFacts('draft: true')}`).output).not.toContain(canary);
	});

	test('in every kind, and as the introduction of a kind', () => {
		for (const path of [
			'agreements/x.md',
			'practices/x.md',
			'roles/x.md',
			'decisions/x.md',
			'stories/x.md',
			'pages/x.md',
			'x.md',
			'deep/er/x.md',
			'practices/README.md',
			'README.md',
			'pages/x.mdx',
			'x.MD',
		]) {
			expect(publish(withFacts('draft: true'), {}, path).output, path).not.toContain(canary);
			expect(publish(withFacts('Draft: true'), {}, path).output, path).not.toContain(canary);
		}
	});
});

test('a draft agreement is a public text about something that is not agreed yet', () => {
	expect(publish(withFacts('status: draft'), {}, 'agreements/secret.md').output).toContain(canary);
});

describe('what leads to a hidden text leads nowhere', () => {
	const hidden = `---\ntitle: ${canary}\nid: practices/geheim\naliases: [practices/frueher]\ndraft: true\n---\n![](secret.svg) [seen](seen.md)\n`;
	const image = { 'practices/secret.svg': smallImage };

	test('its image is not published', () => {
		expect(publish(hidden, image).value.assets).toEqual([]);
		expect(publish(hidden.replace('true', 'false'), image).value.assets.map(({ path }) => path)).toEqual(['practices/secret.svg']);
	});

	test('links to it are taken off and reported, whichever way they name it', () => {
		const links = ['secret.md', './secret.md', '/practices/secret.md', 'secret', 'secret.html', '/practices/geheim', '/practices/frueher', '../practices/secret.md', 'secret.md#top', '%73ecret.md'];
		const { value, problems, output } = publish(hidden, { ...image, 'practices/links.md': `---\ntitle: Links\n---\n${links.map((link) => `[words](${link})`).join('\n')}\n` });
		const html = value.entries.find(({ id }) => id === 'practices/links')?.text.html ?? '';
		expect(html).not.toContain('<a');
		expect(html.match(/<span class="missing">words<\/span>/g)).toHaveLength(links.length);
		expect(problems.map(placed)).toEqual(links.map((_, index) => `content/practices/links.md:${index + 4}:1 link-broken`));
		expect(output).not.toContain(canary);
	});

	test('hints do not name it', () => {
		const { problems } = publish(hidden, { 'practices/links.md': '---\ntitle: Links\n---\n[a](secrets.md) [b](/practices/gehein)\n' });
		expect(problems).toHaveLength(2);
		expect(problems.map(({ hint }) => hint).join()).not.toMatch(/secret\.md|geheim/);
	});

	test('nor is it in the table of contents, among the links back, or behind its former address', () => {
		const { value, problems } = publish(hidden, {
			...image,
			'group.md': '---\nname: Moss\nnav: [practices/geheim, practices/seen]\n---\n',
			'practices/more.md': '---\ntitle: More\nrelated: [practices/geheim]\n---\n',
		});
		expect(value.contents).toMatchObject([
			{ type: 'entry', id: 'practices/seen' },
			{ type: 'kind', kind: 'practice', items: [{ type: 'entry', id: 'practices/more' }] },
		]);
		expect(value.redirects).toEqual([]);
		expect(value.entries.flatMap(({ backlinks }) => backlinks)).toEqual([]);
		expect(problems.map(placed)).toEqual(['content/group.md:3:7 reference-unknown', 'content/practices/more.md:3:11 reference-unknown']);
	});
});

test('the sentence says what to do', () => {
	expect(publish(withFacts('draft: yes')).errors.map(said)).toMatchInlineSnapshot(`
		[
		  "“draft” should be true or false, without quotes. Write true or false, without quotes.",
		]
	`);
	expect(publish(withFacts('Draft: true')).errors.map(said)).toMatchInlineSnapshot(`
		[
		  "There is no field “Draft” here. Did you mean “draft”?",
		]
	`);
});
