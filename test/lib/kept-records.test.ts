import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRecords } from '../../src/lib/kept-records.js';
import { keyOf } from '../../src/lib/key-of.js';
import { emptyFolder } from '../mini-handbook.js';

const [a, b, c] = ['a', 'b', 'c'].map((name) => keyOf([name])) as [string, string, string];

/** A file that holds these records. */
function fileOf(records: Record<string, unknown>): string {
	const path = join(emptyFolder(), 'below', 'records');
	const kept = openRecords(path);
	for (const [key, value] of Object.entries(records)) kept.put(key, value);
	kept.save();
	return path;
}

test('gives back what was put', () => {
	const path = fileOf({ [a]: { text: 'Two\nlines, “ümläut”', list: [1, 2] }, [b]: 'B' });
	const kept = openRecords(path);
	expect(kept.get(a)).toEqual({ text: 'Two\nlines, “ümläut”', list: [1, 2] });
	expect(kept.get(b)).toBe('B');
	expect(kept.get(c)).toBeUndefined();
});

test('drops what nobody asked for', () => {
	const path = fileOf({ [a]: 'A', [b]: 'B' });
	const kept = openRecords(path);
	kept.get(a);
	kept.save();
	expect(openRecords(path).get(a)).toBe('A');
	expect(openRecords(path).get(b)).toBeUndefined();
});

test('leaves the file alone when nothing is new', () => {
	const path = fileOf({ [a]: 'A' });
	writeFileSync(`${path}.unfinished`, '');
	const kept = openRecords(path);
	kept.get(a);
	kept.save();
	expect(existsSync(`${path}.unfinished`)).toBe(true);
	openRecords(path).save();
	expect(readdirSync(join(path, '..'))).toEqual(['records']);
});

describe('a file that is not whole', () => {
	test('gives what is whole in it', () => {
		const path = fileOf({ [a]: 'A', [b]: 'B' });
		truncateSync(path, readFileSync(path).length - 3);
		expect(openRecords(path).get(a)).toBe('A');
		expect(openRecords(path).get(b)).toBeUndefined();
	});

	test('gives nothing that was altered', () => {
		const path = fileOf({ [a]: 'A', [b]: 'B' });
		writeFileSync(path, readFileSync(path, 'utf8').replace('"B"', '"C"'));
		expect(openRecords(path).get(a)).toBe('A');
		expect(openRecords(path).get(b)).toBeUndefined();
	});

	test.each(['', '\n\n', 'not ours', `${'x'.repeat(200)}\n`, '{"format":1}'])('gives nothing when it is another one: %j', (text) => {
		const path = fileOf({ [a]: 'A' });
		writeFileSync(path, text);
		expect(openRecords(path).get(a)).toBeUndefined();
	});
});

test('keeps nothing without a file, or where nothing can be written', () => {
	for (const path of [undefined, '/dev/null/records']) {
		const kept = openRecords(path);
		kept.put(a, 'A');
		kept.save();
		expect(openRecords(path).get(a)).toBeUndefined();
	}
});

test('a key tells the same parts from others', () => {
	expect(keyOf(['a', 'b'])).toBe(keyOf(['a', 'b']));
	expect(new Set([keyOf(['ab']), keyOf(['a', 'b']), keyOf(['b', 'a']), keyOf(['a', 'b', ''])]).size).toBe(4);
});
