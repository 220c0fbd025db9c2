import type { APIContext } from 'astro';
import { type KeyedPath, withKeys } from '../page-keys.js';
import { currentSite } from '../shared-site.js';

/** Every entry's source has an address beside its page. */
export function getStaticPaths(): KeyedPath<{ params: { id: string }; props: { source: string } }>[] {
	const paths = currentSite().entries.map(({ id, source }) => ({ params: { id }, props: { source } }));
	return withKeys(paths, ({ props: { source } }) => source);
}

/** The source of an entry, as its author wrote it. */
export function GET({ props: { source } }: APIContext<{ source: string }>): Response {
	return new Response(source, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
