import { existsSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';

/** A page or a file, and the route that makes it. */
export type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** Where pages are written. */
export interface PageFolder {
	folder: string;
	/** Folder of what the group publishes as it is. */
	published: string;
	/** Address of the site's home. */
	home: string;
}

/** How many files may be on their way to the disk. */
const mostWriting = 32;

/**
 * Renders pages and files and writes them, but for those in whose place the group publishes a file of its own. Astro would do the same, but
 * it renders a page only when the one before it is on the disk.
 * Returns those that are no plain pages, which are Astro's to write.
 * @throws whatever the page throws.
 */
export async function writePages(paths: readonly PagePath[], render: AstroPrerenderer['render'], { folder, published, home }: PageFolder): Promise<PagePath[]> {
	const left: PagePath[] = [];
	const writing: Promise<void>[] = [];
	for (const path of paths) {
		const file = fileOf(path);
		if (existsSync(join(published, file))) continue;
		const rendered = await render(new Request(new URL(addressOf(path), home)), { routeData: path.route });
		const response = rendered instanceof Response ? rendered : rendered.response;
		if (response.body === null || (response.status >= 300 && response.status < 400)) {
			left.push(path);
			continue;
		}
		const content = new Uint8Array(await response.arrayBuffer());
		const target = join(folder, file);
		mkdirSync(dirname(target), { recursive: true });
		writing.push(writeFile(target, content));
		if (writing.length >= mostWriting) await Promise.all(writing.splice(0));
	}
	await Promise.all(writing);
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
