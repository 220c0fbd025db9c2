import { join } from 'node:path';
import { expect, test } from 'vitest';
import { callSporeprint, emptyFolder } from '../mini-handbook.js';

test('a folder that is not there is named', async () => {
	const missing = join(emptyFolder(), 'missing');
	expect(await callSporeprint(['build', missing])).toEqual({ code: 2, out: '', err: `There is no folder ${missing}.` });
});

test('a folder without a configuration is no handbook, and the message says what to do', async () => {
	const folder = emptyFolder();
	const { code, err } = await callSporeprint(['build'], { cwd: folder });
	expect(code).toBe(2);
	expect(err).toContain(`There is no astro.config.mjs in ${folder}`);
	expect(err).toContain('sporeprint init handbook DIR');
});
