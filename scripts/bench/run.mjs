// Measures what Sporeprint does with made-up content, in .cache/bench.
//   npm run bench                                    the builds of handbooks of 100, 1,000 and 5,000 entries
//   npm run bench -- --n 1000 --runs 3               other sizes; medians of several runs
//   npm run bench -- --n 1000 --profile              where the time goes
//   npm run bench -- short                           100 entries, once; fails if bytes or requests have grown: a step of the tests
//   npm run bench -- peers                           beside bare Astro, Starlight and Hugo, with what is aimed at; medians of three, or --runs 1
//   npm run bench -- readers                         first visits and searches with a slow connection, beside Starlight and Docusaurus; --n 100, --alone
//   npm run bench -- network                         crawl, build and search of a network of 1,000 handbooks of 30 entries, a fifth of them faulty
//   npm run bench -- network --members 50            other sizes: --members, --entries, --faulty 0.2
//   npm run bench -- network --crawl-only            no site
//   npm run bench -- history                         what 2,000 commits add to the build of 1,000 entries; other sizes: --entries, --commits
//   npm run bench -- import                          the import of an mdBook of 1,000 and of 5,000 texts, and again with nothing changed; --n 100
//   ... --json                                       for programs
import process from 'node:process';
import { benchHandbooks } from './handbooks.mjs';
import { benchHistory } from './history.mjs';
import { benchPeers } from './peers.mjs';
import { benchReaders } from './readers.mjs';
import { benchShort } from './short.mjs';

const [first, ...others] = process.argv.slice(2);
if (first === 'network') {
	// Needs dist/, which the others leave to the builds.
	const { benchNetwork } = await import('./network.mjs');
	await benchNetwork(others);
} else if (first === 'import') {
	const { benchImport } = await import('./import.mjs');
	await benchImport(others);
} else if (first === 'history') await benchHistory(others);
else if (first === 'short') await benchShort();
else if (first === 'peers') await benchPeers(others);
else if (first === 'readers') await benchReaders(others);
else await benchHandbooks(process.argv.slice(2));
