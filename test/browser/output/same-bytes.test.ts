import { join } from 'node:path';
import { expect, test } from 'vitest';
import { astroBuild } from '../sites/astro-build.js';
import { builtSite, prepareSource, scratchFolder } from '../sites/built-site.js';
import { outputBytes, outputFiles } from '../sites/output-files.js';
import { origin, siteSources } from '../sites/site-list.js';

test.each(['example', 'arabic', 'network'] as const)(
	'%s: the same content gives the same bytes, wherever its folder stands, and whether the code of its pages came with the package or Astro bundles it',
	async (name) => {
		const site = await builtSite(name);
		const home = scratchFolder(`${name}-again`);
		const root = await prepareSource(siteSources[name], join(home, 'a folder with spaces', 'handbook'));
		const again = { folder: join(home, 'out') };
		const { ok, output } = await astroBuild({ root, outDir: again.folder, site: origin, base: site.base });
		expect(ok, output).toBe(true);

		const files = outputFiles(site);
		expect(outputFiles(again)).toEqual(files);
		expect(files.filter((path) => !outputBytes(again, path).equals(outputBytes(site, path)))).toEqual([]);
	},
);
