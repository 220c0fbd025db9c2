import { expect, test } from 'vitest';
import { readPercentSigns, undoPercentSigns } from '../../src/lib/percent-signs.js';

test('percent signs are undone, and an address in which they mean nothing stays as it is or is none', () => {
	expect(['a%20b.md', '%C3%BCber', 'plain'].map(undoPercentSigns)).toEqual(['a b.md', 'über', 'plain']);
	expect(['%E0%A4%A.md', '100%'].map(undoPercentSigns)).toEqual([undefined, undefined]);
	expect(['%E0%A4%A.md', '100%', 'a%20b'].map(readPercentSigns)).toEqual(['%E0%A4%A.md', '100%', 'a b']);
});
