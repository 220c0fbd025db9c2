import { canonicalLanguage } from '../../../../lib/language.js';
import { readYaml } from '../../../../markdown/read-yaml.js';
import { decodeText } from '../../decode-text.js';
import type { SourceFolder } from '../../source-folder.js';

/** What the files in Grav's `config/` say. */
export interface GravSettings {
	title?: string;
	/** Language of the texts that name none, BCP 47. */
	language?: string;
	/** Languages of the site, the first one is shown when nothing else is asked for. */
	languages: readonly string[];
	/** Route of the page that the site opens with. */
	home: string;
	/** Web address of the site, with a slash at its end. */
	address?: string;
	/** Old addresses of the whole site, and the routes that they lead to. */
	redirects: readonly (readonly [string, string])[];
	/** Every text is run through Twig, not only those that ask for it. */
	twig: boolean;
}

/** Reads `site.yaml` and `system.yaml` of a folder such as `user/config`. What is not there has Grav's own value. */
export function readGravSettings(folder: SourceFolder, config: string): GravSettings {
	const read = (name: string): Record<string, unknown> => {
		const path = `${config}/${name}`;
		return folder.files.includes(path) ? readYaml(decodeText(folder.bytes(path))?.text ?? '').data : {};
	};
	const site = read('site.yaml');
	const system = read('system.yaml');
	const languages = listOf(recordOf(system.languages).supported).flatMap((tag) => canonicalLanguage(tag) ?? []);
	const language = [site.default_lang, recordOf(system.languages).default_lang].flatMap((tag) => (typeof tag === 'string' ? (canonicalLanguage(tag) ?? []) : []))[0];
	const address = textOf(system.custom_base_url);
	return {
		...(textOf(site.title) && { title: textOf(site.title) }),
		...(language && { language }),
		languages,
		home: plainRoute(textOf(recordOf(system.home).alias) || 'home'),
		...(/^https?:\/\/[^/]/.test(address) && { address: address.replace(/\/*$/, '/') }),
		redirects: [site.routes, site.redirects].flatMap((group) =>
			Object.entries(recordOf(group)).flatMap(([from, to]) =>
				typeof to === 'string' && /^\/[\w./ -]+$/.test(from) && to.startsWith('/') && !to.includes('$') ? [[plainRoute(from), plainRoute(to)] as const] : [],
			),
		),
		twig: recordOf(recordOf(system.pages).process).twig === true,
	};
}

/** A route without slashes at its ends, as Grav compares them. */
export function plainRoute(route: string): string {
	return route
		.replace(/[?#].*$/s, '')
		.replace(/\[\d+\]$/, '')
		.replace(/^\/+|\/+$/g, '')
		.toLowerCase();
}

/** The value when it is a group of fields, else an empty one. */
export function recordOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** The texts of a list, or the one text that stands in its place. */
export function listOf(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).flatMap((item) => (typeof item === 'string' || typeof item === 'number' ? [String(item)] : []));
}

/** A line of text without spaces around it, empty when the value is none. */
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
