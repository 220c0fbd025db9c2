// Writes the reference pages of the handbook from the sources, so that what is documented is what is so:
//   npm run build:package && node scripts/write-reference.mjs
// `content/pages/every-field.md` comes from the schemas; `content/pages/every-message.md` and `content/errors/` from the catalogue of problems.
import { mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ name: string, form: string, about: string, parts?: Field[] }} Field
 * @typedef {{ section: string, fields: Field[] }} Section
 * @typedef {{ severity: 'error' | 'warning', title: string, explanation: string, remedy: string }} Kind
 */

/** What each section of the page on fields says before its table. */
const sections = {
	group: ['The group', 'These stand in `content/group.md`, the one file that every handbook has. Only `name` is required.'],
	entry: ['Every text', 'Any text may have these, whatever its kind. Only `title` is expected, and even that is found in the first heading of the text if you leave it out.'],
	agreement: ['Agreements', 'In addition, a text in `content/agreements/` may have these.'],
	practice: ['Practices', 'In addition, a text in `content/practices/` may have these. By habit its text has the headings What, Why, Steps and Facilitator notes.'],
	role: ['Roles', 'In addition, a text in `content/roles/` may have these.'],
	decision: ['Decisions', 'In addition, a text in `content/decisions/` may have these.'],
	story: ['Stories', 'In addition, a text in `content/stories/` may have these. A story of something that failed is as welcome as any other.'],
	page: ['Pages', 'In addition, a text in `content/pages/`, or in any folder that is not named above, may have these.'],
	withdrawn: ['What was withdrawn', 'These stand in `content/withdrawn.yml`, if anything was withdrawn. `npx sporeprint withdraw` writes them for you.'],
	network: ['The network', 'These stand in `content/network.md`, the one file that every network index has. Only `name` and `url` are required.'],
	member: ['A member of a network', 'These stand in `content/members/`, in a file for each member, such as `content/members/example-pod.yml`. Only `url` is required.'],
	moderation: ['What a network hides', 'These stand in `content/moderation.yml`, if there is anything to hide.'],
};

const forms = `| Where the table says | write, for example |
| :--- | :--- |
| text | \`summary: Every Friday one of us cooks for all\`. If there is a colon and a space in it, put quotation marks around it: \`summary: "Money: how we share it"\` |
| date | \`2026\`, \`2026-05\` or \`2026-05-17\`, as far as you know it |
| length of time | \`P1Y\` (a year), \`P6M\` (six months), \`P2W\` (two weeks), \`P90D\` (ninety days) |
| id | \`practices/check-in-round\`: the file's path below \`content\`, without \`.md\` |
| web address | \`https://example.org/handbook/\` |
| language | \`en\`, \`es\`, \`pt-BR\` |
| licence | \`CC-BY-SA-4.0\`, \`CC-BY-4.0\`, \`CC0-1.0\`, or another name from the [list of SPDX](https://spdx.org/licenses/) |
| { min, max } | \`{ min: 10, max: 20 }\` |
| words set like \`this\` | one of these words, exactly as it stands there |
| list of ... | \`[one, two]\` on the same line, or each item on a line of its own below, after two spaces and a dash |`;

/**
 * Every generated page: path from the root of the repository, and text.
 * @param {{ fieldReference: readonly Section[], problemKinds: Readonly<Record<string, Kind>> }} sources
 * @returns {Record<string, string>}
 */
export function referencePages({ fieldReference, problemKinds }) {
	return {
		'content/pages/every-field.md': everyField(fieldReference),
		'content/pages/every-message.md': everyMessage(problemKinds),
		...Object.fromEntries(Object.entries(problemKinds).map(([code, kind]) => [`content/errors/${code}.md`, messagePage(code, kind)])),
	};
}

/** @param {readonly Section[]} reference */
function everyField(reference) {
	const withParts = new Map(reference.flatMap(({ fields }) => fields).flatMap((field) => (field.parts ? [[field.name, field]] : [])));
	return page(
		{
			title: 'Every field',
			summary: 'Every fact that may stand at the top of a text: its name, what it may hold, and what it means.',
			tags: ['reference'],
			order: 3,
			related: ['pages/writing-entries', 'pages/every-message'],
		},
		[
			'The facts at the top of a text are called fields. Each has a name, a colon and a value. You need none of those below except a title or a name, so leave out whatever you do not know. How to write them is explained in [writing entries](writing-entries.md).',
			'A name that is not on this page is an error, and the message suggests the nearest one. Nothing you write is silently ignored.',
			'## How to write a value',
			forms,
			...reference.flatMap(({ section, fields }) => {
				const [title, intro] = sections[section] ?? [section, ''];
				return [`## ${title}`, intro, fieldTable(fields)];
			}),
			'## Fields with parts',
			'Some fields hold parts with names of their own. Each part stands on a line below its field, indented by spaces. In a list, a dash begins each item:',
			'```yaml\nreviews:\n  - date: 2026-05\n    outcome: kept\n    note: We are glad of it.\n```',
			...[...withParts.values()].flatMap(({ name, about, parts = [] }) => [`### ${name}`, `${about}.`, fieldTable(parts)]),
		],
	);
}

/** @param {readonly Field[]} fields */
function fieldTable(fields) {
	return ['| Field | What it may hold | Meaning |', '| :--- | :--- | :--- |', ...fields.map(({ name, form, about }) => `| \`${name}\` | ${cell(form)} | ${cell(about)} |`)].join('\n');
}

/** @param {Readonly<Record<string, Kind>>} problemKinds */
function everyMessage(problemKinds) {
	const table = (severity) =>
		[
			'| Message | Name |',
			'| :--- | :--- |',
			...Object.entries(problemKinds)
				.filter(([, kind]) => kind.severity === severity)
				.map(([code, { title }]) => `| [${cell(title)}](../errors/${code}.md) | \`${code}\` |`),
		].join('\n');
	return page(
		{
			title: 'Every message',
			summary: 'What Sporeprint may tell you about your texts, what each message means and what to do about it.',
			tags: ['reference', 'messages'],
			order: 9,
			related: ['pages/writing-entries', 'pages/every-field'],
		},
		[
			'When something in a text is not as it should be, Sporeprint says so, with the file and the line. It finds everything at once, so that you can mend it in one go. A message looks like this:',
			'```text\ncontent/practices/check-in-round.md:4:1 error field-unknown\n  There is no field “reviewedOn” here.\n  Did you mean “reviewOn”?\n```',
			'The first line says where: the file, the line and the place in that line. Then it says how serious it is, and gives the name of the message, which you can look up below. The second line says what happened, the third what to do.',
			'You see messages when the site is built, in the **Actions** tab on GitHub, and with `npm run check` on your own computer.',
			'## Errors',
			'An error stops the site from being built. The site that is online stays as it was.',
			table('error'),
			'## Warnings',
			'A warning stops nothing. The site is built, and readers are spared the worst.',
			table('warning'),
		],
	);
}

/**
 * @param {string} code
 * @param {Kind} kind
 */
function messagePage(code, { severity, title, explanation, remedy }) {
	const weight = severity === 'error' ? 'This is an error: the site is not built until it is mended. The site that is online stays as it was.' : 'This is a warning: the site is built all the same.';
	return page({ title, summary: firstSentence(explanation), tags: ['messages'], order: 100, parent: 'pages/every-message' }, [
		`The name of this message is \`${code}\`. ${weight}`,
		'## What happened',
		explanation,
		'## What to do',
		remedy.replace('the page "Every field"', 'the page [Every field](../pages/every-field.md)'),
		'[Every message](../pages/every-message.md) lists the others.',
	]);
}

/**
 * @param {Record<string, string | number | string[]>} fields
 * @param {string[]} blocks
 */
function page(fields, blocks) {
	const value = (fact) => (Array.isArray(fact) ? `[${fact.join(', ')}]` : typeof fact === 'string' && !/^[\w/-]+$/.test(fact) ? JSON.stringify(fact) : String(fact));
	const facts = Object.entries(fields).map(([name, fact]) => `${name}: ${value(fact)}`);
	return `---\n${facts.join('\n')}\n# Written by scripts/write-reference.mjs: change it there, or in the sources it reads.\n---\n\n${blocks.join('\n\n')}\n`;
}

/** @param {string} text */
function cell(text) {
	return text.replaceAll('|', '\\|');
}

/** @param {string} text */
function firstSentence(text) {
	const sentence = /^.+?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;
	return sentence.length <= 160 ? sentence : `${sentence.slice(0, 159).replace(/\s\S*$/, '')}…`;
}

async function write() {
	const root = fileURLToPath(new URL('../', import.meta.url));
	const [{ problemKinds }, { fieldReference }] = await Promise.all(['errors.js', 'schema/field-reference.js'].map((file) => import(new URL(`../dist/${file}`, import.meta.url).href)));
	const pages = referencePages({ fieldReference: fieldReference(), problemKinds });
	for (const [path, text] of Object.entries(pages)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	const gone = readdirSync(join(root, 'content', 'errors')).filter((name) => !Object.hasOwn(pages, `content/errors/${name}`));
	for (const name of gone) rmSync(join(root, 'content', 'errors', name));
	process.stdout.write(`Wrote ${Object.keys(pages).length} pages${gone.length > 0 ? ` and removed ${gone.length}` : ''}.\n`);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await write();
