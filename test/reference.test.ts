import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { referencePages } from '../scripts/write-reference.mjs';
import { problemKinds } from '../src/errors.js';
import { readEntry } from '../src/handbook/read-entry.js';
import { fieldReference } from '../src/schema/field-reference.js';
import { kindFolders, kinds } from '../src/schema/kinds.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const pages = referencePages({ fieldReference: fieldReference(), problemKinds });

/** The file as it stands in the repository; empty when there is none. */
function written(path: string): string {
	try {
		return readFileSync(`${root}${path}`, 'utf8').replaceAll('\r\n', '\n');
	} catch {
		return '';
	}
}

describe('the reference in content/ says what the sources say', () => {
	test.each(Object.keys(pages))('%s', (path) => {
		expect(written(path), 'Run: npm run build:package && node scripts/write-reference.mjs').toBe(pages[path]);
	});

	test('every message has a page, and no page is left of a message that is gone', () => {
		const files = readdirSync(`${root}content/errors`).sort();
		expect(files).toEqual(
			Object.keys(problemKinds)
				.map((code) => `${code}.md`)
				.sort(),
		);
	});
});

test('every field says what it means and what it may hold', () => {
	const fields = fieldReference().flatMap((section) => section.fields.flatMap((field) => [field, ...(field.parts ?? [])]));
	expect(fields.filter(({ about, form }) => about === '' || form === '').map(({ name }) => name)).toEqual([]);
});

describe('the editor snippets of a new handbook', () => {
	const snippets = JSON.parse(readFileSync(`${root}templates/handbook/.vscode/sporeprint.code-snippets`, 'utf8')) as Record<string, { prefix: string; isFileTemplate?: boolean; body: string[] }>;
	const ofKinds = kinds.map((kind) => [kind, Object.values(snippets).find(({ prefix }) => prefix === kind)?.body ?? []] as const);

	test.each(ofKinds)('%s makes an entry without problems, whatever is chosen', (kind, body) => {
		expect(body).not.toEqual([]);
		for (let choice = 0; choice < 8; choice += 1) {
			const { problems } = readEntry(`${kindFolders[kind]}/new.md`, filledIn(body, choice));
			expect(problems).toEqual([]);
		}
	});

	test('every part that is added to an entry fits a kind', () => {
		for (const { prefix, isFileTemplate, body } of Object.values(snippets)) {
			if (isFileTemplate || prefix === 'note') continue;
			const fits = kinds.some((kind) => [0, 1, 2, 3].every((choice) => readEntry(`${kindFolders[kind]}/new.md`, `---\ntitle: New\n${filledIn(body, choice)}\n---\n`).problems.length === 0));
			expect({ prefix, fits }).toEqual({ prefix, fits: true });
		}
	});
});

/** A snippet as an author leaves it who takes one of the choices everywhere, and types nothing. */
function filledIn(body: readonly string[], choice: number): string {
	return body
		.join('\n')
		.replace(/\$CURRENT_YEAR/g, '2026')
		.replace(/\$CURRENT_(?:MONTH|DATE)/g, '11')
		.replace(/\$\{\d+\|([^}]*)\|\}/g, (_, choices: string) => choices.split(',').at(choice % choices.split(',').length) ?? '')
		.replace(/\$\{\d+:([^}]*)\}/g, '$1')
		.replace(/\$\d/g, '');
}
