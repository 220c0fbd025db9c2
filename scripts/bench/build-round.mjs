// Builds a site in the states that authors meet.
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { moveAside } from './aside.mjs';
import { measureOutput } from './measure.mjs';

/** Builds a site cold, again with nothing changed, and with one sentence more in one of its texts. */
export async function buildRound(site) {
	clearCaches(site);
	const cold = await build(site);
	const unchanged = await build(site);
	changeOneText(site);
	return { cold, unchanged, oneChanged: await build(site) };
}

/**
 * Runs the programs that build a site, one after the other: their times together, and the highest of their peaks. `anew` is how many
 * pages and files were made anew, where a build says that it kept others.
 */
export async function build({ folder, steps }) {
	writeOut();
	const sum = { wall: 0, cpu: 0, peak: 0 };
	for (const [program, ...args] of steps) {
		const { figures, output } = await measureOutput(program, args, buildOptions(folder));
		sum.wall += figures.wall;
		sum.cpu += figures.cpu;
		sum.peak = Math.max(sum.peak, figures.peak);
		const [, anew] = /(\d+) pages and files were made anew/.exec(output) ?? [];
		if (anew !== undefined) sum.anew = Number(anew);
	}
	return sum;
}

/** Waits until the disk has all that was written before, so that no program is slowed down by what another one has left to be written. */
function writeOut() {
	if (process.platform !== 'win32') execFileSync('sync');
}

/** Where and how such a program runs. */
export function buildOptions(folder) {
	return { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } };
}

/** Takes away what earlier builds have left. */
export function clearCaches({ folder, caches }) {
	for (const cache of caches) moveAside(join(folder, cache));
}

/** Adds a sentence to the first text. */
export function changeOneText({ folder, texts }) {
	appendFileSync(join(folder, texts[0]), '\nOne more sentence.\n');
}
