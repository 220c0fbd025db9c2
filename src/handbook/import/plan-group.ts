import { basename } from 'node:path/posix';
import { decodeText } from './decode-text.js';
import { nameTitle } from './entry-title.js';
import { agreedLicence, type FoundLicence, licenceOfFile, licencesOfText } from './find-licence.js';
import type { ImportedGroup } from './group-file.js';
import type { Findings } from './import-plan.js';
import type { Layout } from './layout.js';
import { navigationOf } from './navigation.js';
import type { SourceFolder } from './source-folder.js';

/** What the source says of the group, and the guesses in it. */
export function planGroup(
	folder: SourceFolder,
	layout: Layout,
	idOfPath: ReadonlyMap<string, string | undefined>,
	{ licence: toldLicence }: { licence?: string | undefined } = {},
): { group: ImportedGroup; findings: Pick<Findings, 'guesses' | 'noLicence' | 'noLanguage' | 'contentsLeft'> } {
	const { nav, left } = navigationOf(layout.contents?.items ?? [], idOfPath);
	const found = licencesOf(folder, layout);
	const licence = toldLicence === undefined ? agreedLicence(found) : undefined;
	const name = layout.title ?? nameTitle(folder.name, '');
	return {
		group: {
			name,
			...(layout.repo && { repo: layout.repo.address }),
			...(layout.language && { languages: [layout.language] }),
			...((licence || toldLicence !== undefined) && { licence: toldLicence ?? licence?.licence }),
			...(nav.length > 0 && { nav }),
		},
		findings: {
			guesses: [
				...(layout.title === undefined ? [{ field: 'name', value: name, source: 'the name of the folder' }] : []),
				...(layout.repo ? [{ field: 'repo', value: layout.repo.address, source: layout.repo.file }] : []),
				...(layout.language !== undefined && layout.languageFrom !== undefined ? [{ field: 'languages', value: layout.language, source: layout.languageFrom }] : []),
				...(licence ? [{ field: 'licence', value: licence.licence, source: `${licence.file}, line ${licence.line}` }] : []),
			],
			...(layout.language === undefined && { noLanguage: 'The source does not say in which language it is' }),
			...(!licence &&
				toldLicence === undefined && {
					noLicence:
						found.length === 0
							? 'The source names no licence that is known here'
							: `The source names more than one licence: ${[...new Set(found.map((each) => `${each.licence} (${each.file}, line ${each.line})`))].join(', ')}`,
				}),
			contentsLeft: left.map(({ line, title, why }) => ({ from: layout.contents?.file ?? '', line, title, why })),
		},
	};
}

/** Every licence in the licence files and introductions at the top of the folder and of the texts. */
function licencesOf(folder: SourceFolder, layout: Layout): FoundLicence[] {
	const below = layout.root === '' ? '' : `${layout.root}/`;
	const top = folder.files.filter((path) => !path.includes('/') || (path.startsWith(below) && !path.slice(below.length).includes('/')));
	return top.flatMap((path): FoundLicence[] => {
		const isLicence = /^(?:licen[cs]e|copying)(?:[-.][\w.-]+)?$/i.test(basename(path));
		const isIntroduction = /^(?:readme|index)\.(?:md|markdown)$/i.test(basename(path));
		if (!isLicence && !isIntroduction) return [];
		const text = decodeText(folder.bytes(path))?.text ?? '';
		const named = isLicence ? licenceOfFile(path, text) : undefined;
		return named ? [named] : licencesOfText(path, text);
	});
}
