// What readers meet: the pages of Sporeprint beside those of Starlight and Docusaurus, made of the same texts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { withBrowser } from './browser.mjs';
import { build, clearCaches } from './build-round.mjs';
import { madeEntries } from './corpus.mjs';
import { firstSearch } from './first-search.mjs';
import { benchFolder, handbookSite } from './handbook-site.mjs';
import { docusaurus } from './peers/docusaurus.mjs';
import { foldedStarlight, starlight } from './peers/starlight.mjs';
import { printReaders } from './readers-report.mjs';
import { slowSearch } from './slow-search.mjs';
import { slowVisits } from './slow-visit.mjs';

const sporeprint = { name: 'Sporeprint', write: (entries) => handbookSite(benchFolder(`readers-${entries.length}`), entries) };
const word = 'conflict';

/** `--n COUNT` for another size than 1,000 entries, `--alone` without others, `--json` for programs. */
export async function benchReaders(args) {
	const { values } = parseArgs({ args, options: { n: { type: 'string', default: '1000' }, alone: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
	const entries = madeEntries(Number(values.n));
	const sites = [];
	const missing = [];
	for (const contender of values.alone ? [sporeprint] : [sporeprint, starlight, foldedStarlight, docusaurus]) {
		try {
			sites.push(await builtSite(contender, entries));
		} catch (error) {
			if (contender === sporeprint) throw error;
			missing.push({ name: contender.name, reason: error.message.trim().split('\n').at(-1) });
		}
	}
	const report = await withBrowser((browser) => visitAll(browser, sites));
	if (report === undefined) throw new Error('There is no Chromium here to read with.');
	const all = { entries: entries.length, missing, ...report };
	if (values.json) process.stdout.write(`${JSON.stringify(all, null, '\t')}\n`);
	else printReaders(all);
}

async function visitAll(browser, sites) {
	const visits = [];
	for (const { name, folder, pages } of sites) visits.push({ name, ...(await slowVisits(browser, folder, someOf(pages))) });
	const [own] = sites;
	return { visits, search: { ...(await firstSearch(own.folder, word)), ...(await slowSearch(browser, own.folder, word)) } };
}

/** The site of a contender, built anew. */
async function builtSite({ name, write }, entries) {
	process.stderr.write(`Building the site of ${name} ...\n`);
	const site = write(entries);
	clearCaches(site);
	await build(site);
	const folder = join(site.folder, site.output);
	if (!existsSync(folder)) throw new Error(`${name} has built nothing.`);
	return { name, folder, pages: site.pages };
}

/** Three pages from here and there. */
function someOf(pages) {
	return [0.1, 0.5, 0.9].map((share) => pages[Math.floor(pages.length * share)]);
}
