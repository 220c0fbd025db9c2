import { join, relative, resolve } from 'node:path';
import { confirm } from '@clack/prompts';
import type { KindOverrides } from '../../handbook/import/folder-kinds.js';
import { type PlannedImport, planImport } from '../../handbook/import/plan-import.js';
import { readSource } from '../../handbook/import/read-source.js';
import { importSummary, kindTable } from '../../handbook/import/summary-text.js';
import { writeImport } from '../../handbook/import/write-import.js';
import { listText } from '../../lib/list-text.js';
import { nearest } from '../../lib/nearest.js';
import { type Kind, kinds } from '../../schema/kinds.js';
import type { Command, Context } from '../command.js';
import { clearExample, untouchedExample } from '../init/clear-example.js';
import { lacksRepository, makeRepository } from '../init/make-repository.js';

export const importCommand: Command = {
	summary: 'Brings an existing handbook into content/',
	usage: 'import DIR [options]',
	about:
		'DIR is the folder of an mdBook, a GitBook (SUMMARY.md) or any folder of Markdown files. Nothing in it is changed.\n' +
		'The texts go to content/ as they are, with their images; only links are changed to lead to the new places.\n' +
		'What to look at afterwards stands in import-report.md. In an empty folder the import makes the whole repository.',
	options: {
		to: { type: 'string', value: 'DIR', about: 'The handbook that gets the texts. Default: the folder you are in' },
		kind: { type: 'string', multiple: true, value: 'FOLDER=KIND', about: `What the texts of a folder are: ${listText(kinds, 'disjunction')}. May be repeated` },
		split: { type: 'string', multiple: true, value: 'PATH', about: 'A page of which each section becomes a text of its own. May be repeated' },
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
			return await importFolder(
				{ source, given: positionals[0] ?? '.', target, kinds: told, split: readSplits(values.split), force: values.force === true, dryRun: values['dry-run'] === true, json: values.json === true },
				context,
			);
		} catch (error) {
			// A disk that is full, a file that may not be read: the system's own words say it best.
			note(`The import could not be finished: ${(error as Error).message}`);
			return 1;
		}
	},
};

interface Wish {
	source: string;
	/** The source as it was given. */
	given: string;
	target: string;
	kinds: KindOverrides;
	split: readonly string[];
	force: boolean;
	dryRun: boolean;
	json: boolean;
}

async function importFolder({ source, given, target, kinds: told, split, force, dryRun, json }: Wish, { cwd, interactive, packageRoot, print, note }: Context): Promise<number> {
	const ignore = ['content', 'import-report.md', 'import-report.json'].map((name) => join(target, name));
	const folder = readSource(source, ignore);
	if (typeof folder === 'string') {
		note(folder === 'not-there' ? `There is no folder “${given}”.` : `“${given}” is a file. Give the folder that holds the handbook.`);
		return 2;
	}
	const planned = planImport(folder, { kinds: told, split });
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
	const alone = source !== target && lacksRepository(target);
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

/** The pages to split, as paths with slashes and nothing before them. */
function readSplits(given: unknown): string[] {
	return (Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : []).map((path) => path.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, ''));
}

function refusalText(planned: Extract<PlannedImport, { value: undefined }>, given: string): string {
	switch (planned.refusal) {
		case 'no-such-folder':
			return `The handbook has no folder “${planned.name}” for --kind.`;
		case 'no-such-text':
			return `The handbook has no text “${planned.name}” for --split. Give its path in the folder, such as rules.md.`;
		case 'no-sections':
			return `“${planned.name}” has no two headings of one level, so there is nothing to split.`;
		case 'no-texts':
			return `There are no Markdown files in “${given}”, so there is nothing to import.`;
	}
}
