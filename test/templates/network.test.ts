import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { joinQuestions, readJoinForm } from '../../src/cli/add-member/join-form.js';
import { readRegistry } from '../../src/network/registry/read-registry.js';
import { groupSchema } from '../../src/schema/group.js';
import { memberSchema } from '../../src/schema/member.js';
import { moderationSchema } from '../../src/schema/moderation.js';
import { networkSchema } from '../../src/schema/network.js';
import { packageRoot } from '../mini-handbook.js';
import { workflow } from './workflow-files.js';

const root = join(packageRoot, 'templates/network');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A field of an issue form. */
interface FormField {
	type: 'markdown' | 'input' | 'checkboxes';
	id?: keyof typeof joinQuestions | 'consent';
	attributes: { label?: string; options?: { label: string; required?: boolean }[] };
	validations?: { required?: boolean };
}

describe('the network that a new repository begins with', () => {
	const { value, problems } = readRegistry(root);

	test('has nothing wrong with it', () => {
		expect(problems).toEqual([]);
	});

	test('introduces itself, and has two members', () => {
		expect(value.fields).toMatchObject({ url: 'https://our-network.example/', languages: ['en'], name: expect.any(String), purpose: expect.any(String), contact: expect.any(String) });
		expect(value.members.map(({ id, fields: { url, since, note } }) => ({ id, url, whole: Boolean(since && note) }))).toEqual([
			{ id: 'example-pod', url: 'https://sporeprint.github.io/example-pod/', whole: true },
			{ id: 'sporeprint', url: 'https://sporeprint.github.io/sporeprint/', whole: true },
		]);
	});

	test('has each address on a line of its own, where other programs may replace it', () => {
		for (const file of ['network.md', 'members/example-pod.yml', 'members/sporeprint.yml']) expect(text(`content/${file}`).match(/^url: .*$/gm), file).toHaveLength(1);
	});

	test('tells groups to name the address that it has', () => {
		expect(value.body).toContain(`networks: [${value.fields.url}]`);
	});
});

describe('the form by which groups join', () => {
	const form = parse(text('.github/ISSUE_TEMPLATE/join.yml'), { uniqueKeys: true }) as { name: string; description: string; body: FormField[] };
	const fields = form.body.filter(({ type }) => type !== 'markdown');

	/** The text that GitHub makes of a filled-in form. */
	const filledIn = (answers: Partial<Record<string, string>>): string =>
		fields
			.map(({ type, id = '', attributes: { label, options = [] } }) => {
				const answer = type === 'checkboxes' ? options.map((option) => `- [X] ${option.label}`).join('\n') : (answers[id] ?? '_No response_');
				return `### ${label}\n\n${answer}`;
			})
			.join('\n\n');

	test('asks what the command understands, in the same words', () => {
		expect(Object.fromEntries(fields.flatMap(({ type, id, attributes }) => (type === 'input' ? [[id, attributes.label]] : [])))).toEqual(joinQuestions);
	});

	test('is read as it was filled in', () => {
		const answers = { url: 'https://pod.example/', id: 'pod', since: '2025', note: 'Six of us' };
		expect(readJoinForm(filledIn(answers))).toEqual({ answers, faults: [] });
		expect(readJoinForm(filledIn({ url: 'https://pod.example/' }))).toEqual({ answers: { url: 'https://pod.example/' }, faults: [] });
	});

	test('needs an address and a yes, and nothing else', () => {
		expect(fields.filter(({ validations, attributes: { options } }) => validations?.required || options?.some(({ required }) => required)).map(({ id }) => id)).toEqual(['url', 'consent']);
	});

	test('is what GitHub takes for a form', () => {
		expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
		expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
		expect(new Set(fields.map(({ attributes }) => attributes.label)).size).toBe(fields.length);
	});

	test('is known to the workflow by its first question', () => {
		expect(workflow('templates/network/.github/workflows/join-by-issue.yml').jobs.check?.if).toContain(`contains(github.event.issue.body, '### ${joinQuestions.url}')`);
	});
});

describe('the README', () => {
	const readme = text('README.md');

	test('names only commands, workflows and headings that are there', () => {
		const commands = Object.keys((JSON.parse(text('package.json')) as { scripts: Record<string, string> }).scripts);
		for (const [, script = ''] of readme.matchAll(/`npm run (\w+)`/g)) expect(commands).toContain(script);
		const names = readdirSync(join(root, '.github/workflows')).map((file) => /^name: (.+)$/m.exec(text(`.github/workflows/${file}`))?.[1]);
		for (const [, name] of readme.matchAll(/\*\*Actions\*\* tab(?:,|\. Then) choose \*\*(.+?)\*\*/g)) expect(names).toContain(name);
		const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
			heading
				.toLowerCase()
				.replace(/[^\w -]/g, '')
				.replaceAll(' ', '-'),
		);
		for (const [, anchor = ''] of readme.matchAll(/\]\(#([\w-]+)\)/g)) expect(headings).toContain(anchor);
	});

	test('shows only facts that may be written so', () => {
		const blocks = [...readme.matchAll(/^( *)```yaml\n([\s\S]*?)^\1```/gm)].map(([, indent = '', block = '']): unknown => parse(block.replace(new RegExp(`^${indent}`, 'gm'), '')));
		const schemas = [memberSchema, groupSchema.partial(), moderationSchema, networkSchema.partial()];
		expect(blocks).toHaveLength(schemas.length);
		for (const [index, schema] of schemas.entries()) expect(schema.safeParse(blocks[index])).toMatchObject({ success: true });
	});
});

test('git keeps the texts byte for byte, and GitHub folds them up', () => {
	expect(text('.gitattributes')).toMatch(/^snapshots\/\*\* linguist-generated$/m);
	expect(text('.gitattributes')).toMatch(/^snapshots\/\*\* -text$/m);
});
