import { join, relative } from 'node:path';
import { confirm } from '@clack/prompts';
import { readState } from '../../handbook/import/again/handbook-state.js';
import { memoryFile } from '../../handbook/import/again/import-memory.js';
import { type PlannedImport, planImport } from '../../handbook/import/plan-import.js';
import { changeSummary, importSummary, kindTable } from '../../handbook/import/summary-text.js';
import { writeImport } from '../../handbook/import/write-import.js';
import { listText } from '../../lib/list-text.js';
import { kinds } from '../../schema/kinds.js';
import type { Command, Context } from '../command.js';
import { confirmKinds } from '../import/confirm-kinds.js';
import { type GatheredSource, gatherSource } from '../import/gather-source.js';
import { type ImportWish, readImportWish } from '../import/import-wish.js';
import { progressLine } from '../import/progress-line.js';
import { clearExample, untouchedExample } from '../init/clear-example.js';
import { lacksRepository, makeRepository } from '../init/make-repository.js';

export const importCommand: Command = {
	summary: 'Brings an existing handbook into content/',
	usage: 'import SOURCE [options]',
	about:
		'SOURCE is a folder made with mdBook, GitBook, Docusaurus, MkDocs, Jekyll, Hugo, Grav, Obsidian, Logseq or a wiki, or any folder of\n' +
		'Markdown files, Word documents (.docx), web pages or plain texts; a .zip file of one; one such document; or the address of a git\n' +
		'repository (https://..., git@...). Nothing in it is changed, and none of its code runs.\n' +
		'The texts go to content/ with their images; links lead to the new places, and what is not Markdown becomes Markdown.\n' +
		'What to look at afterwards stands in import-report.md. In an empty folder the import makes the whole repository.\n' +
		'Import again when the source has changed: only what has changed is brought, and what you have changed stays.',
	options: {
		to: { type: 'string', value: 'DIR', about: 'The handbook that gets the texts. Default: the folder you are in' },
		kind: { type: 'string', multiple: true, value: 'FOLDER=KIND', about: `What the texts of a folder are: ${listText(kinds, 'disjunction')}. May be repeated` },
		leave: { type: 'string', multiple: true, value: 'FOLDER', about: 'Leaves a folder of the source out. May be repeated' },
		lang: { type: 'string', value: 'TAG', about: 'Language of the handbook, such as en, es or pt-BR. Default: what the source says' },
		licence: { type: 'string', value: 'SPDX', about: 'Licence of the handbook, such as CC-BY-SA-4.0. Default: what the source says' },
		yes: { type: 'boolean', short: 'y', about: 'Asks nothing' },
		split: { type: 'string', multiple: true, value: 'PATH', about: 'A page of which each section becomes a text of its own. May be repeated' },
		'dry-run': { type: 'boolean', about: 'Shows what would be done and writes nothing' },
		force: { type: 'boolean', about: 'Makes every imported file what it is in the source, whatever you have changed or deleted since, and lists what is lost' },
		json: { type: 'boolean', about: 'Prints the report as JSON, for other programs, and asks nothing' },
	},
	positionals: { min: 1, max: 1 },
	async run(args, context) {
		const wish = readImportWish(args, context.cwd);
		if (typeof wish === 'string') {
			context.note(`${wish} See: sporeprint import --help`);
			return 2;
		}
		try {
			return await importFrom(wish, context);
		} catch (error) {
			// A disk that is full, a file that may not be read: the system's own words say it best.
			context.note(`The import could not be finished: ${(error as Error).message}`);
			return 1;
		}
	},
};

async function importFrom(wish: ImportWish, context: Context): Promise<number> {
	const { cwd, env, note } = context;
	const { given, target } = wish;
	const ignore = ['content', 'import-report.md', 'import-report.json'].map((name) => join(target, name));
	const gathered = await gatherSource(given, cwd, ignore, { env, note });
	if (typeof gathered === 'string') {
		note(gathered);
		return 2;
	}
	try {
		return await importGathered(gathered, wish, context);
	} finally {
		gathered.close();
	}
}

async function importGathered({ folder, path }: GatheredSource, wish: ImportWish, { cwd, interactive, packageRoot, print, note }: Context): Promise<number> {
	const { target, force, dryRun, json } = wish;
	const example = untouchedExample(packageRoot, target);
	const state = readState(target, example);
	if (state.isDamaged) {
		note(`content/${memoryFile} cannot be read, so nobody can say what was imported before and what you have changed. Put it back, such as from git, and import again.`);
		return 1;
	}
	const line = progressLine(interactive && !json);
	let planned = planImport(folder, { ...wish, state, progress: line.see });
	line.clear();
	if (planned.value === undefined) {
		note(refusalText(planned, wish));
		return planned.refusal === 'no-texts' ? 1 : 2;
	}

	const foreseen = writeImport(planned.value, target, { force, dryRun: true, state });
	const say = json ? note : print;
	if (foreseen.nothingChanged && !json) {
		if (!dryRun) writeImport(planned.value, target, { force, state });
		print('Nothing has changed since the last import, so there is nothing to bring.');
		return 0;
	}
	if (!json) print(foreseen.isAgain ? changeSummary(foreseen) : kindTable(planned.value));
	if (interactive && !dryRun && !json && !wish.yes) {
		const guesses = foreseen.lookFirst.guessedKinds;
		const confirmed = await confirmKinds(guesses);
		if (confirmed && guesses.length > 0) {
			planned = planImport(folder, { ...wish, kinds: new Map([...confirmed.kinds, ...wish.kinds]), leave: [...wish.leave, ...confirmed.leave], state, progress: line.see });
			line.clear();
			if (planned.value === undefined) {
				note(refusalText(planned, wish));
				return 1;
			}
			if (guesses.some(({ folder: name, kind }) => confirmed.kinds.get(name) !== kind)) print(kindTable(planned.value));
		}
		if (!confirmed || (await confirm({ message: foreseen.isAgain ? 'Write these changes?' : 'Write these texts?' })) !== true) {
			note('Nothing was written.');
			return 0;
		}
	}

	if (example.length > 0) say(`The ${example.length} files of the example, which nobody has changed, ${dryRun ? 'would make' : 'make'} room.`);
	const alone = path !== target && lacksRepository(target);
	if (alone) say(`There is no handbook here yet, so everything that builds and publishes one ${dryRun ? 'would come' : 'comes'} with the texts.`);
	if (!dryRun) clearExample(target, example);
	const report = writeImport(planned.value, target, { force, dryRun, state, progress: line.see });
	line.clear();
	print(json ? JSON.stringify(report, null, 2) : importSummary(report, dryRun));
	if (alone && !dryRun) {
		makeRepository(packageRoot, target, { example: false });
		say(`To see it, run in ${relative(cwd, target) || 'this folder'}: npm install, then npm run dev`);
	}
	return report.lookFirst.notWritten.length + report.lookFirst.conflicts.length > 0 ? 1 : 0;
}

function refusalText(planned: Extract<PlannedImport, { value: undefined }>, { given, kinds: told }: ImportWish): string {
	switch (planned.refusal) {
		case 'no-such-folder':
			return `The handbook has no folder “${planned.name}” for ${told.has(planned.name) ? '--kind' : '--leave'}.`;
		case 'no-such-text':
			return `The handbook has no text “${planned.name}” for --split. Give its path in the folder, such as rules.md.`;
		case 'no-sections':
			return `“${planned.name}” has no two headings of one level, so there is nothing to split.`;
		case 'no-texts':
			return `There are no texts in “${given}”, so there is nothing to import.`;
		case 'all-left-out':
			return 'All texts of the handbook would stay out, so there is nothing to import.';
	}
}
