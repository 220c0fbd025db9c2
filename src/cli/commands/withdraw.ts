import { isCancel, text } from '@clack/prompts';
import { type Problem, problemText } from '../../errors.js';
import type { HandbookEntry } from '../../handbook/handbook.js';
import { readHandbook } from '../../handbook/read-handbook.js';
import { Refusal } from '../../handbook/update/write-update.js';
import { planWithdrawal, type WithdrawalPlan } from '../../handbook/withdraw/plan-withdrawal.js';
import { withdrawnList, writeWithdrawal } from '../../handbook/withdraw/write-withdrawal.js';
import { withdrawnFile } from '../../handbook/withdrawn.js';
import { nearest } from '../../lib/nearest.js';
import { type Tombstone, tombstoneSchema } from '../../schema/tombstone.js';
import { parseFields } from '../../schema/validate.js';
import type { Command, Context } from '../command.js';

export const withdrawCommand: Command = {
	summary: 'Takes a published text out, and leaves a word at its address',
	usage: 'withdraw ID [options]',
	about:
		'ID is the path of the text below content/, without .md. Its file is deleted, and content/withdrawn.yml says when and why.\n' +
		'Readers find that at the old address, and indexes erase their copies at the next crawl. The repository’s history keeps the text.\n' +
		'A text that is only no longer in use need not be withdrawn: give it a retiredReason instead.',
	options: {
		reason: { type: 'string', value: 'TEXT', about: 'Why, for everyone to read. You are asked for it if you leave it out' },
		successor: { type: 'string', value: 'ID|URL', about: 'What stands in its place: a text of this handbook, or a web address' },
		date: { type: 'string', value: 'DATE', about: 'When it was withdrawn. Default: today' },
		'dry-run': { type: 'boolean', about: 'Shows what would be done and writes nothing' },
	},
	positionals: { min: 1, max: 1 },
	async run({ values, positionals }, context) {
		const { cwd, today } = context;
		const { value: own, problems } = readHandbook(cwd);
		const id = idOf(positionals[0] ?? '');
		const entry = own.entries.find((each) => each.id === id);
		const obstacle = entry ? obstacleTo(entry) : unknownText(id, own.entries, own.redirects);
		if (!entry || obstacle !== undefined) return stop(2, obstacle ?? '', context);
		const reason = await askReason(values.reason, context);
		if (reason === undefined) return stop(2, 'Say why: --reason "We no longer stand by this". See: sporeprint withdraw --help', context);
		const facts = { date: values.date ?? today, reason, ...(values.successor !== undefined && { successor: idOf(String(values.successor)) }) };
		const fault = faultIn({ id, ...facts }, own.entries);
		if (fault !== undefined) return stop(2, fault, context);
		try {
			const before = withdrawnList(cwd);
			if (before !== undefined && problems.some(({ file, code }) => file === `content/${withdrawnFile}` && code !== 'withdrawn-clash'))
				return stop(1, `content/${withdrawnFile} has a problem of its own, so nothing was done. Run sporeprint check, mend it, and try again.`, context);
			const plan = planWithdrawal(entry, facts as Omit<Tombstone, 'id'>, before);
			if (values['dry-run'] === true) return preview(plan, context);
			writeWithdrawal(cwd, plan);
			return report(plan, entry, newProblems(problems, readHandbook(cwd).problems), context);
		} catch (error) {
			if (error instanceof Refusal) return stop(1, `${error.message}\n  Nothing was withdrawn.`, context);
			// A disk that is full, a file that may not be deleted: the system's own words say it best.
			return stop(1, `The text could not be withdrawn: ${(error as Error).message}`, context);
		}
	},
};

/** People give the file as readily as the id. */
function idOf(text: string): string {
	return /^https?:/.test(text) ? text : text.replace(/^\.?\/?content\/|\.mdx?$|\/$/g, '');
}

function unknownText(id: string, entries: readonly HandbookEntry[], redirects: readonly { from: string; to: string }[]): string {
	const moved = redirects.find(({ from }) => from === id);
	if (moved) return `“${id}” is a former address. The text is ${moved.to}.`;
	const ids = entries.map((each) => each.id);
	const guess = nearest(id, ids) ?? ids.find((each) => each.endsWith(`/${id}`));
	return `There is no published text “${id}”.${guess === undefined ? ' A text that was never published needs no word: delete its file.' : ` Did you mean “${guess}”?`}`;
}

function obstacleTo({ introduces, path }: HandbookEntry): string | undefined {
	return introduces && `content/${path} introduces a list, which stays at its address. To take the introduction out, delete the file.`;
}

async function askReason(given: unknown, { interactive }: Context): Promise<string | undefined> {
	if (typeof given === 'string') return given.trim() || undefined;
	if (!interactive) return undefined;
	const answer = await text({ message: 'Why is it withdrawn? Everyone can read this.' });
	return isCancel(answer) ? undefined : answer?.trim() || undefined;
}

function faultIn(tombstone: Record<string, unknown>, entries: readonly HandbookEntry[]): string | undefined {
	const [fault] = parseFields(tombstoneSchema, tombstone).faults;
	if (fault) return fault.message;
	const { id, successor } = tombstone;
	if (successor === id) return 'A text cannot stand in its own place: --successor names another one.';
	if (typeof successor !== 'string' || /^https?:/.test(successor) || entries.some((each) => each.id === successor)) return undefined;
	const guess = nearest(
		successor,
		entries.map((each) => each.id),
	);
	return `There is no published text “${successor}” to stand in its place.${guess ? ` Did you mean “${guess}”?` : ''}`;
}

function preview({ path, list }: WithdrawalPlan, { print, note }: Context): number {
	print(list.after);
	note(`This would be content/${withdrawnFile}, and content/${path} would be deleted. Nothing was written.`);
	return 0;
}

function report({ path, tombstones }: WithdrawalPlan, { title }: HandbookEntry, problems: readonly Problem[], { print }: Context): number {
	print(`“${title}” is withdrawn: content/${path} is deleted, and content/${withdrawnFile} says why.`);
	if (tombstones.length > 1) print(`The same is said at ${tombstones.length === 2 ? 'its former address' : `its ${tombstones.length - 1} former addresses`}.`);
	if (problems.length > 0) print('These texts still name it. The site is built all the same; change them when you can:');
	for (const each of problems) print(problemText(each));
	return 0;
}

function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
	const known = new Set(before.map(problemText));
	return after.filter((each) => !known.has(problemText(each)));
}

function stop(code: number, sentence: string, { note }: Context): number {
	note(sentence);
	return code;
}
