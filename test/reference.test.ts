import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { referencePages } from '../scripts/write-reference.mjs';
import { problemKinds } from '../src/errors.js';
import { fieldReference } from '../src/schema/field-reference.js';

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
		expect(files).toEqual(Object.keys(problemKinds).map((code) => `${code}.md`).sort());
	});
});

test('every field says what it means and what it may hold', () => {
	const fields = fieldReference().flatMap((section) => section.fields.flatMap((field) => [field, ...(field.parts ?? [])]));
	expect(fields.filter(({ about, form }) => about === '' || form === '').map(({ name }) => name)).toEqual([]);
});
