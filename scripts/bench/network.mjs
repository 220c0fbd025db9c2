// Measures a network of made-up handbooks: two crawls of their server, the build of the site, and a first search in it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { byteHash } from '../../dist/lib/text-hash.js';
import { moveAside } from './aside.mjs';
import { build } from './build-round.mjs';
import { firstSearch } from './first-search.mjs';
import { astroBuild, benchFolder } from './handbook-site.mjs';
import { measureOutput } from './measure.mjs';
import { printNetwork } from './network-report.mjs';
import { filesBelow, outputOf } from './weigh.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = benchFolder('network');

/** Options: `--members`, `--entries`, `--faulty` (a share of the members), `--crawl-only`, `--json`. */
export async function benchNetwork(args) {
	const { values } = parseArgs({
		args,
		options: {
			members: { type: 'string', default: '1000' },
			entries: { type: 'string', default: '30' },
			faulty: { type: 'string', default: '0.2' },
			'crawl-only': { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	});
	const network = makeNetwork();
	const settings = { members: Number(values.members), entries: Number(values.entries), faulty: Number(values.faulty), network };
	const report = { ...settings, ...(await benchCrawl(settings)) };
	if (!values['crawl-only']) report.site = await benchSite();
	if (values.json) process.stdout.write(`${JSON.stringify(report, null, '\t')}\n`);
	else printNetwork(report);
}

/** Writes the network's own files, as the template has them, and returns its address. */
function makeNetwork() {
	moveAside(folder);
	mkdirSync(join(folder, 'content', 'members'), { recursive: true });
	for (const file of ['astro.config.mjs', 'content/network.md']) cpSync(join(root, 'templates', 'network', file), join(folder, file));
	return /^url: (.*)$/m.exec(readFileSync(join(folder, 'content', 'network.md'), 'utf8'))[1];
}

async function benchCrawl(settings) {
	const server = fork(fileURLToPath(new URL('network-server.mjs', import.meta.url)), [JSON.stringify(settings)]);
	try {
		const members = await answerOf(server);
		for (const { id, url } of members) writeFileSync(join(folder, 'content', 'members', `${id}.yml`), `url: ${url}\nsince: 2025\n`);
		const healthy = members.filter(({ fault }) => fault === undefined);
		const first = await crawl();
		const published = new Set(first.members.filter(({ state, entries }) => state === 'fresh' && entries === settings.entries).map(({ id }) => id));
		await requestsSince(server);

		const before = listing(healthy);
		const second = await crawl();
		const asked = new Map((await requestsSince(server)).map(({ id, ...counts }) => [id, counts]));
		const after = listing(healthy);
		return {
			healthy: healthy.length,
			published: healthy.filter(({ id }) => published.has(id)).length,
			first: first.figures,
			faults: outcomes(members, first.members),
			second: second.figures,
			/** Healthy members that got exactly one request in the second crawl, a conditional one that was answered with 304. */
			oneRequest: healthy.filter(({ id }) => Object.values(asked.get(id)).every((count) => count === 1)).length,
			rewritten: [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).length,
		};
	} finally {
		server.kill();
	}
}

async function crawl() {
	const { figures, output } = await measureOutput(process.execPath, [join(root, 'dist/cli/main.js'), 'crawl', folder, '--allow-private', '--json']);
	const { requests, bytes, members } = JSON.parse(output);
	return { figures: { ...figures, requests, bytes }, members };
}

/** What was asked of each member since this was called the last time. */
async function requestsSince(server) {
	server.send('counts');
	return answerOf(server);
}

async function answerOf(server) {
	const ended = once(server, 'exit').then(([code]) => {
		throw new Error(`The server of the members has ended with ${code}.`);
	});
	const [answer] = await Promise.race([once(server, 'message'), ended]);
	return answer;
}

/** Every file of these members' snapshots, with its size, time and hash. */
function listing(members) {
	const files = members.flatMap(({ id }) => filesBelow(join(folder, 'snapshots', id)));
	return new Map(files.map((file) => [file, `${statSync(file).size} ${statSync(file).mtimeMs} ${byteHash(readFileSync(file))}`]));
}

/** How the members with each fault came out of the crawl, by fault: state and code of the problem, and how many. */
function outcomes(members, reports) {
	const byId = new Map(reports.map((report) => [report.id, report]));
	const faults = {};
	for (const { id, fault } of members.filter((member) => member.fault !== undefined)) {
		const { state, problem } = byId.get(id);
		const outcome = problem ? `${state}: ${problem.code}` : state;
		faults[fault] ??= {};
		faults[fault][outcome] = (faults[fault][outcome] ?? 0) + 1;
	}
	return faults;
}

async function benchSite() {
	const built = { folder, ...astroBuild(root) };
	const cold = await build(built);
	const unchanged = await build(built);
	const site = join(folder, 'dist');
	return { cold, unchanged, output: outputOf(site), search: await firstSearch(site, 'conflict') };
}
