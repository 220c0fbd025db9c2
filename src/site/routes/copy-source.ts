import type { APIContext } from 'astro';
import type { Entry } from '../../markdown/entry.js';
import { copyParts, copyText } from '../../output/copy-text.js';
import { homeOf } from '../homes.js';
import { type KeyedPath, withKeys } from '../page-keys.js';
import { currentSite } from '../shared-site.js';

/** Every source has a form that is ready for another handbook. Components belong to the handbook that they are in. */
export function getStaticPaths(): KeyedPath<{ params: { id: string }; props: { entry: Entry } }>[] {
	const site = currentSite();
	const paths = site.entries.filter(({ syntax }) => syntax === 'md').map((entry) => ({ params: { id: entry.id }, props: { entry } }));
	return withKeys(paths, ({ props: { entry } }) => copyParts(entry, homeOf(entry, site)));
}

/** The source of an entry with its lineage written in. */
export function GET({ props: { entry } }: APIContext<{ entry: Entry }>): Response {
	return new Response(copyText(entry, homeOf(entry, currentSite())), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
