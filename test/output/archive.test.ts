import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readHandbook } from '../../src/handbook/read-handbook.js';
import { archiveOf } from '../../src/output/archive.js';
import { emptyFolder, miniHandbook, readMini, smallImage, writeFiles } from '../mini-handbook.js';

const files = {
	'group.md': '---\n# zqxleak in a comment\nname: Moss\nnav: [pages/b, { title: zqxleak, items: [pages/hidden] }, { title: More, items: [pages/a] }]\n---\n\nWe are moss.\n',
	'pages/a.md': '# A\n\n![Round](round.svg)\n',
	'pages/b.md': '# B\n',
	'pages/hidden.md': '---\ndraft: true\n---\n\nzqxleak ![Secret](secret.svg)\n',
	'pages/round.svg': smallImage,
	'pages/secret.svg': smallImage,
};

test('the archive has every source and image, and sums that hold', () => {
	const whole = unzipSync(archiveOf(readMini(files).value).bytes());
	expect(Object.keys(whole)).toEqual(['content/group.md', 'content/pages/a.md', 'content/pages/b.md', 'content/pages/round.svg', 'SHA256SUMS']);
	const sums = new TextDecoder().decode(whole.SHA256SUMS).trim().split('\n');
	for (const [sum, path] of sums.map((line) => line.split('  '))) {
		expect(
			createHash('sha256')
				.update(whole[path ?? ''] ?? '')
				.digest('hex'),
			path,
		).toBe(sum);
	}
	expect(sums).toHaveLength(4);
});

test('it makes the same handbook again, in the same order, and says nothing of what is hidden', () => {
	const { value } = readMini(files);
	const whole = unzipSync(archiveOf(value).bytes());
	const root = emptyFolder();
	writeFiles(root, whole);
	const again = readHandbook(root);
	expect(again.problems).toEqual([]);
	expect(again.value.entries.map(({ id, source }) => [id, source])).toEqual(value.entries.map(({ id, source }) => [id, source]));
	expect(again.value.group.text.text).toBe('We are moss.');
	for (const [path, bytes] of Object.entries(whole)) expect(new TextDecoder().decode(bytes), path).not.toMatch(/zqxleak|hidden/);
});

test('the same content gives the same bytes', () => {
	const root = miniHandbook(files);
	expect(archiveOf(readHandbook(root).value).bytes()).toEqual(archiveOf(readHandbook(root).value).bytes());
});

test('another text is another key, and the same texts are the same one', () => {
	const keyWith = (text: string): string => archiveOf(readMini({ 'pages/a.md': '# A\n', 'pages/b.md': `# B\n\n${text}\n` }).value).key();
	expect(keyWith('First.')).toBe(keyWith('First.'));
	expect(keyWith('First.')).not.toBe(keyWith('Second.'));
});

test('texts become small, and photos are not squeezed again', () => {
	const length = (name: string): number => archiveOf(readMini({ 'pages/a.md': `# A\n\n[File](${name})\n`, [`pages/${name}`]: 'round '.repeat(1000) }).value).bytes().length;
	expect(length('round.csv')).toBeLessThan(2000);
	expect(length('round.JPG')).toBeGreaterThan(6000);
});
