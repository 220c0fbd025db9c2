import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { keyOf } from '../lib/key-of.js';
import { byteHash } from '../lib/text-hash.js';

/** The folders of a build. */
export interface BuildPlaces {
	root: string;
	/** The site's folder. */
	outDir: string;
	/** Folder of what the group publishes as it is. */
	publicDir: string;
	/** Ours, below Astro's. */
	cache: string;
	/** The part of it that is about this very folder of a site. */
	siteCache: string;
	/** A file that `astro build --force` removes, which tells integrations nothing else. */
	unforcedMark: string;
}

/** Where Astro builds a site. */
export function placesOf({ root, outDir, publicDir, cacheDir }: Pick<AstroConfig, 'root' | 'outDir' | 'publicDir' | 'cacheDir'>): BuildPlaces {
	const target = fileURLToPath(outDir);
	const cache = join(fileURLToPath(cacheDir), 'sporeprint');
	return {
		root: fileURLToPath(root),
		outDir: target,
		publicDir: fileURLToPath(publicDir),
		cache,
		siteCache: join(cache, `site-${byteHash(target).slice(0, 12)}`),
		unforcedMark: join(fileURLToPath(cacheDir), 'data-store.json'),
	};
}

/** Address of a site's home; of a local preview, when nobody knows where it will stand. */
export function homeAt(site: string | undefined, base: string): string {
	return new URL(base.endsWith('/') ? base : `${base}/`, site ?? 'http://localhost:4321').href;
}

/** True when nobody else works on the pages after us, or has files in the site's folder that nobody knows of. */
export function mayKeep({ integrations, build, output, adapter, vite }: AstroConfig): boolean {
	return integrations.length === 1 && build.format === 'directory' && output === 'static' && adapter === undefined && vite.build?.emptyOutDir === undefined;
}

/** Stands for what of the configuration is in the pages, and for the program. */
export function settingOf(config: AstroConfig, program: readonly unknown[]): string {
	const { site, base, outDir, publicDir, trailingSlash, compressHTML, scopedStyleStrategy, build, redirects, i18n, image, security, prefetch, vite } = config;
	return keyOf([
		program,
		site,
		base,
		outDir.href,
		publicDir.href,
		trailingSlash,
		compressHTML,
		scopedStyleStrategy,
		build,
		redirects,
		i18n,
		image,
		security,
		prefetch,
		vite.define,
		vite.css,
		vite.build?.assetsInlineLimit,
	]);
}
