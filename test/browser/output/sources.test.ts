import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { builtSite } from '../sites/built-site.js';
import { attribute, elementsNamed } from '../sites/html-page.js';
import { outputBytes, outputPage, outputText } from '../sites/output-files.js';
import { origin, type SiteName } from '../sites/site-list.js';

describe.each<SiteName>(['example', 'arabic', 'bare'])('%s', (name) => {
	test('beside every page is its source, byte for byte, and the page leads to it', async () => {
		const site = await builtSite(name);
		const { entries } = readHandbook(site.root, { base: site.base }).value;
		for (const { id, path, introduces } of entries) {
			expect(outputBytes(site, `${id}.md`)).toEqual(readFileSync(join(site.root, 'content', path)));
			if (introduces) continue;
			const page = outputPage(site, `${id}/`);
			expect(elementsNamed(page, 'a').map((link) => attribute(link, 'href'))).toContain(`${site.base}${id}.md`);
			expect(elementsNamed(page, 'button').map((button) => attribute(button, 'dataCopy'))).toContain(`${site.base}${id}.copy.md`);
			expect(outputText(site, `${id}.copy.md`)).toContain(`url: ${origin}${site.base}${id}/\n`);
		}
	});

	test('all sources stand in one file, in reading order', async () => {
		const site = await builtSite(name);
		const { entries } = readHandbook(site.root, { base: site.base }).value;
		const lines = outputText(site, 'handbook.ndjson')
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as { id: string; head: string; body: string });
		expect(lines.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
		for (const { id, head, body } of lines) expect(head + body).toBe(outputText(site, `${id}.md`));
	});
});
