import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { archiveOf } from '../../../src/output/archive.js';
import { archiveFile } from '../../../src/site/files/archive-file.js';
import { emptyFolder, readMini } from '../../mini-handbook.js';

const handbook = (text: string) => readMini({ 'pages/a.md': `# A\n\n${'We meet on Monday. '.repeat(40)}\n`, 'pages/b.md': `# B\n\n${text}\n` }).value;

test('what was compressed before gives the same archive as everything anew', () => {
	const cache = { folder: emptyFolder(), program: 'one' };
	archiveFile(handbook('First.'), cache).content();
	const kept = join(cache.folder, 'archive');
	expect(existsSync(kept)).toBe(true);
	const changed = handbook('Second.');
	expect(Buffer.from(archiveFile(changed, cache).content() as Uint8Array)).toEqual(Buffer.from(archiveOf(changed).bytes()));
});

test('a kept piece that is torn is made again', () => {
	const cache = { folder: emptyFolder(), program: 'one' };
	const one = handbook('First.');
	archiveFile(one, cache).content();
	const kept = join(cache.folder, 'archive');
	writeFileSync(kept, readFileSync(kept, 'utf8').replaceAll('A', 'B'));
	expect(new TextDecoder().decode(unzipSync(archiveFile(one, cache).content() as Uint8Array)['content/pages/b.md'])).toBe('# B\n\nFirst.\n');
});

test('another text is another key, and the same texts are the same one', () => {
	expect(archiveOf(handbook('First.')).key()).toBe(archiveOf(handbook('First.')).key());
	expect(archiveOf(handbook('First.')).key()).not.toBe(archiveOf(handbook('Second.')).key());
});
