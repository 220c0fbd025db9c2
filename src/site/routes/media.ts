import type { APIContext, GetStaticPathsOptions } from 'astro';
import { currentSite } from '../shared-site.js';

/**
 * Every file that a visible text shows or links to. Those with an extension have a route of their own,
 * because only such a route answers without a slash at its end in `astro dev`.
 */
export function getStaticPaths({ routePattern }: GetStaticPathsOptions): { params: { name: string; extension?: string } }[] {
	const paths = currentSite().handbook.assets.map(({ name }) => {
		const [stem = '', extension] = name.split('.');
		return { params: { name: stem, extension } };
	});
	return paths.filter(({ params }) => (params.extension !== undefined) === routePattern.includes('[extension]'));
}

/** The file, byte for byte. */
export function GET({ params: { name = '', extension } }: APIContext): Response {
	const whole = extension === undefined ? name : `${name}.${extension}`;
	const asset = currentSite().handbook.assets.find((candidate) => candidate.name === whole);
	return new Response(asset ? Uint8Array.from(asset.bytes) : '', { status: asset ? 200 : 404 });
}
