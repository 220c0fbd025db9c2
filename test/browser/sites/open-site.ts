import { serveSites } from '../../../src/cli/demo/serve-sites.js';
import { type BuiltSite, builtSite } from './built-site.js';
import type { SiteName } from './site-list.js';

/** A built site that is served on this computer. */
export interface OpenSite extends BuiltSite {
	/** Origin of the server, without a slash at its end. */
	origin: string;
	/** Address of the home page. */
	home: string;
	close(): void;
}

/** Builds a site if need be and serves it, as GitHub Pages would. */
export async function openSite(name: SiteName): Promise<OpenSite> {
	const site = await builtSite(name);
	const { port, close } = await serveSites([{ path: site.base.replace(/^\/|\/$/g, ''), folder: site.folder }], 0);
	const origin = `http://127.0.0.1:${port}`;
	return { ...site, origin, home: origin + site.base, close };
}
