// What a built site weighs, for the disk and for a reader.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median } from './median.mjs';

/** As many pages are weighed at the most, spread over all that are given. */
const sample = 100;

/**
 * Files and bytes of a site, and what a reader loads with a page: medians over these pages (paths without slashes at their ends),
 * in bytes. `page`, `styles` and `scripts` (files, with those that they import) are packed, `scriptText` is all script as it stands.
 */
export function weigh(site, pages) {
	const chosen = pages.filter((_, index) => index % Math.ceil(pages.length / sample) === 0);
	const weights = chosen.map((page) => weighPage(site, readFileSync(join(site, page, 'index.html'), 'utf8')));
	const medianOf = (name) => median(weights.map((weight) => weight[name]));
	return { ...outputOf(site), page: medianOf('page'), styles: medianOf('styles'), scripts: medianOf('scripts'), scriptText: medianOf('scriptText') };
}

/** Files and bytes of a built site: all, and by the sort of file. */
export function outputOf(site) {
	const sorts = {};
	const all = { files: 0, bytes: 0 };
	for (const file of filesBelow(site)) {
		const sort = relative(site, file).startsWith('pagefind') ? 'search index' : extname(file);
		sorts[sort] ??= { files: 0, bytes: 0 };
		for (const sum of [sorts[sort], all]) {
			sum.files += 1;
			sum.bytes += statSync(file).size;
		}
	}
	return { ...all, sorts };
}

/** Paths of all files below a folder. */
export function filesBelow(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name));
}

function weighPage(site, html) {
	const tags = [...html.matchAll(/<(?:link|script)\b[^>]*>/g)].map(([tag]) => tag);
	const styles = tags.filter((tag) => /\brel=["']?stylesheet/.test(tag)).map((tag) => attribute(tag, 'href'));
	const scripts = tags.filter((tag) => tag.startsWith('<script') || /\brel=["']?modulepreload/.test(tag)).map((tag) => attribute(tag, 'src') ?? attribute(tag, 'href'));
	const [styleFiles, scriptFiles] = [textsOf(site, styles), withImports(site, textsOf(site, scripts))];
	const inline = [...html.matchAll(/<script(?![^>]*(?:application\/ld\+json|\bsrc=))[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
	return {
		page: packed(html),
		styles: sum(styleFiles, packed),
		scripts: sum(scriptFiles, packed),
		scriptText: sum([...scriptFiles.values(), ...inline], Buffer.byteLength),
	};
}

/** The files of a site behind these addresses, by their paths; those of other origins are left out. */
function textsOf(site, addresses) {
	const own = addresses.filter((address) => address?.startsWith('/') && existsSync(join(site, address)));
	return new Map(own.map((address) => [address, readFileSync(join(site, address), 'utf8')]));
}

/** These scripts and all that they import at once. */
function withImports(site, scripts) {
	for (const [path, code] of scripts) {
		const imports = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{0,2}\/[^"']+\.m?js)["']/g)].map(([, specifier]) => new URL(specifier, `http://localhost${path}`).pathname);
		for (const [imported, text] of textsOf(site, imports)) scripts.set(imported, text);
	}
	return scripts;
}

function attribute(tag, name) {
	const [, quoted, bare] = new RegExp(`\\s${name}=(?:["']([^"']*)["']|([^\\s>]+))`).exec(tag) ?? [];
	return quoted ?? bare;
}

function packed(text) {
	return gzipSync(text, { level: 6 }).length;
}

function sum(texts, sizeOf) {
	return [...(texts instanceof Map ? texts.values() : texts)].reduce((total, text) => total + sizeOf(text), 0);
}
