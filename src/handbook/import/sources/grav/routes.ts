import { basename, dirname, join } from 'node:path/posix';
import { knownLanguage } from '../../known-language.js';
import { type GravPage, nameOf } from './pages.js';
import { listOf, plainRoute, recordOf, textOf } from './settings.js';

/** The addresses of the pages, both ways. */
export interface GravRoutes {
	/** Where a page was published and where others led to it, its own address first. */
	addressesOf(page: GravPage): string[];
	/** The file that a link led to. */
	targetOf(path: string, from: string): string | undefined;
}

/** Who is asked for at which address. */
export interface RouteSettings {
	/** The site has languages, so that addresses begin with one. */
	isMultilingual: boolean;
	main: string | undefined;
	home: string;
	redirects: readonly (readonly [string, string])[];
	/** Every file below the folder of the pages. */
	files: ReadonlySet<string>;
}

/** Finds pages by their routes, in the language of the page that asks. */
export function gravRoutes(pages: readonly GravPage[], { isMultilingual, main, home, redirects, files }: RouteSettings): GravRoutes {
	const byPath = new Map(pages.map((page) => [page.path, page]));
	const shown = pages.filter(({ isModule }) => !isModule);
	const byRoute = new Map<string, GravPage[]>();
	const add = (route: string, page: GravPage): void => {
		byRoute.set(route, [...(byRoute.get(route) ?? []), page]);
	};
	for (const page of shown) if (page.redirect === undefined) add(page.route, page);
	for (const page of shown) for (const alias of aliasesOf(page)) add(alias, page);
	for (const page of byRoute.get(home) ?? []) add('', page);
	const forwards = [...shown.flatMap(({ route, redirect }) => (redirect?.startsWith('/') ? [[route, plainRoute(redirect)] as const] : [])), ...redirects];
	for (const [from, to] of forwards) if (!byRoute.has(from)) for (const page of byRoute.get(withoutLanguage(to)) ?? []) add(from, page);
	const routesOf = new Map<GravPage, string[]>();
	for (const [route, found] of byRoute) for (const page of found) routesOf.set(page, [...(routesOf.get(page) ?? []), route]);

	const inLanguage = (route: string, language: string | undefined): GravPage | undefined => {
		const found = byRoute.get(route) ?? [];
		return found.find((page) => page.language === language) ?? found.find((page) => page.language === undefined) ?? found.find((page) => page.language === main) ?? found[0];
	};
	return {
		addressesOf(page) {
			if (page.isModule || page.redirect !== undefined) return [];
			const language = page.language ?? main;
			const others = (routesOf.get(page) ?? []).filter((route) => route !== page.route);
			return [page.route, ...others].flatMap((route) => {
				const isDefault = inLanguage(route, main) === page;
				if (!isMultilingual || language === undefined) return [`${route}/`];
				return [`${language.toLowerCase()}/${route}/`, ...(isDefault ? [`${route}/`] : [])];
			});
		},
		targetOf(path, from) {
			const page = byPath.get(from);
			if (!page) return undefined;
			const above = page.isModule ? `/${page.route}` : `/${page.route}/`;
			const whole = join('/', path.startsWith('/') ? path : `${above}${path}`)
				.replace(/^\/user\/pages(?=\/)/, '')
				.split('/')
				.filter(Boolean)
				.map(nameOf);
			const told = isMultilingual ? knownLanguage(whole[0] ?? '') : undefined;
			const find = (parts: readonly string[]): GravPage | undefined => {
				const route = plainRoute(parts.join('/'));
				return (told === undefined ? undefined : inLanguage(plainRoute(parts.slice(1).join('/')), told)) ?? inLanguage(route, page.language ?? main);
			};
			const found = find(whole);
			if (found) return found.path;
			const file = path.split('/').at(-1) ?? '';
			const beside = whole.length > 0 ? find(whole.slice(0, -1)) : undefined;
			const wanted = beside && (beside.folder === '' ? file : `${beside.folder}/${file}`);
			return wanted !== undefined && file !== '' && files.has(wanted) ? wanted : undefined;
		},
	};

	function withoutLanguage(route: string): string {
		const [first = '', ...rest] = route.split('/');
		return isMultilingual && !byRoute.has(route) && knownLanguage(first) ? rest.join('/') : route;
	}
}

function aliasesOf({ split: { data } }: GravPage): string[] {
	const routes = recordOf(data.routes);
	return [...listOf(routes.aliases), ...listOf(routes.canonical)].map(plainRoute).filter((route) => route !== '');
}

/** The name of a page for people, as its front matter or its first heading gives it. */
export function pageName({ split: { data, body }, folder }: GravPage): string {
	const heading = /^#{1,2}[^\S\n]+([^\n]*[^\n#\s])/m.exec(body)?.[1];
	const name = nameOf(basename(folder === '' ? dirname(folder) : folder))
		.replace(/^_/, '')
		.replace(/[-_]+/g, ' ');
	return textOf(data.title) || textOf(data.menu) || heading || name.charAt(0).toUpperCase() + name.slice(1);
}
