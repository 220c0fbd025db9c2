import type { APIContext } from 'astro';
import type { Asset } from '../../../handbook/handbook.js';
import { byteHash } from '../../../lib/text-hash.js';
import { type KeyedPath, withKeys } from '../../page-keys.js';
import { currentHandbookSite } from '../../shared-site.js';

/** Every file that a visible text shows or links to. */
export function getStaticPaths(): KeyedPath<{ params: { name: string }; props: { asset: Asset } }>[] {
	const paths = currentHandbookSite().handbook.assets.map((asset) => ({ params: { name: asset.name }, props: { asset } }));
	return withKeys(paths, ({ props: { asset } }) => byteHash(asset.bytes));
}

/** The file, byte for byte. */
export function GET({ props }: APIContext<{ asset: Asset }>): Response {
	return new Response(Uint8Array.from(props.asset.bytes));
}
