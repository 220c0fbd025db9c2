import type { APIContext } from 'astro';
import { movedPageText } from '../../../output/moved-page.js';
import { type KeyedPath, withKeys } from '../../page-keys.js';
import { currentHandbookSite } from '../../shared-site.js';
import { type FormerPagePath, formerPagePaths, movedPage } from '../../view/moved-page.js';

export function getStaticPaths(): KeyedPath<FormerPagePath>[] {
	const site = currentHandbookSite();
	return withKeys(formerPagePaths(site), ({ props: { id } }) => movedPage(id, site));
}

/** A file at the address that another program gave a text, which leads to where the text is now. */
export function GET({ props }: APIContext<FormerPagePath['props']>): Response {
	return new Response(movedPageText(movedPage(props.id, currentHandbookSite())), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
