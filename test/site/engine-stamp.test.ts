import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineStamp, programHash } from '../../src/site/engine-stamp.js';
import { emptyFolder, writeFiles } from '../mini-handbook.js';

test('a program is another one when a package of the site is', () => {
	const root = emptyFolder();
	const before = engineStamp(root);
	expect(engineStamp(root)).toBe(before);
	writeFiles(root, { 'package-lock.json': '{}' });
	const locked = engineStamp(root);
	expect(locked).not.toBe(before);
	appendFileSync(join(root, 'package-lock.json'), ' ');
	expect(engineStamp(root)).not.toBe(locked);
});

test('what was bundled from a program is no part of it, and neither is what it is not delivered with', () => {
	const program = `${emptyFolder()}/`;
	writeFiles(program, { 'site/site.js': 'export {};', 'strings/en.js': '' });
	const before = programHash(program);
	writeFiles(program, { 'page-code/handbook/record.json': '{}', '.source-hash': 'a' });
	expect(programHash(program)).toBe(before);
	writeFiles(program, { 'site/styles/tokens.css': ':root {}' });
	const changed = programHash(program);
	expect(changed).not.toBe(before);
	appendFileSync(`${program}site/site.js`, ' ');
	expect(programHash(program)).not.toBe(changed);
});
