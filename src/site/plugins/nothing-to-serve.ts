import type { Plugin } from 'vite';

/**
 * For the types of its collections Astro starts a server of Vite even in a build, which then bundles what browsers might ask it for: the
 * toolbar of Astro with its packages, half a second of work. Nobody asks.
 */
export function nothingToServe(): Plugin {
	return {
		name: 'sporeprint:nothing-to-serve',
		enforce: 'post',
		configEnvironment(_name, environment) {
			if (environment.optimizeDeps) environment.optimizeDeps.include = [];
		},
	};
}
