// Shows to people what readers meet.
import { searchLine } from './handbooks-report.mjs';
import { kilobytes, line, table } from './wording.mjs';

/** From here on a search may load more before its first results. */
const manyEntries = 5_000;

/** Prints what benchReaders() has measured, and whether an entry of Sporeprint is within what is aimed at. */
export function printReaders({ entries, visits, missing, search }) {
	line(`A first visit to a page of ${entries}, at 400 kbit/s and 400 ms, with nothing kept: medians of three pages`);
	table([
		['', 'first paint s', 'largest paint s', 'layout shift', 'requests', 'all bytes', 'script files', 'inline script'],
		...visits.map(({ name, firstPaint, largestPaint, shift, requests, bytes, scriptFiles, inlineScript }) => [
			name,
			firstPaint.toFixed(2),
			largestPaint.toFixed(2),
			shift.toFixed(3),
			String(requests),
			kilobytes(bytes),
			kilobytes(scriptFiles),
			kilobytes(inlineScript),
		]),
	]);
	for (const { name, reason } of missing) line(`  ${name} is left out. ${reason}`);
	line(`First search ${searchLine(search)}`);
	for (const [sort, { files, bytes }] of Object.entries(search.parts)) line(`    ${sort.padEnd(26)} ${String(files).padStart(3)} files ${kilobytes(bytes).padStart(10)}`);
	line(`  with that connection: first results ${search.firstResults.toFixed(2)} s after the word, those of the next letter after ${search.nextLetter.toFixed(2)} s`);
	line('Targets');
	const [own] = visits;
	table([
		['', 'measured', 'at most', ''],
		aim('first paint, s', own.firstPaint, 1.5),
		aim('layout shift', own.shift, 0),
		aim('script before a search, bytes', own.scriptFiles + own.inlineScript, 1024),
		aim('first search, bytes that no other page loads', search.toSearch, entries > manyEntries ? 350_000 : 160_000),
	]);
}

function aim(name, measured, allowed) {
	return [name, String(Number(measured.toFixed(3))), String(allowed), measured <= allowed ? 'met' : 'missed'];
}
