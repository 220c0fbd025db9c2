import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Problem, problemText } from '../../errors.js';
import { nearest } from '../../lib/nearest.js';
import { type CrawlReport, crawl } from '../../network/crawl.js';
import { openWeb } from '../../network/fetch.js';
import { type Registry, readRegistry } from '../../network/registry/read-registry.js';
import { storedMembers } from '../../network/snapshots/snapshot-files.js';
import type { Arguments, Command, Context } from '../command.js';
import { crawlSummary, memberText } from '../crawl/crawl-text.js';
import { watchCrawl } from '../crawl/watch-crawl.js';

const mostConcurrency = 32;

export const crawlCommand: Command = {
	summary: "Gathers what your network's members publish",
	usage: 'crawl [DIR] [options]',
	about:
		'DIR is the folder that holds content/network.md; without it, the one you are in.\n' +
		'What members publish goes to snapshots/. Of a member that does not answer, or is not in order, the last good state stays.\n' +
		'Such members are listed, and stop nothing (exit code 0). Exit code 1: nobody was in order, or nothing could be gathered.',
	options: {
		only: { type: 'string', multiple: true, value: 'ID', about: 'Asks only this member, whether it is its turn or not. May be repeated' },
		due: { type: 'boolean', about: 'Asks only members whose turn it is: those that change often every day, others within a week' },
		'dry-run': { type: 'boolean', about: 'Asks, shows what would change, and writes nothing' },
		concurrency: { type: 'string', value: 'N', about: `How many sites are asked at a time, up to ${mostConcurrency}. Default: 8` },
		'allow-private': { type: 'boolean', about: 'Asks sites on this computer and in private networks too. For tests and local demos only' },
		json: { type: 'boolean', about: 'Prints the report as JSON, for other programs' },
	},
	positionals: { min: 0, max: 1 },
	async run(args, context) {
		const root = resolve(context.cwd, args.positionals[0] ?? '.');
		const { value: registry } = readRegistry(root);
		const wish = readWish(args, knownIds(registry, root));
		if (typeof wish === 'string') {
			context.note(`${wish} See: sporeprint crawl --help`);
			return 2;
		}
		const { value: report, problems } = await crawlWatched(root, wish, userAgent(context.packageRoot, registry), context);
		if (wish.json) context.print(JSON.stringify({ problems, ...report }, null, 2));
		else for (const line of reportLines(report, problems, wish.dryRun)) context.print(line);
		return exitCode(report, problems, wish.only);
	},
};

interface Wish {
	only?: string[] | undefined;
	due: boolean;
	dryRun: boolean;
	concurrency: number;
	allowPrivate: boolean;
	json: boolean;
}

/** What is wanted, or a sentence that says what is wrong with it. */
function readWish({ values }: Arguments, known: readonly string[]): Wish | string {
	const only = Array.isArray(values.only) ? values.only.map(String) : undefined;
	const unknown = only?.find((id) => !known.includes(id));
	if (unknown !== undefined) {
		const guess = nearest(unknown, known);
		return `There is no member “${unknown}”.${guess ? ` Did you mean “${guess}”?` : ''}`;
	}
	const concurrency = Number(values.concurrency ?? 8);
	if (values.concurrency === '' || !Number.isInteger(concurrency) || concurrency < 1 || concurrency > mostConcurrency) return `--concurrency takes a number from 1 to ${mostConcurrency}.`;
	return { only, due: values.due === true, dryRun: values['dry-run'] === true, concurrency, allowPrivate: values['allow-private'] === true, json: values.json === true };
}

function knownIds({ memberFiles }: Registry, root: string): string[] {
	return [...new Set([...memberFiles, ...storedMembers(root)])];
}

async function crawlWatched(root: string, wish: Wish, agent: string, { now, interactive }: Context): ReturnType<typeof crawl> {
	const web = openWeb({ userAgent: agent, allowPrivate: wish.allowPrivate });
	const watch = watchCrawl(interactive && !wish.json);
	try {
		return await crawl({ root, web, now, ...wish, onMember: watch.see });
	} finally {
		watch.stop();
		await web.close();
	}
}

/** Says who asks, and where to complain. */
function userAgent(packageRoot: string, { fields }: Registry): string {
	const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
	return `sporeprint/${version}${fields.url === undefined ? '' : ` (+${fields.url})`}`;
}

function reportLines(report: CrawlReport, problems: readonly Problem[], dryRun: boolean): string[] {
	const members = report.members.flatMap((member) => memberText(member, dryRun) ?? []);
	const isEmpty = report.members.length === 0 && problems.length === 0;
	return [...problems.map(problemText), ...members, isEmpty ? 'This network has no members yet. Add one with: npx sporeprint add-member URL' : crawlSummary(report, dryRun)];
}

function exitCode({ members, asked, healthy }: CrawlReport, problems: readonly Problem[], only: readonly string[] | undefined): number {
	const errors = problems.filter(({ severity }) => severity === 'error');
	const stopped = errors.some(({ code, file }) => code === 'crawl-stopped' || only?.some((id) => file.startsWith(`content/members/${id}.`)));
	const nothing = members.length === 0 ? errors.length > 0 : asked > 0 && healthy === 0;
	return stopped || nothing ? 1 : 0;
}
