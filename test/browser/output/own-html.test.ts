import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, builtSite } from '../sites/built-site.js';
import { attribute, elementsNamed, linkHref } from '../sites/html-page.js';
import { outputFiles, outputPage, outputText } from '../sites/output-files.js';

let site: BuiltSite;

beforeAll(async () => {
	site = await builtSite('ownHtml');
});

describe('raw HTML in a group’s own text', () => {
	test('keeps its words and loses whatever runs', () => {
		const { html } = outputPage(site, 'pages/raw/');
		expect(html).toContain('<b>block</b>');
		expect(html).toContain('<kbd>keys</kbd>');
		expect(html).toContain('<details open');
		// As words, in code, they may stand.
		const withoutCode = html.replace(/<(code|script)[\s>][\s\S]*?<\/\1>/g, '');
		expect(withoutCode).not.toMatch(/window\.ran|onerror|onclick|tracker\.example\/(?:a|l|b)\./);
	});

	test('has links in place of remote images, frames and videos', () => {
		const page = outputPage(site, 'pages/raw/');
		const links = elementsNamed(page, 'a').map((link) => attribute(link, 'href'));
		for (const address of [
			'https://tracker.example/md.png',
			'https://tracker.example/raw.png',
			'https://tracker.example/protocol.png',
			'https://video.example/embed/1',
			'https://video.example/v.mp4',
			'https://video.example/a.mp3',
		])
			expect(links).toContain(address);
		const images = elementsNamed(page, 'img').map((image) => attribute(image, 'src') ?? '');
		expect(images.filter((src) => !src.startsWith('/repo/'))).toEqual([]);
		expect(elementsNamed(page, 'img').filter((image) => attribute(image, 'srcSet') !== undefined)).toEqual([]);
	});

	test('on the home page is held to the same', () => {
		const home = outputPage(site, '');
		expect(elementsNamed(home, 'img').map((image) => attribute(image, 'src'))).toEqual(['/repo/icon.svg']);
		expect(elementsNamed(home, 'a').map((link) => attribute(link, 'href'))).toContain('https://tracker.example/home.png');
	});
});

describe('a text with components', () => {
	test('shows what its components show, with links and images that work', () => {
		const page = outputPage(site, 'pages/component/');
		const box = page.elements.find((element) => attribute(element, 'className') === 'box');
		expect(box && textOf(box).replace(/\s+/g, ' ').trim()).toBe('The answer is 42. In the box: a link to the raw page and .');
		const links = elementsNamed(page, 'a').map((link) => attribute(link, 'href'));
		for (const href of ['/repo/pages/raw/', '/repo/practices/', '#a-section', 'https://tracker.example/mdx.png']) expect(links).toContain(href);
		const images = elementsNamed(page, 'img').filter((image) => attribute(image, 'alt') === 'our circle');
		expect(images.map((image) => [attribute(image, 'src')?.replace(/-[0-9a-f]{8}\./, '-*.'), attribute(image, 'width'), attribute(image, 'height')])).toEqual([
			['/repo/media/circle-*.svg', '64', '48'],
		]);
		expect(elementsNamed(page, 'div').some((element) => attribute(element, 'className') === 'table-scroll')).toBe(true);
	});

	test('leads to files beside it, also to one without an extension', () => {
		const names = elementsNamed(outputPage(site, 'pages/component/'), 'a').map((link) => attribute(link, 'href') ?? '');
		const [href = ''] = names.filter((name) => /^\/repo\/media\/licence-[0-9a-f]{8}$/.test(name));
		expect(outputText(site, href.slice('/repo/'.length))).toBe('Do as you like.\n');
	});

	test('has its source beside it, as it was written', () => {
		expect(outputText(site, 'pages/component.md')).toBe(readFileSync(join(site.root, 'content/pages/component.mdx'), 'utf8'));
	});
});

describe('the introduction of a kind', () => {
	test('stands on the list of its kind, under its own title, and has no page of its own', () => {
		const page = outputPage(site, 'practices/');
		expect(elementsNamed(page, 'h1').map(textOf)).toEqual(['How we do things']);
		expect(page.html).toContain('These are our practices, introduced.');
		expect(outputFiles(site)).not.toContain('practices/readme/index.html');
		expect(linkHref(page, 'canonical')).toBe('https://pod.example/repo/practices/');
	});
});
