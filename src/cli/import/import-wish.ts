import { join, resolve } from 'node:path';
import type { KindOverrides } from '../../handbook/import/folder-kinds.js';
import { canonicalLanguage } from '../../lib/language.js';
import { listText } from '../../lib/list-text.js';
import { nearest } from '../../lib/nearest.js';
import { groupSchema } from '../../schema/group.js';
import { type Kind, kinds } from '../../schema/kinds.js';
import type { Arguments } from '../command.js';

/** What a person wants of an import. */
export interface ImportWish {
	/** The source as it was given: a path or an address. */
	given: string;
	/** The handbook that gets the texts. */
	target: string;
	kinds: KindOverrides;
	/** Folders of the source that stay out. */
	leave: string[];
	/** Pages of which each section becomes a text of its own: paths in the source. */
	split: string[];
	/** BCP 47. */
	language?: string | undefined;
	/** SPDX. */
	licence?: string | undefined;
	yes: boolean;
	force: boolean;
	dryRun: boolean;
	json: boolean;
}

/** What is wanted, or a sentence that says what is wrong with it. */
export function readImportWish({ values, positionals: [given = '.'] }: Arguments, cwd: string): ImportWish | string {
	const told = readKinds(listOf(values.kind));
	if (typeof told === 'string') return told;
	const target = resolve(cwd, typeof values.to === 'string' ? values.to : '.');
	if (resolve(cwd, given) === join(target, 'content')) return 'This folder is the content of the handbook itself. Give --to another folder.';
	const language = typeof values.lang === 'string' ? canonicalLanguage(values.lang) : undefined;
	if (values.lang !== undefined && language === undefined) return `“--lang ${String(values.lang)}” should be a language tag such as en, es or pt-BR.`;
	const licence = typeof values.licence === 'string' ? values.licence : undefined;
	if (licence !== undefined && !groupSchema.shape.licence.safeParse(licence).success)
		return `“--licence ${licence}” should be an SPDX licence name such as CC-BY-SA-4.0, CC-BY-4.0 or CC0-1.0 (see https://spdx.org/licenses/).`;
	const leave = listOf(values.leave).map(folderName);
	if (leave.includes('')) return '“--leave” should be a folder of the source, not all of it.';
	const split = listOf(values.split).map(folderName);
	return { given, target, kinds: told, leave, split, language, licence, yes: values.yes === true, force: values.force === true, dryRun: values['dry-run'] === true, json: values.json === true };
}

/** The kinds that were told, or a sentence that says what is wrong with them. */
function readKinds(given: readonly string[]): KindOverrides | string {
	const told = new Map<string, Kind>();
	for (const text of given) {
		const [, folder, name = ''] = /^(.+)=([^=]*)$/.exec(text) ?? [];
		if (folder === undefined) return `“--kind ${text}” should be a folder and a kind, such as --kind guides=practice.`;
		const kind = kinds.find((each) => each === name.trim().toLowerCase());
		if (!kind) {
			const guess = nearest(name, kinds);
			return `There is no kind “${name}”. Kinds are ${listText(kinds)}.${guess ? ` Did you mean “${guess}”?` : ''}`;
		}
		told.set(folderName(folder), kind);
	}
	return told;
}

/** A folder of the source as the import names it. */
function folderName(given: string): string {
	return given.replace(/\\/g, '/').replace(/^(?:\.?\/)+|\/+$|^\.$/g, '');
}

function listOf(given: Arguments['values'][string]): string[] {
	return Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : [];
}
