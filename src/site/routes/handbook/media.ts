import type { APIContext } from 'astro';
import { currentHandbookSite } from '../../shared-site.js';

/** Every file that a visible text shows or links to. */
export function getStaticPaths(): { params: { name: string } }[] {
	return currentHandbookSite().handbook.assets.map(({ name }) => ({ params: { name } }));
}

/** The file, byte for byte. */
export function GET({ params }: APIContext): Response {
	const asset = currentHandbookSite().handbook.assets.find(({ name }) => name === params.name);
	return new Response(asset ? Uint8Array.from(asset.bytes) : '', { status: asset ? 200 : 404 });
}
