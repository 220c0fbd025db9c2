import type { ImportPlan } from './import-plan.js';
import type { ImportReport } from './report.js';
import { firstSections } from './report-first.js';
import { counted } from './report-words.js';

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

/** What an import that brings changes would write, in a few lines. */
export function changeSummary(report: ImportReport): string {
	const { source } = report;
	return [`${source.name}, read as ${source.generator}, was imported here before. Since then:`, '', ...changeLines(report).map((line) => `  ${line}`), ''].join('\n');
}

/** What was done and what to look at, in a few lines. */
export function importSummary(report: ImportReport, dryRun: boolean): string {
	const { lookFirst, done } = report;
	const { notWritten, conflicts, noLicence } = lookFirst;
	const lacking = done.group.filter(({ state }) => state === 'absent').map(({ field }) => field);
	const look = firstSections(report).map(({ title, items }) => `  ${title}: ${items.length}`);
	return [
		headline(report, dryRun),
		...(look.length > 0 ? ['', 'Look first at:', ...look] : []),
		...(conflicts.length > 0 ? ['', 'To decide:', ...shortList(conflicts.map(({ file, lines }) => `${file}, line ${lines.join(', ')}`))] : []),
		...(noLicence ? ['', `No licence was set. ${noLicence}.`] : []),
		...(lacking.length > 0 ? ['', `content/group.md was there and stays as it is. With --force it would also get: ${lacking.join(', ')}.`] : []),
		...(notWritten.length > 0 ? ['', 'Not written:', ...shortList(notWritten.map(({ file, why }) => `${file}: ${why}`)), 'With --force they are replaced.'] : []),
		'',
		dryRun ? 'Without --dry-run it is written, with a report in import-report.md.' : 'All of it stands in import-report.md. Next: sporeprint check',
	].join('\n');
}

function headline(report: ImportReport, dryRun: boolean): string {
	const { texts, files } = report.done;
	if (report.isAgain) return dryRun ? 'Nothing is written yet.' : `Imported what has changed: ${changeLines(report).join('; ') || 'no text'}.`;
	const others = files.length === 0 ? 'no other files' : counted(files.length, 'image or other file', 'images and other files');
	return `${dryRun ? 'Nothing is written yet. It would be' : 'Imported'} ${counted(texts.length, 'text')} and ${others}.`;
}

/** What has become of the texts and files since the last import. */
function changeLines({ lookFirst: { conflicts, lost, deletedHere, goneInSource }, done: { added, replaced, merged, moved, keptEdits } }: ImportReport): string[] {
	const lines: (readonly [number, string])[] = [
		[added.length, 'new'],
		[replaced.length, 'changed in the source'],
		[merged.length, 'changed in the source and by you, merged'],
		[conflicts.length, 'changed in the source and by you, for you to decide'],
		[moved.length, 'moved to the folder of their kind'],
		[lost.length, 'as in the source again, your changes lost'],
		[keptEdits.length, 'changed by you, left as they are'],
		[deletedHere.length, 'deleted by you, not brought back'],
		[goneInSource.length, 'gone from the source, left here'],
	];
	return lines.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
}

function shortList(items: readonly string[]): string[] {
	const more = items.length - 20;
	return [...items.slice(0, 20).map((item) => `  ${item}`), ...(more > 0 ? [`  and ${more} more, all in import-report.json`] : [])];
}
