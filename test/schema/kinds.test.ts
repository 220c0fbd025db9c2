import { expect, test } from 'vitest';
import { kindFolders, kindOfPath, kinds } from '../../src/schema/kinds.js';

test('the folder tells the kind, and whatever is in none is a page', () => {
	for (const kind of kinds) expect(kindOfPath(`${kindFolders[kind]}/deep/x.md`)).toBe(kind);
	for (const path of ['x.md', 'guides/x.md', 'practice/x.md', 'old/practices/x.md']) expect(kindOfPath(path)).toBe('page');
});
