// Shows the measurements of a network to people.
import { effort, kilobytes, line, megabytes } from './wording.mjs';

/** Prints a report of network.mjs. */
export function printNetwork({ members, entries, healthy, published, first, faults, second, oneRequest, rewritten, site }) {
	line(`${members} members of ${entries} entries, ${members - healthy} of them faulty in ${Object.keys(faults).length} ways`);
	line(`  first crawl   ${effort(first)}   ${traffic(first)}`);
	line(`  second crawl  ${effort(second)}   ${traffic(second)}`);
	line(`  published     ${published} of ${healthy} healthy members: ${((100 * published) / healthy).toFixed(1)} %`);
	line(`  second crawl  ${oneRequest} of ${healthy} healthy members got one conditional request and nothing else; rewritten files: ${rewritten}`);
	for (const [fault, outcome] of Object.entries(faults)) line(`    ${fault.padEnd(20)} ${shown(outcome)}`);
	if (!site) return;
	line(`site of ${published * entries} texts`);
	line(`  cold          ${effort(site.cold)}`);
	line(`  unchanged     ${effort(site.unchanged)}`);
	const { files, bytes, sorts } = site.output;
	line(`  output        ${files} files, ${megabytes(bytes)}`);
	for (const [sort, sum] of bySize(sorts)) line(`    ${sort.padEnd(26)} ${String(sum.files).padStart(7)} files ${megabytes(sum.bytes).padStart(10)}`);
	if (!site.search) return;
	const { word, found, ...search } = site.search;
	line(`  first search  “${word}”: ${found}. The browser loads ${kilobytes(search.bytes)} in ${search.files} files (aim: 350 KB at the most)`);
	for (const [sort, sum] of bySize(search.parts)) line(`    ${sort.padEnd(26)} ${String(sum.files).padStart(7)} files ${kilobytes(sum.bytes).padStart(10)}`);
}

function traffic({ requests, bytes }) {
	return `${requests} requests, ${megabytes(bytes)}`;
}

function shown(outcome) {
	return Object.entries(outcome)
		.map(([state, count]) => `${count} ${state}`)
		.join(', ');
}

function bySize(sums) {
	return Object.entries(sums).sort(([, a], [, b]) => b.bytes - a.bytes);
}
