import { join, relative, resolve } from 'node:path';
import { confirm } from '@clack/prompts';
import type { KindOverrides } from '../../handbook/import/folder-kinds.js';
import { type PlannedImport, planImport } from '../../handbook/import/plan-import.js';
import { importSummary, kindTable } from '../../handbook/import/summary-text.js';
import { writeImport } from '../../handbook/import/write-import.js';
import { listText } from '../../lib/list-text.js';
import { nearest } from '../../lib/nearest.js';
import { type Kind, kinds } from '../../schema/kinds.js';
import type { Command, Context } from '../command.js';
import { type GatheredSource, gatherSource } from '../import/gather-source.js';
import { clearExample, untouchedExample } from '../init/clear-example.js';
import { lacksRepository, makeRepository } from '../init/make-repository.js';

export const importCommand: Command = {
	summary: 'Brings an existing handbook into content/',
	usage: 'import SOURCE [options]',
	about:
		'SOURCE is the folder of an mdBook, a GitBook (SUMMARY.md), or any folder of Markdown files, Word documents (.docx), web pages or\n' +
		'plain texts; a .zip file of one; one such document; or the address of a git repository (https://..., git@...). Nothing in it is changed.\n' +
		'The texts go to content/ as they are, with their images; only links are changed to lead to the new places.\n' +
		'What to look at afterwards stands in import-report.md. In an empty folder the import makes the whole repository.',
	options: {
		to: { type: 'string', value: 'DIR', about: 'The handbook that gets the texts. Default: the folder you are in' },
		kind: { type: 'string', multiple: true, value: 'FOLDER=KIND', about: `What the texts of a folder are: ${listText(kinds, 'disjunction')}. May be repeated` },
		'dry-run': { type: 'boolean', about: 'Shows what would be done and writes nothing' },
		force: { type: 'boolean', about: 'Replaces files in content/ that differ' },
		json: { type: 'boolean', about: 'Prints the report as JSON, for other programs' },
	},
	positionals: { min: 1, max: 1 },
	async run({ values, positionals }, context) {
		const { cwd, note } = context;
		const told = readKinds(values.kind);
		if (typeof told === 'string') return misuse(told, note);
		const source = resolve(cwd, positionals[0] ?? '.');
		const target = resolve(cwd, typeof values.to === 'string' ? values.to : '.');
		if (source === join(target, 'content')) return misuse('This folder is the content of the handbook itself. Give --to another folder.', note);

		try {
			return await importFolder({ given: positionals[0] ?? '.', target, kinds: told, force: values.force === true, dryRun: values['dry-run'] === true, json: values.json === true }, context);
		} catch (error) {
			// A disk that is full, a file that may not be read: the system's own words say it best.
			note(`The import could not be finished: ${(error as Error).message}`);
			return 1;
		}
	},
};

interface Wish {
	/** The source as it was given. */
	given: string;
	target: string;
	kinds: KindOverrides;
	force: boolean;
	dryRun: boolean;
	json: boolean;
}

async function importFolder({ given, target, kinds: told, force, dryRun, json }: Wish, context: Context): Promise<number> {
	const { cwd, env, note } = context;
	const ignore = ['content', 'import-report.md', 'import-report.json'].map((name) => join(target, name));
	const gathered = await gatherSource(given, cwd, ignore, { env, note });
	if (typeof gathered === 'string') {
		note(gathered);
		return 2;
	}
	try {
		return await importGathered(gathered, { given, target, kinds: told, force, dryRun, json }, context);
	} finally {
		gathered.close();
	}
}

async function importGathered({ folder, path }: GatheredSource, { given, target, kinds: told, force, dryRun, json }: Wish, { cwd, interactive, packageRoot, print, note }: Context): Promise<number> {
	const planned = planImport(folder, { kinds: told });
	if (planned.value === undefined) {
		note(refusalText(planned, given));
		return planned.refusal === 'no-texts' ? 1 : 2;
	}
	if (!json) print(kindTable(planned.value));
	if (interactive && !dryRun && !json && (await confirm({ message: 'Write these texts?' })) !== true) {
		note('Nothing was written.');
		return 0;
	}
	const say = json ? note : print;
	const example = untouchedExample(packageRoot, target);
	if (example.length > 0) say(`The ${example.length} files of the example, which nobody has changed, ${dryRun ? 'would make' : 'make'} room.`);
	const alone = path !== target && lacksRepository(target);
	if (alone) say(`There is no handbook here yet, so everything that builds and publishes one ${dryRun ? 'would come' : 'comes'} with the texts.`);
	if (!dryRun) clearExample(target, example);
	const report = writeImport(planned.value, target, { force, dryRun });
	print(json ? JSON.stringify(report, null, 2) : importSummary(report, dryRun));
	if (alone && !dryRun) {
		makeRepository(packageRoot, target, { example: false });
		say(`To see it, run in ${relative(cwd, target) || 'this folder'}: npm install, then npm run dev`);
	}
	return report.lookFirst.notWritten.length > 0 ? 1 : 0;
}

function misuse(sentence: string, note: (line: string) => void): number {
	note(`${sentence} See: sporeprint import --help`);
	return 2;
}

/** The kinds that were told, or a sentence that says what is wrong with them. */
function readKinds(given: unknown): KindOverrides | string {
	const told = new Map<string, Kind>();
	for (const text of Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : []) {
		const [, folder, name = ''] = /^(.+)=([^=]*)$/.exec(text) ?? [];
		if (folder === undefined) return `“--kind ${text}” should be a folder and a kind, such as --kind guides=practice.`;
		const kind = kinds.find((each) => each === name.trim().toLowerCase());
		if (!kind) {
			const guess = nearest(name, kinds);
			return `There is no kind “${name}”. Kinds are ${listText(kinds)}.${guess ? ` Did you mean “${guess}”?` : ''}`;
		}
		told.set(folder.replace(/\\/g, '/').replace(/^(?:\.?\/)+|\/+$|^\.$/g, ''), kind);
	}
	return told;
}

function refusalText(planned: Extract<PlannedImport, { value: undefined }>, given: string): string {
	switch (planned.refusal) {
		case 'no-such-folder':
			return `The handbook has no folder “${planned.name}” for --kind.`;
		case 'no-texts':
			return `There are no texts in “${given}”, so there is nothing to import.`;
	}
}
