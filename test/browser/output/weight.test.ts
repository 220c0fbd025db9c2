import { gzipSync } from 'node:zlib';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, builtSite } from '../sites/built-site.js';
import { attribute, elementsNamed } from '../sites/html-page.js';
import { outputFiles, outputPages, outputText } from '../sites/output-files.js';
import type { SiteName } from '../sites/site-list.js';

describe.each<SiteName>(['example', 'arabic', 'ownHtml', 'network'])('%s', (name) => {
	let site: BuiltSite;
	beforeAll(async () => {
		site = await builtSite(name);
	});

	test('no page but the search, and the one that makes a link to a new file, has more than 1,024 bytes of script', () => {
		for (const page of outputPages(site).filter(({ path }) => ![`${site.base}search/`, `${site.base}copy/open/`].includes(path))) {
			const scripts = elementsNamed(page, 'script').filter((script) => attribute(script, 'type') !== 'application/ld+json');
			const bytes = scripts.map((script) => {
				const src = attribute(script, 'src');
				return Buffer.byteLength(src === undefined ? textOf(script) : outputText(site, src.slice(site.base.length)));
			});
			const total = bytes.reduce((sum, size) => sum + size, 0);
			expect(total, `script in ${page.path}`).toBeLessThanOrEqual(page.path === `${site.base}review/` ? 2048 : 1024);
			expect(total).toBeGreaterThan(0);
		}
	});

	test('what stands around the words of a group is at most 4 KB, packed', () => {
		const entries = outputPages(site).filter(({ html }) => html.includes('<article'));
		expect(entries.length).toBeGreaterThan(2);
		for (const { path, html } of entries) {
			const around = html.replace(/<div class="prose"[\s\S]*?<\/div>(?=\s*(?:<dl|<\/div>))/, '').replace(/<dl [\s\S]*?<\/dl>/g, '');
			expect(gzipSync(around).length, `page around ${path}`).toBeLessThanOrEqual(4096);
		}
	});

	test('all styles together are at most 10 KB, packed', () => {
		const styles = outputFiles(site)
			.filter((path) => path.endsWith('.css'))
			.map((path) => outputText(site, path));
		expect(styles).toHaveLength(1);
		expect(gzipSync(styles.join('')).length).toBeLessThanOrEqual(10_240);
	});
});
