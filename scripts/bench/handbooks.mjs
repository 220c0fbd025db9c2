// Measures builds of made-up handbooks: cold, again with nothing changed, and with one text changed.
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.mjs';
import { measure } from './measure.mjs';
import { weigh } from './weigh.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `--n COUNT` for other sizes than 1,000 entries, `--json` for programs. */
export async function benchHandbooks(args) {
	const { values } = parseArgs({ args, options: { n: { type: 'string', multiple: true, default: ['1000'] }, json: { type: 'boolean', default: false } } });

	const reports = [];
	for (const count of values.n.map(Number)) {
		const folder = join(root, '.cache', 'bench', String(count));
		const texts = writeCorpus(folder, count);
		const build = () => measure(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } });
		for (const cache of ['dist', '.astro', 'node_modules']) rmSync(join(folder, cache), { recursive: true, force: true });
		const report = { entries: count, cold: await build(), unchanged: await build() };
		appendFileSync(join(folder, texts[0]), '\nOne more sentence.\n');
		report.oneChanged = await build();
		report.site = weigh(join(folder, 'dist'));
		reports.push(report);
		if (!values.json) print(report);
	}
	if (values.json) process.stdout.write(`${JSON.stringify(reports, null, '\t')}\n`);
}

function print({ entries, site, ...builds }) {
	const line = (text) => process.stdout.write(`${text}\n`);
	line(`${entries} entries`);
	for (const name of ['cold', 'unchanged', 'oneChanged']) {
		const { wall, cpu, peak } = builds[name];
		line(`  ${name.padEnd(11)} ${wall.toFixed(1).padStart(6)} s wall ${cpu.toFixed(1).padStart(6)} s CPU ${(peak / 2 ** 20).toFixed(0).padStart(6)} MB at its peak`);
	}
	line(`  site        ${site.files} files, ${(site.bytes / 2 ** 20).toFixed(1)} MB`);
	line(`  entry page  ${site.entryPage} bytes gzipped, ${site.entryPageWithoutText} without its text; ${site.entryScript} bytes of script; styles ${site.styles} bytes gzipped`);
}
