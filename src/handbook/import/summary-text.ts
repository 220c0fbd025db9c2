import type { ImportPlan } from './import-plan.js';
import type { ImportReport } from './report.js';

/** What each folder of the source becomes, as a table for a terminal. */
export function kindTable({ source, generator, kinds }: ImportPlan): string {
	const rows = kinds.map(({ folder, kind, texts, introductions, by }) => [
		folder === '' ? '(top level)' : `${folder}/`,
		kind,
		String(texts),
		[introductions > 0 ? 'and an introduction' : '', by === 'name' ? 'guessed from its name' : by === 'person' ? 'as you said' : ''].filter(Boolean).join('; '),
	]);
	const header = ['folder', 'kind', 'texts', ''];
	const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
	const lines = [header, ...rows].map((row) =>
		row
			.map((cell, column) => (column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
			.join('  ')
			.trimEnd(),
	);
	const guessed = kinds.some(({ by }) => by === 'name') ? ['', 'To say otherwise: --kind FOLDER=KIND'] : [];
	return [`${source.name}, read as ${generator}:`, '', ...lines, ...guessed, ''].join('\n');
}

/** What was done and what to look at, in a few lines. */
export function importSummary({ lookFirst, done, left }: ImportReport, dryRun: boolean): string {
	const { notWritten, brokenLinks, missingImages, foundLinks, problems, hidden, unsure, guesses, noLicence } = lookFirst;
	const lacking = done.group.filter(({ state }) => state === 'absent').map(({ field }) => field);
	const look = [
		counted(brokenLinks.length, 'link that leads nowhere', 'links that lead nowhere'),
		counted(missingImages.length, 'image that is not there', 'images that are not there'),
		counted(foundLinks.length, 'link that led nowhere and leads somewhere now', 'links that led nowhere and lead somewhere now'),
		counted(problems.length, 'problem', 'problems'),
		counted(hidden.length, 'text that stays hidden', 'texts that stay hidden'),
		counted(guesses.length, 'fact about the group to confirm', 'facts about the group to confirm'),
		counted(left.unread.length, 'file that could not be read', 'files that could not be read'),
		counted(unsure.length, 'question', 'questions'),
	].filter((line) => line !== undefined);
	return [
		`${dryRun ? 'Nothing is written yet. It would be' : 'Imported'} ${counted(done.texts.length, 'text', 'texts')} and ${counted(done.files.length, 'image or other file', 'images and other files') ?? 'no other files'}.`,
		...(done.lifted.length > 0 ? [`${counted(done.lifted.length, 'fact was', 'facts were')} taken from the texts.`] : []),
		...(look.length > 0 ? ['', 'Look at:', ...look.map((line) => `  ${line}`)] : []),
		...(noLicence ? ['', `No licence was set. ${noLicence}.`] : []),
		...(lacking.length > 0 ? ['', `content/group.md was there and stays as it is. With --force it would also get: ${lacking.join(', ')}.`] : []),
		...(notWritten.length > 0 ? ['', 'Not written:', ...notWritten.map(({ file, why }) => `  ${file}: ${why}`), 'With --force they are replaced.'] : []),
		'',
		dryRun ? 'Without --dry-run it is written, with a report in import-report.md.' : 'All of it stands in import-report.md. Next: sporeprint check',
	].join('\n');
}

function counted(number: number, one: string, many: string): string | undefined {
	return number === 0 ? undefined : `${number} ${number === 1 ? one : many}`;
}
