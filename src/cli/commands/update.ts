import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemKinds, problemText } from '../../errors.js';
import { readHandbook } from '../../handbook/read-handbook.js';
import { basePath } from '../../handbook/update/kept-base.js';
import type { MergePlan } from '../../handbook/update/plan-merge.js';
import { Refusal, writeMerge, writeNew } from '../../handbook/update/write-update.js';
import { nearest } from '../../lib/nearest.js';
import { openWeb } from '../../network/fetch.js';
import { fetchSource } from '../../network/upstream/fetch-source.js';
import type { Arguments, Command, Context } from '../command.js';
import { type AskOptions, askSources, wantedEntries } from '../update/ask-sources.js';
import { gatherProposal } from '../update/gather-proposal.js';
import { gatherMerge } from '../update/merge-entry.js';
import type { AskedEntry, ChangedSource } from '../update/source-state.js';
import { updateJson } from '../update/update-json.js';
import { updateMarkdown } from '../update/update-markdown.js';
import { updateLines } from '../update/update-text.js';

export const updateCommand: Command = {
	summary: 'Says what has changed in texts that you copied, and merges it',
	usage: 'update [options]',
	about:
		'Asks the handbooks that your texts were taken from what has changed there since, and why. Nothing is written.\n' +
		'With --merge, their changes and yours come together; where both changed the same, both stand between marks for you to decide.\n' +
		'With --propose, the change becomes an open decision for your group. Exit code 1: something is left to decide, or could not be asked.',
	options: {
		merge: { type: 'string', multiple: true, value: 'ID', about: 'Takes the changes of this text over. May be repeated' },
		propose: { type: 'string', multiple: true, value: 'ID', about: 'Writes a decision about the changes of this text. May be repeated' },
		keep: { type: 'boolean', about: 'Keeps the text as it was taken of copies that were made by hand, as long as it can still be had' },
		'dry-run': { type: 'boolean', about: 'With --merge or --propose: prints what would be written, and writes nothing' },
		'allow-private': { type: 'boolean', about: 'Asks sites on this computer and in private networks too. For tests and local demos only' },
		json: { type: 'boolean', about: 'Prints what has changed as JSON, for other programs' },
		markdown: { type: 'boolean', about: 'Prints what has changed as the text of an issue; nothing when there is nothing to decide' },
	},
	positionals: { min: 0, max: 0 },
	async run(args, context) {
		const wish = readWish(args);
		if (typeof wish === 'string') return misuse(wish, context);
		if (!existsSync(join(context.cwd, 'content'))) return misuse('There is no folder content here. Run this in the folder of your handbook.', context);
		const { version } = JSON.parse(readFileSync(join(context.packageRoot, 'package.json'), 'utf8')) as { version: string };
		const web = openWeb({ userAgent: `sporeprint/${version}`, allowPrivate: wish.allowPrivate });
		try {
			return await update(wish, web, context);
		} catch (error) {
			// A disk that is full, a file that may not be written: the system's own words say it best.
			context.note(`The update could not be finished: ${(error as Error).message}`);
			return 1;
		} finally {
			await web.close();
		}
	},
};

interface Wish {
	act: 'report' | 'merge' | 'propose' | 'keep';
	ids: string[];
	dryRun: boolean;
	allowPrivate: boolean;
	format: 'text' | 'json' | 'markdown';
}

/** What is wanted, or a sentence that says what is wrong with it. */
function readWish({ values }: Arguments): Wish | string {
	const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map((id) => String(id).replace(/^content\/|\.md$/g, '')) : []);
	const [merge, propose] = [listOf(values.merge), listOf(values.propose)];
	if (merge.length > 0 && propose.length > 0) return 'Either merge or propose: give --merge or --propose.';
	const act = merge.length > 0 ? 'merge' : propose.length > 0 ? 'propose' : values.keep ? 'keep' : 'report';
	if (values.keep && (act !== 'keep' || values['dry-run'])) return '--keep goes alone.';
	if (act === 'report' && values['dry-run']) return '--dry-run goes with --merge or --propose; without them nothing is written anyway.';
	if (act !== 'report' && (values.json || values.markdown)) return '--json and --markdown say what has changed, and do not go with anything else.';
	if (values.json && values.markdown) return 'Give one of --json and --markdown.';
	return {
		act,
		ids: [...new Set([...merge, ...propose])],
		dryRun: values['dry-run'] === true,
		allowPrivate: values['allow-private'] === true,
		format: values.json ? 'json' : values.markdown ? 'markdown' : 'text',
	};
}

async function update({ act, ids, dryRun, format }: Wish, web: AskOptions['web'], context: Context): Promise<number> {
	const root = context.cwd;
	const { value: own, problems } = readHandbook(root);
	const errors = problems.filter(({ code, severity }) => severity === 'error' && code !== 'merge-undecided');
	const { adopted, unknown } = wantedEntries(own, ids);
	if (unknown[0] !== undefined) {
		const known = wantedEntries(own, []).adopted.map(({ entry }) => entry.id);
		const guess = nearest(unknown[0], known);
		return misuse(`“${unknown[0]}” is not a text here that says where it was taken from and when (basedOn › url and sha256).${guess ? ` Did you mean “${guess}”?` : ''}`, context);
	}
	const options = { root, own, web, now: context.now };
	const asked = await askSources(adopted, options);
	if (act === 'report') {
		if (format === 'json') context.print(updateJson(asked, errors));
		else if (format === 'markdown') {
			const text = updateMarkdown(asked);
			if (text !== '') context.print(text);
			for (const each of asked) if (each.state.type === 'unreachable') context.note(each.state.fault.message);
		} else for (const line of [...errors.map(problemText), ...updateLines(asked)]) context.print(line);
		return errors.length > 0 || asked.some(({ state }) => state.type === 'unreachable') ? 1 : 0;
	}
	let code = 0;
	for (const each of asked) {
		try {
			code = Math.max(code, act === 'keep' ? await keepBase(each, options, context) : await actOn(each, act, options, dryRun, context));
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			context.note(`${error.message}\n  Nothing was written.`);
			code = 1;
		}
	}
	return code;
}

async function actOn(asked: AskedEntry, act: 'merge' | 'propose', options: AskOptions, dryRun: boolean, context: Context): Promise<number> {
	const { state } = asked;
	if (state.type !== 'changed') return notChanged(asked, context);
	return act === 'merge' ? mergeOne(asked, state, options, dryRun, context) : proposeOne(asked, state, options, dryRun, context);
}

async function keepBase({ entry, lineage, state }: AskedEntry, { root, web }: AskOptions, { print, note }: Context): Promise<number> {
	if (state.type !== 'unchanged' || !state.unkept) return 0;
	const source = await fetchSource(web, state.unkept);
	if ('fault' in source) {
		note(`“${entry.title}” (${entry.id}): ${source.fault.message}`);
		return 1;
	}
	writeNew(root, { path: basePath(lineage.sha256), bytes: new TextEncoder().encode(source.source) });
	print(`Kept what “${entry.title}” (${entry.id}) was taken from, in content/${basePath(lineage.sha256)}.`);
	return 0;
}

function notChanged({ entry, state }: AskedEntry, { print, note }: Context): number {
	if (state.type === 'unchanged') {
		print(`“${entry.title}” (${entry.id}) is at its source as it was when it was taken. There is nothing to do.`);
		return 0;
	}
	if (state.type === 'gone') note(`“${entry.title}” (${entry.id}): ${state.message} Your copy stays as it is.`);
	if (state.type === 'unreachable') note(`“${entry.title}” (${entry.id}): ${state.fault.message}\n  ${state.fault.hint ?? problemKinds[state.fault.code].remedy}`);
	return 1;
}

async function mergeOne(asked: AskedEntry, state: ChangedSource, options: AskOptions, dryRun: boolean, { today, print, note }: Context): Promise<number> {
	const gathered = await gatherMerge(asked, state, options, today);
	if ('fault' in gathered) {
		note(`${gathered.fault}\n  Nothing was written.`);
		return 1;
	}
	const { plan } = gathered;
	if (dryRun) print(plan.text);
	else writeMerge(options.root, plan);
	for (const line of mergeLines(plan, state, dryRun)) (dryRun ? note : print)(line);
	return plan.conflicts.length > 0 ? 1 : 0;
}

function mergeLines({ path, conflicts, newLicence, images }: MergePlan, { upstream }: ChangedSource, dryRun: boolean): string[] {
	const file = `content/${path}`;
	const places = conflicts.length === 1 ? 'one place' : `${conflicts.length} places`;
	return [
		conflicts.length === 0
			? `${file} ${dryRun ? 'would have' : 'has'} the changes of ${upstream.group.name} now.`
			: `${file}: ${places} to decide, because both of you changed the same. ${conflicts.length === 1 ? 'Line' : 'Lines'} ${conflicts.join(', ')}.`,
		...(conflicts.length > 0 ? ['  Open the file and look for “TO DECIDE”: keep what you want, and delete the marks.'] : []),
		...images.map((image) => `  ${dryRun ? 'Would bring' : 'Brought'} an image along: content/${image.path}`),
		...(newLicence === undefined ? [] : [`  Its licence is another one now: ${newLicence}.`]),
		dryRun ? '  Nothing was written.' : '  Read it, and say under basedOn › changes what is different here.',
	];
}

function proposeOne(asked: AskedEntry, state: ChangedSource, options: AskOptions, dryRun: boolean, { today, print, note }: Context): number {
	const gathered = gatherProposal(asked, state, options, today);
	if ('fault' in gathered) {
		note(`${gathered.fault}\n  Nothing was written.`);
		return 1;
	}
	const { file, title } = gathered;
	if (dryRun) {
		print(new TextDecoder().decode(file.bytes));
		note(`This would be content/${file.path}. Nothing was written.`);
		return 0;
	}
	writeNew(options.root, file);
	print(`Wrote content/${file.path}: “${title}”. It is open: decide in your own way, and write there what came of it.`);
	return 0;
}

function misuse(sentence: string, { note }: Context): number {
	note(`${sentence} See: sporeprint update --help`);
	return 2;
}
