// Measures builds of made-up handbooks: cold, again with nothing changed, and with one text changed.
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildRound } from './build-round.mjs';
import { madeEntries } from './corpus.mjs';
import { firstSearch } from './first-search.mjs';
import { benchFolder, handbookSite } from './handbook-site.mjs';
import { printGrowth, printHandbook } from './handbooks-report.mjs';
import { growth, medianRound } from './median.mjs';
import { printProfile, profileRound } from './profile.mjs';
import { weigh } from './weigh.mjs';

/** `--n COUNT` for other sizes, `--runs COUNT` for medians, `--profile` to see where the time goes, `--json` for programs. */
export async function benchHandbooks(args) {
	const { values } = parseArgs({
		args,
		options: {
			n: { type: 'string', multiple: true, default: ['100', '1000', '5000'] },
			runs: { type: 'string', default: '1' },
			profile: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	});
	const sizes = values.n.map(Number);
	if (values.profile) return profileHandbooks(sizes, values.json);

	const reports = [];
	for (const count of sizes) {
		reports.push(await measureHandbook(handbookSite(benchFolder(String(count)), madeEntries(count)), Number(values.runs)));
		if (!values.json) printHandbook(reports.at(-1));
	}
	const grown = reports.slice(1).map((report, index) => ({ from: reports[index].entries, to: report.entries, ...growth(reports[index].builds, report.builds) }));
	if (values.json) process.stdout.write(`${JSON.stringify({ handbooks: reports, growth: grown }, null, '\t')}\n`);
	else grown.forEach(printGrowth);
}

/** Medians of the builds of a handbook (see handbookSite()), what comes out of them, and what a first search in it loads. */
export async function measureHandbook(site, runs) {
	const rounds = [];
	for (let run = 0; run < runs; run += 1) rounds.push(await buildRound(site));
	const output = join(site.folder, site.output);
	return { entries: site.pages.length, runs, builds: medianRound(rounds), output: weigh(output, site.pages), search: await firstSearch(output, 'conflict') };
}

async function profileHandbooks(sizes, json) {
	const reports = [];
	for (const entries of sizes) {
		const builds = await profileRound(handbookSite(benchFolder(`profile-${entries}`), madeEntries(entries)));
		reports.push({ entries, builds });
		if (!json) printProfile(reports.at(-1));
	}
	if (json) process.stdout.write(`${JSON.stringify(reports, null, '\t')}\n`);
}
