// Shows the measurements of handbooks to people.
import { effort, kilobytes, line, megabytes, stateNames } from './wording.mjs';

/** Prints what measureHandbook() of handbooks.mjs returns. */
export function printHandbook({ entries, runs, builds, output, search }) {
	line(`${entries} entries${runs > 1 ? `, medians of ${runs} runs` : ''}`);
	for (const [state, figures] of Object.entries(builds)) line(`  ${stateNames[state].padEnd(12)} ${effort(figures)}`);
	line(`  output       ${megabytes(output.bytes)} in ${output.files} files: ${kilobytes(output.bytes / entries)} and ${(output.files / entries).toFixed(1)} files an entry`);
	line(`               ${largestSorts(output)}`);
	line(`  entry page   ${kilobytes(output.page)} packed; styles and script files ${kilobytes(output.styles + output.scripts)} packed; ${output.scriptText} bytes of script`);
	if (search) line(`  first search ${searchLine(search)}`);
}

/** What most of the bytes are. */
function largestSorts({ sorts }) {
	const largest = Object.entries(sorts).sort(([, a], [, b]) => b.bytes - a.bytes);
	return largest
		.slice(0, 5)
		.map(([sort, { files, bytes }]) => `${sort} ${megabytes(bytes)} in ${files}`)
		.join(', ');
}

/** Prints how a larger handbook compares with a smaller one. */
export function printGrowth({ from, to, ...grown }) {
	line(`from ${from} to ${to} entries`);
	for (const [state, { wall, peak }] of Object.entries(grown)) line(`  ${stateNames[state].padEnd(12)} ${wall.toFixed(1)} times the time, ${peak.toFixed(1)} times the memory`);
}

/** What a first search loads: all, and without what other pages have loaded before. */
export function searchLine({ word, found, files, bytes, toSearch }) {
	return `“${word}”: ${found}, ${kilobytes(bytes)} in ${files} requests, ${kilobytes(toSearch)} of them to search`;
}
