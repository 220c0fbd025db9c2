// Shows a comparison to people.
import { line, table } from './wording.mjs';

const reference = 'Starlight';

/** Prints what each contender took, and how it compares with Starlight. */
export function printComparison({ entries, runs, contenders, missing }) {
	line(`${entries} entries, ${runs > 1 ? `medians of ${runs} runs` : 'one run'}`);
	table([
		['', 'cold s', 'unchanged s', 'one changed s', 'CPU cold s', 'peak GB', 'output MB', 'files', 'page gz kB', 'css+js gz kB'],
		...contenders.map(({ name, builds, output }) => [
			name,
			builds.cold.wall.toFixed(1),
			builds.unchanged.wall.toFixed(1),
			builds.oneChanged.wall.toFixed(1),
			builds.cold.cpu.toFixed(1),
			(builds.cold.peak / 1e9).toFixed(2),
			(output.bytes / 1e6).toFixed(1),
			String(output.files),
			(output.page / 1000).toFixed(1),
			((output.styles + output.scripts) / 1000).toFixed(1),
		]),
	]);
	const base = contenders.find(({ name }) => name === reference);
	if (base !== undefined) printRatios(contenders, base);
	for (const { name, reason } of missing) line(`  ${name} is left out. ${reason}`);
}

/** Prints each target with what was reached. */
export function printTargets(targets) {
	line('Targets');
	table([['', 'measured', 'at most', ''], ...targets.map(({ name, measured, allowed, met }) => [name, measured.toFixed(2), allowed.toFixed(2), met ? 'met' : 'missed'])]);
}

function printRatios(contenders, base) {
	const ratio = (own, other) => (own / other).toFixed(2);
	line(`  beside ${base.name}`);
	table([
		['', 'cold', 'unchanged', 'one changed', 'memory', 'output', 'page'],
		...contenders.map(({ name, builds, output }) => [
			name,
			ratio(builds.cold.wall, base.builds.cold.wall),
			ratio(builds.unchanged.wall, base.builds.unchanged.wall),
			ratio(builds.oneChanged.wall, base.builds.oneChanged.wall),
			ratio(builds.cold.peak, base.builds.cold.peak),
			ratio(output.bytes, base.output.bytes),
			ratio(output.page, base.output.page),
		]),
	]);
}
