// The short run of the tests: it shows how long a small handbook takes, and fails only when bytes, requests or work have grown.
import { join } from 'node:path';
import process from 'node:process';
import { withBrowser } from './browser.mjs';
import { judgeBudgets } from './budgets.mjs';
import { contentReads } from './content-reads.mjs';
import { madeEntries } from './corpus.mjs';
import { benchFolder, handbookSite } from './handbook-site.mjs';
import { measureHandbook } from './handbooks.mjs';
import { printHandbook } from './handbooks-report.mjs';
import { slowVisits } from './slow-visit.mjs';
import { line, seconds, table } from './wording.mjs';

const entries = 100;

/** Measures, prints, and sets the exit code. */
export async function benchShort() {
	const site = handbookSite(benchFolder('short'), madeEntries(entries));
	const report = await measureHandbook(site, 1);
	report.visit = await withBrowser((browser) => slowVisits(browser, join(site.folder, site.output), [site.pages[0]]));
	report.reads = await contentReads(site);
	printHandbook(report);
	if (report.visit) line(`  slow visit   first paint after ${seconds(report.visit.firstPaint)}, layout shift ${report.visit.shift}`);
	const judged = judgeBudgets(report);
	table([['budgets', 'measured', 'at most', ''], ...judged.map(({ name, measured, most, kept }) => [name, String(Math.round(measured)), String(most), kept ? '' : 'too much'])]);
	if (judged.every(({ kept }) => kept)) return;
	line('More than a budget of scripts/bench/budgets.mjs allows. Find what has grown; allow more only for what readers gain by it.');
	process.exitCode = 1;
}
