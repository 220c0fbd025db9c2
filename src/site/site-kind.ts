import type { AstroIntegration, InjectedRoute } from 'astro';
import type { Plugin } from 'vite';
import type { Result } from '../errors.js';
import type { BuildCache } from '../handbook/build-cache.js';
import type { PlainFile } from './files/plain-file.js';
import type { Place } from './place.js';
import type { Setting, Site } from './site.js';

/** What one sort of site adds to what all have in common. */
export interface SiteKind<S extends Site> {
	/** Whose site it is. */
	name: 'handbook' | 'network';
	accent: number;
	routes: readonly InjectedRoute[];
	/** Folders below the root that are watched while writing. */
	watched: readonly string[];
	/** Where its own content says that it is published. */
	placeOf(root: string): Place;
	read(root: string, setting: Setting, cache: BuildCache): Result<S> | Promise<Result<S>>;
	/** Integrations that a site with components in its texts needs. */
	componentIntegrations?(root: () => string, current: () => S): Promise<AstroIntegration[]>;
	vitePlugins(root: string, current: () => S): Plugin[];
	/** Files of the site that are no pages. */
	files(site: S): Promise<readonly PlainFile[]>;
	/** Pages that are no texts of their own, by their paths. */
	unlisted(path: string, site: S): boolean;
	/** Told when nobody knows where the site will stand. */
	warnWithoutAddress: string;
}

const kinds = new WeakMap<AstroIntegration, SiteKind<Site>>();

/** Remembers what sort of site an integration builds, for builds in which Astro does not call it. */
export function rememberKind<S extends Site>(integration: AstroIntegration, kind: SiteKind<S>): AstroIntegration {
	kinds.set(integration, kind as unknown as SiteKind<Site>);
	return integration;
}

/** What sort of site an integration builds; undefined when it is not one of ours. */
export function kindOf(integration: unknown): SiteKind<Site> | undefined {
	return kinds.get(integration as AstroIntegration);
}
