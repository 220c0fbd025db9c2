import type { APIContext } from 'astro';
import { copyText } from '../../output/copy-text.js';
import { homeOf } from '../homes.js';
import { currentSite } from '../shared-site.js';

/** Every source has a form that is ready for another handbook. Components belong to the handbook that they are in. */
export function getStaticPaths(): { params: { id: string } }[] {
	return currentSite()
		.entries.filter(({ syntax }) => syntax === 'md')
		.map(({ id }) => ({ params: { id } }));
}

/** The source of an entry with its lineage written in. */
export function GET({ params }: APIContext): Response {
	const site = currentSite();
	const entry = site.byId.get(params.id ?? '');
	return new Response(entry ? copyText(entry, homeOf(entry, site)) : '', { status: entry ? 200 : 404, headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
