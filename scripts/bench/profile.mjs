// Where the time of a build goes: its phases by the clock, and whose code the processor was busy with.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildOptions, changeOneText, clearCaches } from './build-round.mjs';
import { sharesOf } from './cpu-shares.mjs';
import { measureOutput } from './measure.mjs';
import { phasesOf } from './phases.mjs';
import { filesBelow } from './weigh.mjs';
import { effort, line, stateNames } from './wording.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const phaseLines = new URL('phase-lines.mjs', import.meta.url).href;
/** Those with less are summed up. */
const smallestShare = 0.1;

/** Profiles of the builds that buildRound() measures. Taking samples costs some time itself. */
export async function profileRound(site) {
	clearCaches(site);
	const cold = await profiledBuild(site);
	const unchanged = await profiledBuild(site);
	changeOneText(site);
	return { cold, unchanged, oneChanged: await profiledBuild(site) };
}

/** Prints what profileRound() returns for a handbook. */
export function printProfile({ entries, builds }) {
	line(`${entries} entries, with samples taken every millisecond, which costs some time itself`);
	for (const [state, { figures, phases, shares, beside }] of Object.entries(builds)) {
		line(`  ${stateNames[state].padEnd(12)} ${effort(figures)}`);
		for (const { phase, seconds } of phases) row(phase, seconds);
		line('    the processor was busy with');
		const shown = shares.filter(({ seconds }) => seconds >= smallestShare);
		for (const { owner, seconds } of shown) row(owner, seconds);
		row(
			'all others in JavaScript',
			shares.filter((share) => !shown.includes(share)).reduce((sum, { seconds }) => sum + seconds, 0),
		);
		if (beside > 0) row('native threads and other programs', beside);
		else line('    That is more than the processor had: the machine was busy with other things too, so only the order is certain.');
	}
}

/** One build with samples taken in every thread of Node. */
async function profiledBuild({ folder, steps: [[program, ...args]] }) {
	const samples = join(folder, '..', 'cpu-samples');
	rmSync(samples, { recursive: true, force: true });
	mkdirSync(samples);
	const { cwd, env } = buildOptions(folder);
	const options = `--cpu-prof --cpu-prof-dir=${JSON.stringify(samples)} --import=${phaseLines}`;
	const { figures, lines } = await measureOutput(program, args, { cwd, env: { ...env, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} ${options}` } });
	const profiles = filesBelow(samples).map((file) => JSON.parse(readFileSync(file, 'utf8')));
	rmSync(samples, { recursive: true });
	const shares = sharesOf(profiles, root, folder);
	const inJavaScript = shares.reduce((sum, { seconds }) => sum + seconds, 0);
	return { figures, phases: phasesOf(lines, figures.wall), shares, beside: figures.cpu - inJavaScript };
}

function row(name, seconds) {
	line(`    ${name.padEnd(36)} ${seconds.toFixed(2).padStart(7)} s`);
}
