import type { APIContext } from 'astro';
import { currentSite } from '../shared-site.js';

/** Every entry's source has an address beside its page. */
export function getStaticPaths(): { params: { id: string } }[] {
	return currentSite().entries.map(({ id }) => ({ params: { id } }));
}

/** The source of an entry, as its author wrote it. */
export function GET({ params }: APIContext): Response {
	const source = currentSite().byId.get(params.id ?? '')?.source;
	return new Response(source ?? '', { status: source === undefined ? 404 : 200, headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
