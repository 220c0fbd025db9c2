import type { AstroPrerenderer } from 'astro';
import type { FileWriter } from '../files/file-writer.js';

/** A page or a file, and the route that makes it. */
export type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * Renders pages and writes them, but for those in whose place the group publishes a file of its own. `home` is the address of the
 * site's home.
 * Returns those that are no plain pages, which are Astro's to write.
 * @throws whatever the page throws.
 */
export async function writePages(paths: readonly PagePath[], render: AstroPrerenderer['render'], { writer, home }: { writer: FileWriter; home: string }): Promise<PagePath[]> {
	const left: PagePath[] = [];
	for (const path of paths) {
		const file = fileOf(path);
		if (writer.isPublished(file)) continue;
		const rendered = await render(new Request(new URL(addressOf(path), home)), { routeData: path.route });
		const response = rendered instanceof Response ? rendered : rendered.response;
		if (response.body === null || (response.status >= 300 && response.status < 400)) {
			left.push(path);
			continue;
		}
		writer.write(file, new Uint8Array(await response.arrayBuffer()));
	}
	return left;
}

/** Where what stands at a path is written, below the site's folder. */
export function fileOf({ pathname, route }: PagePath): string {
	const path = trimmed(pathname);
	if (route.type === 'endpoint') return path;
	return path === '' ? 'index.html' : path === '404' ? '404.html' : `${path}/index.html`;
}

function addressOf({ pathname, route }: PagePath): string {
	const path = trimmed(pathname);
	return route.type === 'endpoint' || path === '' ? path : `${path}/`;
}

function trimmed(pathname: string): string {
	return pathname.replace(/^\/|\/$/g, '');
}
