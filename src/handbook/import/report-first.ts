import type { LinkFinding } from './import-plan.js';
import type { ImportReport } from './report.js';
import { code, plainWords, type ReportSection, textCount } from './report-words.js';

/** What a person should look at, the most important first: what may harm, what is broken, what was guessed, what is only to be known. */
export function firstSections({ lookFirst: first, done: { lifted, renamed }, left: { droppedFields, unread } }: ImportReport): ReportSection[] {
	const file = (place: { file: string }): string => code(place.file);
	const sections: ReportSection[] = [
		{
			title: 'Texts in which you have something to decide',
			advice: 'You and the source have changed the same words. Open each and look for “TO DECIDE”: keep what you want, and delete the marks. Until then `sporeprint check` names them.',
			items: first.conflicts.map(({ file: path, lines }) => `${code(path)}, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`),
		},
		{
			title: 'Files that were not written',
			advice: 'Something else is in their place. With --force the files of the source take it, and what stands there is lost.',
			items: first.notWritten.map(({ file: path, why }) => `${code(path)}: ${why}.`),
		},
		{ title: 'Your changes that --force has replaced', advice: 'They are as in the source again. Git still has what you wrote.', items: first.lost.map(file) },
		{ title: 'Texts that were hidden and are not any more', advice: 'The source no longer hides them. To keep one hidden, write `draft: true` among its facts.', items: first.nowVisible.map(file) },
		{
			title: 'Texts that stay hidden',
			advice: 'Nobody sees them until you take `draft: true` out of their facts.',
			items: first.hidden.map(({ to, field, isPlaceholder }) =>
				isPlaceholder
					? `${code(`content/${to}`)}: nothing is in it yet (${plainWords(field)}).`
					: `${code(`content/${to}`)}: its ${field.endsWith('/') ? 'folder' : 'field'} ${code(field)} hid it, or may have been meant to.`,
			),
		},
		{ title: 'Problems', advice: 'Look at each place, and mend it in the new text where that is needed.', items: problemLines(first.problems) },
		{ title: 'Links that lead nowhere', advice: 'They are as they were. Readers see the words without a link. Mend the address, or take the link out.', items: first.brokenLinks.map(linkLine) },
		{ title: 'Images that are not there or cannot be read', advice: 'Readers see their description instead. Put the image there, or take it out.', items: first.missingImages.map(linkLine) },
		{ title: 'Files that could not be read', advice: 'What they say is not in the handbook yet.', items: unread.map(({ file: path, why }) => `${code(path)}: ${plainWords(why)}`) },
		{
			title: 'Old addresses that could not be kept',
			advice: 'Another text has each of them, or no page can have it. Links from elsewhere to them go astray.',
			items: droppedFields.filter(({ field }) => isAddress(field)).map(({ from, value }) => `${code(from)} was at ${code(String(value))}`),
		},
		{
			title: 'Kinds that were guessed from the names of folders',
			advice: 'To say otherwise, import again with --kind FOLDER=KIND. Texts that nobody has changed then move.',
			items: first.guessedKinds.map(({ folder, kind, texts, introductions }) => `${code(`${folder}/`)}: ${kind}, ${textCount(texts, introductions)}`),
		},
		{
			title: 'Pages that may hold several agreements',
			advice: 'They came as one text each, as they are. To make each section a text of its own, import again with the option named.',
			items: first.splits.map(({ from, title, sections }) => `${code(from)} ${plainWords(title)}: ${sections} sections, ${code(`--split ${/[\s'"]/.test(from) ? JSON.stringify(from) : from}`)}`),
		},
		{
			title: 'Facts about the group to confirm, in content/group.md',
			advice: 'Change there what is not so.',
			items: [
				...first.guesses.map(({ field, value, source }) => `${code(`${field}: ${value}`)} from ${source}`),
				...(first.noLicence === undefined ? [] : [`No licence was set. ${plainWords(first.noLicence)}.`]),
				...(first.noLanguage === undefined ? [] : [`No language was set. ${plainWords(first.noLanguage)}, so it counts as English. Add ${code('languages: [en]')}, or import with --lang.`]),
			],
		},
		{
			title: 'Facts taken from texts, to confirm',
			advice: 'Each stands among the facts at the top of its text; take out what is not so. The words stay in the text.',
			items: lifted.map(
				({ from, line, to, field, value, words }) => `${code(`content/${to}`)}: ${code(`${field}: ${JSON.stringify(value)}`)} from ${code(`${from}:${line}`)}\n  > ${plainWords(words)}`,
			),
		},
		{
			title: 'Not sure',
			advice: 'Nothing was made of these. If the answer is yes, add it to the facts at the top of the text.',
			items: first.unsure.map(({ from, line, to, question, words }) => `${code(`content/${to}`)} (${code(`${from}:${line}`)}): ${plainWords(question)}\n  > ${plainWords(words)}`),
		},
		{
			title: 'Titles that more than one text has',
			advice: 'Readers cannot tell them apart in lists. Give each a title of its own.',
			items: first.sameTitles.map(({ title, files }) => `${plainWords(title)}: ${files.map(code).join(', ')}`),
		},
		{ title: 'Links that led nowhere and lead somewhere now', advice: 'Please look whether they lead where they should.', items: first.foundLinks.map(linkLine) },
		{
			title: 'Names that were taken',
			advice: 'Rename a file if you like, and write its former address under `aliases`.',
			items: renamed.map(({ from, to, wanted }) => `${code(from)} is ${code(`content/${to}`)}, because ${code(`content/${wanted}`)} was not free.`),
		},
		{
			title: 'Deleted here, so not brought back',
			advice: 'To have one back, get it from git, or import with --force.',
			items: first.deletedHere.map(({ from, file: path }) => `${code(from)}, which was ${code(path)}`),
		},
		{ title: 'No longer in the source', advice: 'They stay here until you delete them.', items: first.goneInSource.map(({ from, file: path }) => `${code(path)}, which came from ${code(from)}`) },
	];
	return sections.filter(({ items }) => items.length > 0);
}

/** True for a field that says where a text was published. */
export function isAddress(field: string): boolean {
	return field === 'address' || field === 'aliases';
}

/** The same sentence about many places is one item. */
function problemLines(problems: ImportReport['lookFirst']['problems']): string[] {
	return [...Map.groupBy(problems, ({ message }) => message)].map(([message, places]) => {
		const [first, second, third, ...more] = places.map(({ from, line }) => code(`${from}:${line}`));
		const named = [first, second, third].filter((place) => place !== undefined).join(', ');
		return `${named}${more.length > 0 ? ` and ${more.length} more` : ''} ${plainWords(message)}`;
	});
}

function linkLine({ file, fileLine, from, line, target, why }: LinkFinding): string {
	return `${code(`${file}:${fileLine}`)} (${code(`${from}:${line}`)}): ${code(target)}. ${plainWords(why)}`.trimEnd();
}
