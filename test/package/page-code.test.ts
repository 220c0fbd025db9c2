import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const checkout = fileURLToPath(new URL('../../', import.meta.url));

test.each(['handbook', 'network'])('the code of pages that the package brings for a %s knows nothing of the machine that it was bundled on', (kind) => {
	const folder = join(checkout, 'dist/page-code', kind);
	const files = globSync('**/*.{mjs,js,css,json}', { cwd: folder });
	expect(files.length).toBeGreaterThan(20);
	const names = [checkout, pathToFileURL(checkout).pathname, process.execPath];
	expect(files.filter((file) => names.some((name) => readFileSync(join(folder, file), 'utf8').includes(name)))).toEqual([]);
});

test('it can be told where a site stands', () => {
	const { entry } = JSON.parse(readFileSync(join(checkout, 'dist/page-code/handbook/record.json'), 'utf8')) as { entry: string };
	expect(readFileSync(join(checkout, 'dist/page-code/handbook/server', entry), 'utf8')).toContain("searchParams.get('place')");
});
