// Measures Sporeprint and other programs on the same texts, in turns, so that a noisy machine is equally noisy for all.
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildRound } from './build-round.mjs';
import { madeEntries } from './corpus.mjs';
import { benchFolder, handbookSite } from './handbook-site.mjs';
import { growth, medianRound } from './median.mjs';
import { bareAstroWithoutSearch, bareAstroWithPagefind } from './peers/bare-astro.mjs';
import { hugo } from './peers/hugo.mjs';
import { foldedStarlight, starlight } from './peers/starlight.mjs';
import { printComparison, printTargets } from './peers-report.mjs';
import { targetsOf } from './targets.mjs';
import { weigh } from './weigh.mjs';

const sporeprint = { name: 'Sporeprint', write: (entries) => handbookSite(benchFolder(`beside-peers-${entries.length}`), entries) };
const few = [sporeprint, starlight, foldedStarlight, bareAstroWithPagefind, bareAstroWithoutSearch, hugo];
/** Starlight writes its whole sidebar into every page: at thousands of entries that fills disks, and no target asks for it. */
const many = [sporeprint, hugo];

/** `--n FEW --n MANY` for other sizes than 1,000 and 5,000 entries, `--runs COUNT` for other medians than of three, `--json` for programs. */
export async function benchPeers(args) {
	const { values } = parseArgs({
		args,
		options: { n: { type: 'string', multiple: true, default: ['1000', '5000'] }, runs: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } },
	});
	const [fewEntries, manyEntries = fewEntries * 5] = values.n.map(Number);
	const comparisons = [];
	for (const [entries, contenders] of [
		[fewEntries, few],
		[manyEntries, many],
	]) {
		comparisons.push(await compare(madeEntries(entries), contenders, Number(values.runs)));
		if (!values.json) printComparison(comparisons.at(-1));
	}
	const [smaller, larger] = comparisons.map(({ contenders }) => contenders.find(({ name }) => name === sporeprint.name));
	const report = { comparisons, growth: growth(smaller.builds, larger.builds) };
	const targets = targetsOf(report);
	if (values.json) process.stdout.write(`${JSON.stringify({ ...report, targets }, null, '\t')}\n`);
	else printTargets(targets);
}

/** Medians of every contender that can be had, and why the others cannot. */
async function compare(entries, contenders, runs) {
	const missing = [];
	const sites = [];
	for (const { name, write } of contenders) {
		try {
			sites.push({ name, ...write(entries), rounds: [] });
		} catch (error) {
			missing.push({ name, reason: error.message });
		}
	}
	for (let run = 0; run < runs; run += 1) {
		for (const site of sites) {
			process.stderr.write(`${entries.length} entries, run ${run + 1} of ${runs}: ${site.name} ...\n`);
			await addRound(site);
		}
	}
	missing.push(...sites.filter(({ failure }) => failure !== undefined).map(({ name, failure }) => ({ name, reason: failure })));
	return { entries: entries.length, runs, missing, contenders: sites.filter(({ failure }) => failure === undefined).map(measured) };
}

/** One more round of builds, unless an earlier one has failed. A peer that fails is left out; Sporeprint must not. */
async function addRound(site) {
	if (site.failure !== undefined) return;
	try {
		site.rounds.push(await buildRound(site));
	} catch (error) {
		if (site.name === sporeprint.name) throw error;
		site.failure = `It does not build: ${error.message.trim().split('\n').at(-1)}`;
	}
}

function measured({ name, version, folder, output, pages, rounds }) {
	return { name: version === undefined ? name : `${name} (${version})`, builds: medianRound(rounds), output: weigh(join(folder, output), pages) };
}
