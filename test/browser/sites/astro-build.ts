import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type ProgramEnd, runProgram, type SiteBuild } from '../../../src/cli/demo/build-site.js';

/** Builds a site with Astro's own command, in a process of its own. */
export function astroBuild({ root, outDir, site, base }: SiteBuild): Promise<ProgramEnd> {
	const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs');
	return runProgram(astro, ['build', '--root', root, '--outDir', outDir, '--site', site, '--base', base], root);
}
