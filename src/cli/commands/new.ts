import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listText } from '../../lib/list-text.js';
import { nearest } from '../../lib/nearest.js';
import { slugSegment } from '../../lib/slug.js';
import { newEntryText } from '../../output/new-entry.js';
import { type Kind, kindFolders, kinds } from '../../schema/kinds.js';
import type { Command } from '../command.js';

/** As in the schema of every entry. */
const longestTitle = 200;
/** Some file systems take no more than 143 bytes, and a name should be readable. */
const longestName = 100;

export const newCommand: Command = {
	summary: 'Writes a new text with its fields explained',
	usage: 'new KIND "TITLE"',
	about: `KIND is one of: ${kinds.join(', ')}.`,
	options: {},
	positionals: { min: 2, max: 2 },
	run({ positionals: [kind = '', title = ''] }, { cwd, print, note }) {
		if (!isKind(kind)) {
			const guess = nearest(kind, kinds);
			note(`There is no kind “${kind}”.${guess ? ` Did you mean “${guess}”?` : ''} It can be ${listText(kinds, 'disjunction')}.`);
			return 2;
		}
		if (title.trim() === '') {
			note('The title is empty. Put it in quotes: sporeprint new practice "Our check-in"');
			return 2;
		}
		if (title.trim().length > longestTitle) {
			note(`The title is longer than ${longestTitle} characters. Choose a shorter one, and put the rest into the text.`);
			return 2;
		}
		if (!existsSync(join(cwd, 'content'))) {
			note('There is no folder content here. Run this in the folder of your handbook.');
			return 2;
		}
		const file = join('content', kindFolders[kind], `${slugSegment(title).slice(0, longestName).replace(/-+$/, '')}.md`);
		if (existsSync(join(cwd, file))) {
			note(`${file} is there already, and was left as it is. Choose another title, or edit that file.`);
			return 1;
		}
		mkdirSync(dirname(join(cwd, file)), { recursive: true });
		writeFileSync(join(cwd, file), newEntryText(kind, title.trim()), { flag: 'wx' });
		print(`Wrote ${file}. Open it, and take the # away before each fact you know.`);
		return 0;
	},
};

function isKind(word: string): word is Kind {
	return (kinds as readonly string[]).includes(word);
}
