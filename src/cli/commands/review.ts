import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { problemText } from '../../errors.js';
import type { Handbook, HandbookEntry } from '../../handbook/handbook.js';
import { readHandbook } from '../../handbook/read-handbook.js';
import type { ReviewedKind } from '../../handbook/review/record-review.js';
import { reviewPlan } from '../../handbook/review/review-plan.js';
import { Refusal, writeChanged } from '../../handbook/update/write-update.js';
import { editLink } from '../../lib/edit-link.js';
import { hrefOfId } from '../../lib/href.js';
import type { Arguments, Command, Context } from '../command.js';
import { askReason } from '../review/ask-reason.js';
import { dateText } from '../review/due-words.js';
import { gatherRecord, type RecordPlan, reviewedEntry } from '../review/gather-record.js';
import { type RecordWish, readRecordWish } from '../review/record-wish.js';
import { reviewJson } from '../review/review-json.js';
import { reviewMarkdown, type TextLinks } from '../review/review-markdown.js';
import { reviewLines } from '../review/review-text.js';

export const reviewCommand: Command = {
	summary: 'Says what is due for review, and writes down what came of it',
	usage: 'review [ID] [options]',
	about:
		'Without an ID, lists what is overdue, due within 60 days, due later, and what was never reviewed.\n' +
		'With the ID of an agreement or a practice, such as agreements/quiet-hours, adds a review to its facts. Nothing else in the file changes.\n' +
		'An agreement that is retired gets this status, and the note as the reason. Exit code 1: something has to be mended first.',
	options: {
		outcome: { type: 'string', value: 'WORD', about: 'What came of it: kept, changed or retired' },
		note: { type: 'string', value: 'TEXT', about: 'What was said, in a sentence. Needed for retired' },
		date: { type: 'string', value: 'DATE', about: 'When it was, such as 2026-05-17. Default: today' },
		next: { type: 'string', value: 'DATE', about: 'When to look at it again, such as 2027-05' },
		'dry-run': { type: 'boolean', about: 'With an ID: prints the file as it would be, and writes nothing' },
		json: { type: 'boolean', about: 'Prints what is due as JSON, for other programs' },
		markdown: { type: 'boolean', about: 'Prints an issue for each text in which something is due by today; nothing when nothing is' },
	},
	positionals: { min: 0, max: 1 },
	async run(args, context) {
		if (!existsSync(join(context.cwd, 'content'))) return misuse('There is no folder content here. Run this in the folder of your handbook.', context);
		return args.positionals.length === 0 ? list(args, context) : record(args, context);
	},
};

function list({ values }: Arguments, context: Context): number {
	const needsId = ['outcome', 'note', 'date', 'next', 'dry-run'].find((name) => values[name] !== undefined);
	if (needsId !== undefined) return misuse(`--${needsId} goes with a text. Name it: sporeprint review ID --outcome kept`, context);
	if (values.json && values.markdown) return misuse('Give one of --json and --markdown.', context);
	const { today, print, note } = context;
	const { value: handbook, problems } = readHandbook(context.cwd);
	const errors = problems.filter(({ severity }) => severity === 'error');
	const plan = reviewPlan(handbook.entries);
	if (values.json) print(reviewJson(plan, errors, today));
	else {
		for (const error of errors) note(problemText(error));
		const text = values.markdown ? reviewMarkdown(plan, today, linksOf(handbook, context)) : reviewLines(plan, today).join('\n');
		if (text !== '') print(text);
	}
	return errors.length > 0 ? 1 : 0;
}

/** Where texts can be read and edited. In GitHub's own workflows the repository is known also when the group does not name it. */
function linksOf({ group: { fields }, origin }: Handbook, { env }: Context): (entry: HandbookEntry) => TextLinks {
	const here = env.GITHUB_REPOSITORY === undefined ? undefined : `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY}`;
	const home = fields.url?.replace(/\/?$/, '/');
	return ({ id, path }) => ({ page: home && hrefOfId(home, id), edit: editLink(fields.repo ?? here, `${origin.pathInRepo}content/${path}`) });
}

async function record(args: Arguments, context: Context): Promise<number> {
	const wish = readRecordWish(args, context.today);
	if (typeof wish === 'string') return misuse(wish, context);
	const { value: handbook } = readHandbook(context.cwd);
	const entry = reviewedEntry(handbook, wish);
	if (typeof entry === 'string') return misuse(entry, context);
	const needsReason = wish.outcome === 'retired' && wish.note === undefined;
	if (needsReason && !context.interactive) return misuse(`Readers want to know why “${entry.title}” is given up, and so do groups that copied it. Say it: --note "..."`, context);
	const note = needsReason ? await askReason(entry.title) : wish.note;
	if (needsReason && note === undefined) return stopped('No reason was given.', context);
	const plan = gatherRecord(context.cwd, entry, { ...wish, note });
	return typeof plan === 'string' ? stopped(plan, context) : write(plan, entry.kind, wish, context);
}

function write(plan: RecordPlan, kind: ReviewedKind, wish: RecordWish, context: Context): number {
	const { cwd, print, note } = context;
	if (wish.dryRun) {
		print(plan.text);
		note(`This would be content/${plan.path}. Nothing was written.`);
		return 0;
	}
	try {
		writeChanged(cwd, plan);
	} catch (error) {
		if (error instanceof Refusal) return stopped(error.message, context);
		// A disk that is full, a file that may not be written: the system's own words say it best.
		return stopped(`The review could not be written: ${(error as Error).message}`, context);
	}
	for (const line of nextLines(plan, kind, wish)) print(line);
	return 0;
}

function nextLines({ path, nextReview }: RecordPlan, kind: ReviewedKind, { outcome, date }: RecordWish): string[] {
	const file = `content/${path}`;
	const wrote = `Wrote the review of ${dateText(date)} into ${file}: ${outcome}.`;
	const publish = '  Then publish the file as you publish any other change.';
	if (outcome === 'retired') return [wrote, '  The text stays in the handbook, with the reason, for those who try the same. If another takes its place, name that in the text.', publish];
	return [
		wrote,
		...(outcome === 'changed' ? ['  If the text does not say yet what has changed, change it now.'] : []),
		...(kind === 'agreement'
			? [nextReview === undefined ? '  It names no date for the next review. To name one, add reviewOn or reviewEvery to its facts.' : `  The next review: ${dateText(nextReview)}.`]
			: []),
		publish,
	];
}

function stopped(sentence: string, { note }: Context): number {
	note(`${sentence}\n  Nothing was written.`);
	return 1;
}

function misuse(sentence: string, { note }: Context): number {
	note(`${sentence} See: sporeprint review --help`);
	return 2;
}
