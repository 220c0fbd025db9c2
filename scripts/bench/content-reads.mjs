// How often a build reads the texts.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildOptions, changeOneText } from './build-round.mjs';
import { measureOutput } from './measure.mjs';

/** Builds once more, after a change of one text, and counts how often a file of the content is read. */
export async function contentReads(site) {
	changeOneText(site);
	const report = join(site.folder, 'node_modules', 'reads.txt');
	rmSync(report, { force: true });
	const { env, ...options } = buildOptions(site.folder);
	const counting = { NODE_OPTIONS: `--import ${new URL('count-reads.mjs', import.meta.url).href}`, COUNT_READS_BELOW: join(site.folder, 'content'), COUNT_READS_INTO: report };
	for (const [program, ...args] of site.steps) await measureOutput(program, args, { ...options, env: { ...env, ...counting } });
	return readFileSync(report, 'utf8')
		.trim()
		.split('\n')
		.reduce((sum, reads) => sum + Number(reads), 0);
}
