import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineStamp } from '../../src/site/engine-stamp.js';
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
