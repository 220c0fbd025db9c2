import { isMarkdownPath } from '../choose-texts.js';
import { commonFields } from '../common-terms.js';
import { decodeText } from '../decode-text.js';
import { nameTitle } from '../entry-title.js';
import { languageTwins, originalLanguage } from '../language-twins.js';
import type { Layout } from '../layout.js';
import { isDotPath, type SourceFolder } from '../source-folder.js';
import { foreignTexts } from './wiki/foreign-texts.js';

/** A folder of Markdown files that no program is known for. */
export function plainFolder(folder: SourceFolder): Layout {
	const shown = folder.files.filter((path) => !isDotPath(path));
	const twins = languageTwins(shown.filter(isMarkdownPath));
	const language = originalLanguage(twins);
	return {
		generator: 'a folder of Markdown files',
		root: '',
		...(language !== undefined && { language, languageFrom: 'the names of its files and folders' }),
		ownFiles: [],
		documents: true,
		leftOut: foreignTexts(shown, (path) => decodeText(folder.bytes(path))?.text),
		site: false,
		describe(path, { data }) {
			const twin = twins.get(path);
			const extension = /\.\w+$/.exec(path)?.[0] ?? '';
			const suffix = twin?.language !== undefined && !twin.twins.includes('//') ? /[._][A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?$/.exec(path.slice(0, -extension.length))?.[0] : undefined;
			return {
				fields: commonFields(data),
				...(twin?.language !== undefined && { language: twin.language }),
				...(twin && { twins: twin.twins }),
				...(suffix !== undefined && { title: nameTitle(path, suffix + extension) }),
			};
		},
	};
}
