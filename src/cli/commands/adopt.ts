import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { confirm } from '@clack/prompts';
import { problemKinds } from '../../errors.js';
import type { AdoptionPlan } from '../../handbook/adopt/plan-adoption.js';
import { standingOf, writeAdoption } from '../../handbook/adopt/write-adoption.js';
import { readHandbook } from '../../handbook/read-handbook.js';
import { listText } from '../../lib/list-text.js';
import { nearest } from '../../lib/nearest.js';
import { isSlugPath } from '../../lib/slug.js';
import { openWeb, type Web } from '../../network/fetch.js';
import { fetchSources } from '../../network/upstream/fetch-source.js';
import { findUpstream } from '../../network/upstream/find-upstream.js';
import type { Upstream, UpstreamEntry } from '../../network/upstream/upstream.js';
import type { CrawlFault } from '../../network/web/exchange.js';
import { type Kind, kinds } from '../../schema/kinds.js';
import { entriesAsJson, type Outcome, outcomesAsJson } from '../adopt/adopt-outcome.js';
import { entryList, originText, planLines } from '../adopt/adopt-text.js';
import { chooseEntries } from '../adopt/choose-entries.js';
import { gatherPlan } from '../adopt/gather-plan.js';
import type { Arguments, Command, Context } from '../command.js';

export const adoptCommand: Command = {
	summary: "Copies a text from another group's handbook, with credit",
	usage: 'adopt URL [options]',
	about:
		'URL is the page of a text, its .md, or a page of an index. Given the address of a whole handbook, it asks which texts.\n' +
		'The copy says where it comes from (basedOn). What is about the other group, such as who looks after the text, is left out.\n' +
		'Run it in the folder of your handbook. It shows what it would write, and asks before it writes.',
	options: {
		all: { type: 'string', value: 'KIND', about: `Copies every text of a kind: ${listText(kinds, 'disjunction')}` },
		as: { type: 'string', value: 'NAME', about: 'Name of the copy, such as our-check-in. Default: that of the text' },
		'dry-run': { type: 'boolean', about: 'Shows what would be written and writes nothing' },
		force: { type: 'boolean', about: 'Goes on without a fitting licence, for when you have permission, and replaces what is there' },
		'allow-private': { type: 'boolean', about: 'Asks sites on this computer and in private networks too. For tests and local demos only' },
		json: { type: 'boolean', about: 'Prints what was done as JSON, for other programs, and asks nothing' },
	},
	positionals: { min: 1, max: 1 },
	async run(args, context) {
		const wish = readWish(args);
		if (typeof wish === 'string') return misuse(wish, context);
		if (!existsSync(join(context.cwd, 'content'))) return misuse('There is no folder content here. Run this in the folder of your handbook.', context);
		const { version } = JSON.parse(readFileSync(join(context.packageRoot, 'package.json'), 'utf8')) as { version: string };
		const web = openWeb({ userAgent: `sporeprint/${version}`, allowPrivate: wish.allowPrivate });
		try {
			return await adopt(web, wish, context);
		} catch (error) {
			// A disk that is full, a file that may not be written: the system's own words say it best.
			context.note(`The copy could not be finished: ${(error as Error).message}`);
			return 1;
		} finally {
			await web.close();
		}
	},
};

interface Wish {
	address: string;
	all?: Kind | undefined;
	as?: string | undefined;
	dryRun: boolean;
	force: boolean;
	allowPrivate: boolean;
	json: boolean;
}

/** What is wanted, or a sentence that says what is wrong with it. */
function readWish({ values, positionals: [address = ''] }: Arguments): Wish | string {
	const all = kinds.find((kind) => kind === values.all);
	if (values.all !== undefined && all === undefined) {
		const guess = nearest(String(values.all), kinds);
		return `There is no kind “${values.all}”. It can be ${listText(kinds, 'disjunction')}.${guess ? ` Did you mean “${guess}”?` : ''}`;
	}
	if (all !== undefined && values.as !== undefined) return '--as names one text, and --all may copy many. Give one of them.';
	const as = typeof values.as === 'string' ? values.as.replace(/\.md$/i, '') : undefined;
	if (as !== undefined && !isSlugPath(as)) return `“--as ${as}” should be a name of lower-case letters a to z, digits and hyphens only, such as check-in.`;
	return { address, all, as, dryRun: values['dry-run'] === true, force: values.force === true, allowPrivate: values['allow-private'] === true, json: values.json === true };
}

async function adopt(web: Web, wish: Wish, context: Context): Promise<number> {
	const found = await findUpstream(web, wish.address, context.now);
	if ('fault' in found) return stopped(found.fault, wish, context);
	const { upstream } = found;
	const asks = context.interactive && !wish.json;
	const entries = await wantedEntries(upstream, wish, asks);
	if (entries === undefined) {
		context.print(wish.json ? JSON.stringify(entriesAsJson(upstream), null, 2) : entryList(upstream));
		return misuse(`${upstream.home} is a whole handbook. Give the address of one of its texts, or --all KIND.`, context);
	}
	if (wish.as !== undefined && entries.length > 1) return misuse('--as names one text, and you chose several. Copy them one after the other.', context);
	if (entries.length === 0) {
		context.note(wish.all === undefined ? 'Nothing was written.' : `${upstream.group.name} has no text of the kind “${wish.all}”.`);
		return wish.all === undefined ? 0 : 1;
	}
	if (!wish.json) for (const line of originText(upstream)) context.print(line);

	const sources = entries.length > 1 && upstream.bundle ? await fetchSources(web, upstream) : undefined;
	if (sources && 'fault' in sources) return stopped(sources.fault, wish, context);
	const { value: own } = readHandbook(context.cwd);
	const outcomes: Outcome[] = [];
	const taken = new Set<string>();
	for (const entry of entries) {
		const gathered = await gatherPlan(entry, sources?.sources.get(entry.id), { web, upstream, own, today: context.today, as: wish.as, force: wish.force });
		const about = { title: entry.title, url: entry.url };
		if ('fault' in gathered) outcomes.push(refusal({ ...about, status: 'refused', why: gathered.fault }, wish, context));
		else if (taken.has(gathered.plan.text.path))
			outcomes.push(refusal({ ...about, status: 'refused', why: `Another of these texts goes to content/${gathered.plan.text.path}. Copy it by itself: --as NAME` }, wish, context));
		else {
			taken.add(gathered.plan.text.path);
			outcomes.push(await adoptOne(gathered.plan, { ...wish, isWithdrawn: upstream.isWithdrawn === true, asks }, context));
		}
	}
	if (wish.json) context.print(JSON.stringify(outcomesAsJson(upstream, outcomes), null, 2));
	return outcomes.some(({ status }) => status === 'refused') ? 1 : 0;
}

/** The texts that are meant; undefined when nobody can say which. */
async function wantedEntries(upstream: Upstream, { all }: Wish, asks: boolean): Promise<UpstreamEntry[] | undefined> {
	if (all !== undefined) return upstream.entries.filter(({ kind }) => kind === all);
	if (upstream.chosen) return [upstream.chosen];
	return asks ? chooseEntries(upstream) : undefined;
}

async function adoptOne(plan: AdoptionPlan, { force, dryRun, json, isWithdrawn, asks }: Wish & { isWithdrawn: boolean; asks: boolean }, context: Context): Promise<Outcome> {
	const about = { title: plan.title, url: plan.url, plan };
	const refuse = (why: string): Outcome => refusal({ ...about, status: 'refused', why }, { json }, context);
	if (!json) for (const line of planLines(plan)) context.print(line);
	if (isWithdrawn && !force) return refuse('The group has taken this text back, so it is not copied. If you have its permission: --force');
	if (!plan.licence.isAllowed && !force) return refuse(`It is not copied, because of its licence. ${plan.licence.sentence} If you have permission: --force`);

	const standing = standingOf(context.cwd, plan);
	if (standing.type === 'blocked') return refuse(standing.why);
	if (standing.type === 'same') {
		if (!json) context.print('  It is there already, just so.');
		return { ...about, status: 'same' };
	}
	const there = standing.type === 'taken' ? standing.paths.map((path) => `content/${path}`).join(', ') : undefined;
	if (dryRun) {
		if (!json) context.print(`  Nothing was written.${there === undefined ? '' : ` ${there} is there already, and would be replaced only with --force.`}`);
		return { ...about, status: 'planned' };
	}
	if (asks && !force) {
		const message = there === undefined ? `Write content/${plan.text.path}?` : `${there} is there already, and differs. Replace it?`;
		if ((await confirm({ message, initialValue: there === undefined })) !== true) return { ...about, status: 'planned' };
	} else if (there !== undefined && !force) return refuse(`${there} is there already, and was left as it is. Choose another name with --as NAME, or replace it with --force.`);
	writeAdoption(context.cwd, plan);
	if (!json) context.print(`  Wrote content/${plan.text.path}. Read it, change what does not fit you, and say under basedOn › changes what you changed.`);
	return { ...about, status: 'written' };
}

function refusal(outcome: Outcome & { why: string }, { json }: Pick<Wish, 'json'>, { note }: Context): Outcome {
	if (!json) note(outcome.plan ? outcome.why : `“${outcome.title}”: ${outcome.why}`);
	return outcome;
}

function stopped({ code, message, hint }: CrawlFault, { json }: Wish, { print, note }: Context): number {
	const remedy = hint ?? problemKinds[code].remedy;
	if (json) print(JSON.stringify({ fault: { code, message, hint: remedy } }, null, 2));
	else note(`${message}\n  ${remedy}`);
	return 1;
}

function misuse(sentence: string, { note }: Context): number {
	note(`${sentence} See: sporeprint adopt --help`);
	return 2;
}
