import type { ImportReport } from './report.js';
import { firstSections, isAddress } from './report-first.js';
import { bulletList, code, counted, plainWords, type ReportSection, sectionText, textCount } from './report-words.js';

/** The report for people, as Markdown. */
export function reportText(report: ImportReport): string {
	const { source, isAgain } = report;
	const again = isAgain ? ' It was imported here before: this is what has changed since.' : '';
	const intro = `# Import report\n\n${source.name}, read as ${source.generator}. Nothing in it was changed.${again}\n`;
	return [intro, ...lookFirst(report), ...done(report), ...left(report)].join('\n');
}

function lookFirst(report: ImportReport): string[] {
	const sections = firstSections(report);
	if (sections.length === 0) return ['## Look at this first\n', 'Nothing needs your attention.\n'];
	return ['## Look at this first\n', bulletList(sections.map(({ title, items }) => `${title}: ${items.length}`)), ...sections.map(sectionText)];
}

function done({ isAgain, done: { texts, files, kinds, group, merged, replaced, added, moved, keptEdits, changedLinks, undoneEscapes, rewritten } }: ImportReport): string[] {
	const taken = group.filter(({ state }) => state === 'taken').map(({ field }) => field);
	const whole = [
		`${counted(texts.length, 'text is an entry', 'texts are entries')}, ${counted(files.length, 'image or other file', 'images and other files')} with them.`,
		`${counted(changedLinks, 'link was', 'links were')} changed to lead to the new places.`,
		...(undoneEscapes > 0 ? [`${counted(undoneEscapes, 'needless backslash was', 'needless backslashes were')} taken away.`] : []),
		...notationLines(rewritten),
	];
	const sections: ReportSection[] = [
		{ title: 'New in the source', items: added.map(placeLine) },
		{ title: 'Changed in the source, and untouched here: as in the source again', items: replaced.map(placeLine) },
		{ title: 'Changed in the source and here, in different places: merged', items: merged.map(placeLine) },
		{ title: 'Moved to the folder of their kind', items: moved.map(({ file, was }) => `${code(was)} is ${code(file)}`) },
		{ title: 'Changed here and not in the source: left as they are', items: keptEdits.map(placeLine) },
		...(isAgain
			? []
			: [
					{ title: 'Kinds', items: kinds.map(({ folder, kind, texts: count, introductions }) => `${folder === '' ? 'top level' : code(`${folder}/`)}: ${kind}, ${textCount(count, introductions)}`) },
					{ title: 'Every text', items: texts.map(({ from, to, title }) => `${code(from)} is ${code(`content/${to}`)}: ${plainWords(title)}`) },
					{ title: 'Every file', items: files.map(({ from, to }) => `${code(from)} is ${code(`content/${to}`)}`) },
				]),
	];
	return [
		'## Done\n',
		bulletList([
			...(isAgain ? [] : whole),
			...(taken.length > 0 ? [`content/group.md has from the source: ${taken.join(', ')}.`] : []),
			...group.filter(({ state }) => state === 'differs').map(({ field }) => `content/group.md keeps its own ${code(field)}, which differs from the source's.`),
			...group.filter(({ state }) => state === 'absent').map(({ field, value }) => `content/group.md has no ${code(field)}. With --force it would get: ${code(JSON.stringify(value))}`),
		]),
		...sections.map(sectionText).filter(Boolean),
	];
}

function left({ left: { unlisted, contentsLeft, droppedFields, unusedFiles, leftOut, skippedFolders, symbolicLinks } }: ImportReport): string[] {
	const sections: ReportSection[] = [
		{
			title: 'Texts that are not in the table of contents',
			advice: 'They are entries all the same, after the others.',
			items: unlisted.map(({ from, to }) => `${code(from)} is ${code(`content/${to}`)}`),
		},
		{ title: 'Lines of the table of contents that were left out', items: contentsLeft.map(({ from, line, title, why }) => `${code(`${from}:${line}`)} ${plainWords(title)}: ${plainWords(why)}.`) },
		{
			title: 'Fields that have no place here',
			items: droppedFields
				.filter(({ field }) => !isAddress(field))
				.map(({ from, field, value, keptAsText }) => `${code(from)} ${code(`${field}: ${JSON.stringify(value)}`)}${keptAsText ? ' (at the end of the text)' : ''}`),
		},
		{ title: 'Texts that stay out, as you said', advice: 'To bring a folder in after all, give it a kind: --kind FOLDER=KIND.', items: leftOut.map(code) },
		{ title: 'Files that no text shows or links to', items: unusedFiles.map(code) },
		{ title: 'Folders that were not looked into for texts', items: skippedFolders.map((folder) => code(`${folder}/`)) },
		{ title: 'Symbolic links that were not followed', items: symbolicLinks.map(code) },
	];
	const texts = sections.map(sectionText).filter(Boolean);
	return texts.length > 0 ? ['## Left\n', ...texts] : [];
}

/** How often each notation of the program that the source was written for became Markdown. */
function notationLines(rewritten: Readonly<Record<string, number>>): string[] {
	const counts = Object.entries(rewritten).map(([notation, count]) => `${code(notation)} (${count})`);
	return counts.length === 0 ? [] : [`Turned into Markdown: ${counts.join(', ')}.`];
}

function placeLine({ from, file }: { from: string; file: string }): string {
	return `${code(file)} from ${code(from)}`;
}
