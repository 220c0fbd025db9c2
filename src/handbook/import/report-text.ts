import type { LinkFinding } from './import-plan.js';
import type { ImportReport } from './report.js';

/** The report for people, as Markdown. */
export function reportText(report: ImportReport): string {
	const { source } = report;
	const intro = `# Import report\n\n${source.name}, read as ${source.generator}. Nothing in it was changed.\n`;
	return `${[intro, ...lookFirst(report), ...done(report), ...left(report)].join('\n')}`;
}

function lookFirst({ lookFirst: first }: ImportReport): string[] {
	const sections = [
		section(
			'Files that were not written',
			first.notWritten.map(({ file, why }) => `${code(file)}: ${why}.`),
			'With --force, files that differ are replaced.',
		),
		section(
			'Problems',
			first.problems.map(({ from, line, message }) => `${code(`${from}:${line}`)} ${plainWords(message)}`),
		),
		section(
			'Texts that stay hidden',
			first.hidden.map(({ to, field }) => `${code(`content/${to}`)}: its field ${code(field)} hid it, or may have been meant to.`),
		),
		section('Links that lead nowhere', first.brokenLinks.map(linkLine), 'They are as they were. Readers see the words without a link.'),
		section('Images that are not there or cannot be read', first.missingImages.map(linkLine), 'Readers see their description instead.'),
		section('Links that led nowhere and lead somewhere now', first.foundLinks.map(linkLine), 'Please look whether they lead where they should.'),
		section(
			'Kinds that were guessed from the names of folders',
			first.guessedKinds.map(({ folder, kind, texts, introductions }) => `${code(`${folder}/`)}: ${kind}, ${textCount(texts, introductions)}`),
			'To say otherwise, import again with --kind FOLDER=KIND.',
		),
		section(
			'Pages that may hold several agreements',
			first.splits.map(
				({ from, title, sections }) =>
					`${code(from)} ${plainWords(title)}: ${sections} sections. To make each a text of its own, import again with ${code(`--split ${/[\s'"]/.test(from) ? JSON.stringify(from) : from}`)}`,
			),
			'They came as one text each, as they are.',
		),
		section('Facts about the group to confirm, in content/group.md', [
			...first.guesses.map(({ field, value, source }) => `${code(`${field}: ${value}`)} from ${source}`),
			...(first.noLicence ? [`No licence was set. ${plainWords(first.noLicence)}.`] : []),
		]),
		section(
			'Not sure',
			first.unsure.map(({ from, line, to, question, words }) => `${code(`content/${to}`)} (${code(`${from}:${line}`)}): ${plainWords(question)}\n  > ${plainWords(words)}`),
			'Nothing was made of these. If the answer is yes, add it to the facts at the top of the text.',
		),
	];
	return ['## Look at this first\n', ...(sections.some((text) => text !== '') ? sections.filter(Boolean) : ['Nothing needs your attention.\n'])];
}

function done({ done: { texts, files, kinds, group, lifted, renamed, changedLinks, undoneEscapes, rewritten } }: ImportReport): string[] {
	const taken = group.filter(({ state }) => state === 'taken').map(({ field }) => field);
	return [
		'## Done\n',
		`${list([
			`${texts.length} ${texts.length === 1 ? 'text is an entry' : 'texts are entries'}, ${files.length} ${files.length === 1 ? 'image or other file' : 'images and other files'} with them.`,
			`${changedLinks} ${changedLinks === 1 ? 'link was' : 'links were'} changed to lead to the new places.`,
			...(undoneEscapes > 0 ? [`${undoneEscapes} needless ${undoneEscapes === 1 ? 'backslash was' : 'backslashes were'} taken away.`] : []),
			...notationLines(rewritten),
			...(taken.length > 0 ? [`content/group.md has from the source: ${taken.join(', ')}.`] : []),
			...group.filter(({ state }) => state === 'differs').map(({ field }) => `content/group.md keeps its own ${code(field)}, which differs from the source's.`),
			...group.filter(({ state }) => state === 'absent').map(({ field, value }) => `content/group.md has no ${code(field)}. With --force it would get: ${code(JSON.stringify(value))}`),
		])}`,
		section(
			'Kinds',
			kinds.map(({ folder, kind, texts: count, introductions }) => `${folder === '' ? 'top level' : code(`${folder}/`)}: ${kind}, ${textCount(count, introductions)}`),
		),
		section(
			'Facts taken from texts',
			lifted.map(({ from, line, to, field, value, words }) => `${code(`content/${to}`)}: ${code(`${field}: ${JSON.stringify(value)}`)} from ${code(`${from}:${line}`)}\n  > ${plainWords(words)}`),
			'The words stay in the text.',
		),
		section(
			'Names that were taken',
			renamed.map(({ from, to, wanted }) => `${code(from)} is ${code(`content/${to}`)}, because ${code(`content/${wanted}`)} was not free.`),
		),
		section(
			'Every text',
			texts.map(({ from, to, title }) => `${code(from)} is ${code(`content/${to}`)}: ${plainWords(title)}`),
		),
		section(
			'Every file',
			files.map(({ from, to }) => `${code(from)} is ${code(`content/${to}`)}`),
		),
	].filter(Boolean);
}

function left({ left: { unlisted, contentsLeft, droppedFields, unusedFiles, skippedFolders, symbolicLinks } }: ImportReport): string[] {
	const sections = [
		section(
			'Texts that are not in the table of contents',
			unlisted.map(({ from, to }) => `${code(from)} is ${code(`content/${to}`)}`),
			'They are entries all the same, after the others.',
		),
		section(
			'Lines of the table of contents that were left out',
			contentsLeft.map(({ from, line, title, why }) => `${code(`${from}:${line}`)} ${plainWords(title)}: ${plainWords(why)}.`),
		),
		section(
			'Fields that have no place here',
			droppedFields.map(({ from, field, value, keptAsText }) => `${code(from)} ${code(`${field}: ${JSON.stringify(value)}`)}${keptAsText ? ' (at the end of the text)' : ''}`),
		),
		section('Files that no text shows or links to', unusedFiles.map(code)),
		section(
			'Folders that were not looked into for texts',
			skippedFolders.map((folder) => code(`${folder}/`)),
		),
		section('Symbolic links that were not followed', symbolicLinks.map(code)),
	].filter(Boolean);
	return sections.length > 0 ? ['## Left\n', ...sections] : [];
}

/** How often each notation of the program that the source was written for became Markdown. */
function notationLines(rewritten: Readonly<Record<string, number>>): string[] {
	const counts = Object.entries(rewritten).map(([notation, count]) => `${code(notation)} (${count})`);
	return counts.length === 0 ? [] : [`Turned into Markdown: ${counts.join(', ')}.`];
}

/** How many texts a folder holds, its introduction aside. */
function textCount(texts: number, introductions: number): string {
	return `${texts} ${texts === 1 ? 'text' : 'texts'}${introductions > 0 ? ' and an introduction' : ''}`;
}

function linkLine({ file, fileLine, from, line, target, why }: LinkFinding): string {
	return `${code(`${file}:${fileLine}`)} (${code(`${from}:${line}`)}): ${code(target)}. ${plainWords(why)}`.trimEnd();
}

function section(title: string, items: readonly string[], note?: string): string {
	return items.length === 0 ? '' : `### ${title} (${items.length})\n\n${note === undefined ? '' : `${note}\n\n`}${list(items)}`;
}

function list(items: readonly string[]): string {
	return `${items.map((item) => `- ${item}`).join('\n')}\n`;
}

/** Words of a source as code, whatever they hold. */
function code(words: string): string {
	const text = words.replace(/\s+/g, ' ');
	const ticks = '`'.repeat(Math.max(1, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	return ticks.length > 1 ? `${ticks} ${text} ${ticks}` : `\`${text}\``;
}

/** Words of a source as words: nothing in them is taken for Markdown. */
function plainWords(words: string): string {
	return words.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|~]/g, '\\$&');
}
