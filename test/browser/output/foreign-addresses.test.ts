import { describe, expect, test } from 'vitest';
import { builtSite } from '../sites/built-site.js';
import { attribute, elementsNamed, metaContent } from '../sites/html-page.js';
import { outputFiles, outputPages, outputText } from '../sites/output-files.js';
import { origin, type SiteName, siteSources } from '../sites/site-list.js';

/** Attributes that a browser fetches, sends or follows by itself. `href` of `<a>` is followed by readers only. */
const fetched = ['src', 'srcSet', 'poster', 'action', 'formAction', 'data', 'background', 'ping', 'xLinkHref', 'srcDoc', 'imageSrcSet', 'cite', 'manifest', 'longDesc', 'codeBase', 'style'];

describe.each(Object.keys(siteSources) as SiteName[])('%s', (name) => {
	test('only links that a reader follows, and what names the page itself, name another host', async () => {
		const foreign: string[] = [];
		for (const page of outputPages(await builtSite(name))) {
			for (const element of page.elements) {
				const read = element.tagName === 'a' || (element.tagName === 'link' && attribute(element, 'rel') === 'canonical');
				for (const key of read ? fetched : [...fetched, 'href']) {
					const value = attribute(element, key);
					if (value !== undefined && (key === 'style' || key === 'srcDoc' || /(?:^|[\s,])(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(value)))
						foreign.push(`${page.path}: <${element.tagName} ${key}="${value}">`);
				}
				if (element.tagName === 'meta' && /https?:/.test(attribute(element, 'content') ?? '') && attribute(element, 'property') !== 'og:url')
					foreign.push(`${page.path}: <meta content="${attribute(element, 'content')}">`);
			}
		}
		expect(foreign).toEqual([]);
	});

	test('stylesheets name no other host', async () => {
		const site = await builtSite(name);
		const home = origin + siteSources[name].base;
		const styles = outputFiles(site).filter((path) => path.endsWith('.css'));
		expect(styles.map((path) => outputText(site, path)).join('')).toContain('@font-face');
		const addresses = styles.flatMap((path) =>
			[...outputText(site, path).matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(([, url, imported]) => new URL(url ?? imported ?? '', home + path).href),
		);
		expect(addresses.length).toBeGreaterThan(0);
		expect(addresses.filter((address) => !outputFiles(site).some((path) => home + path === address))).toEqual([]);
	});

	test('the content security policy allows this origin alone, and stands before everything that it covers', async () => {
		for (const page of outputPages(await builtSite(name))) {
			const policy = metaContent(page, 'content-security-policy') ?? '';
			expect(policy).toContain("default-src 'none'");
			expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/);
			const before = page.html.slice(0, page.html.indexOf('content-security-policy'));
			expect(before).not.toMatch(/<(?:link rel="(?:stylesheet|modulepreload|preload)|style|script(?! type="application\/ld\+json")|img|body)/);
		}
	});

	test('elements of whatever could run or frame are only ours', async () => {
		for (const page of outputPages(await builtSite(name))) {
			const kinds = elementsNamed(page, 'script').map((script) => attribute(script, 'type'));
			expect(kinds.filter((type) => type !== 'module' && type !== 'application/ld+json')).toEqual([]);
			for (const element of ['iframe', 'object', 'embed', 'video', 'audio', 'base', 'style', 'template', 'frame', 'applet', 'math'])
				expect(`${element}: ${elementsNamed(page, element).length}`).toBe(`${element}: 0`);
			for (const form of elementsNamed(page, 'form'))
				expect([attribute(form, 'role'), String(form.properties.className)]).toEqual(page.path.endsWith('/copy/open/') ? [undefined, 'open-form'] : ['search', 'undefined']);
			const handlers = page.elements.flatMap(({ properties }) => Object.keys(properties).filter((key) => /^on/i.test(key)));
			expect(handlers).toEqual([]);
			const schemes = elementsNamed(page, 'a')
				.map((link) => attribute(link, 'href') ?? '')
				.filter((href) => /^(?:javascript|data|vbscript|file|blob):/i.test(href.trim()));
			expect(schemes).toEqual([]);
		}
	});
});

test('what is published names its own origin and nobody’s machine', async () => {
	const site = await builtSite('example');
	for (const path of outputFiles(site).filter((file) => /\.(?:html|json|ndjson|xml|js|css)$/.test(file) && !file.startsWith('pagefind/'))) {
		expect(outputText(site, path)).not.toMatch(/localhost|127\.0\.0\.1|\/work\/|file:\/\//);
	}
	expect(outputText(site, 'sitemap-0.xml')).toContain(origin);
});
