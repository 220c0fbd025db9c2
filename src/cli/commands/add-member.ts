import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readRegistry } from '../../network/registry/read-registry.js';
import { draftMember, type FieldNames, twinOf } from '../add-member/draft-member.js';
import { type JoinAnswers, joinQuestions, readJoinForm } from '../add-member/join-form.js';
import type { Arguments, Command } from '../command.js';

const optionNames: FieldNames = { url: 'URL', id: '--id', since: '--since', note: '--note' };

export const addMemberCommand: Command = {
	summary: 'Lists a handbook as a member of your network',
	usage: 'add-member URL [options]',
	about:
		'URL is the address of the handbook, or of another index. Its file is written to content/members/.\n' +
		'It joins at the next crawl, if it names your network under networks in its content/group.md.',
	options: {
		id: { type: 'string', value: 'ID', about: 'Short name, which becomes part of its address here. Default: made from URL' },
		since: { type: 'string', value: 'DATE', about: 'When it joined. Default: today' },
		note: { type: 'string', value: 'TEXT', about: 'A word about it, shown on its page' },
		'from-issue': { type: 'string', value: 'FILE', about: 'Takes all of it, URL too, from the text of a filled-in form on GitHub' },
	},
	positionals: { min: 0, max: 1 },
	run(args, { cwd, today, print, note }) {
		const stop = (code: number, ...sentences: string[]): number => {
			for (const sentence of sentences) note(sentence);
			return code;
		};
		if (!existsSync(join(cwd, 'content', 'network.md'))) return stop(2, 'There is no content/network.md here. Run this in the folder of your network.');
		const asked = typeof args.values['from-issue'] === 'string' ? readForm(cwd, args.values['from-issue'], args) : readArguments(args);
		if (typeof asked === 'string') return stop(2, `${asked} See: sporeprint add-member --help`);
		if (asked.faults.length > 0) return stop(asked.faulty, ...asked.faults);
		const drafted = draftMember({ ...asked.answers, since: asked.answers.since ?? today }, asked.names);
		if ('faults' in drafted) return stop(asked.faulty, ...drafted.faults);

		const { id, file, url, text } = drafted.draft;
		const twin = twinOf(drafted.draft, readRegistry(cwd).value);
		if (twin !== undefined) return stop(1, `${url} is a member already, in ${twin}. Nothing was written.`);
		if (existsSync(join(cwd, file))) return stop(1, `${file} is there already, and was left as it is. Choose another name: ${asked.names.id}.`);
		mkdirSync(dirname(join(cwd, file)), { recursive: true });
		writeFileSync(join(cwd, file), text, { flag: 'wx' });
		print(`Wrote ${file}. See whether all is well with:`);
		print(`  npx sporeprint crawl --only ${id} --dry-run`);
		return 0;
	},
};

/** What is asked for, and where. */
interface Asked {
	answers: JoinAnswers;
	faults: string[];
	names: FieldNames;
	/** Exit code when something in it is wrong. */
	faulty: 1 | 2;
}

/** What was given on the command line, or a sentence that says what is wrong with it. */
function readArguments({ values, positionals: [url] }: Arguments): Asked | string {
	if (url === undefined) return 'Something is missing: the address of the handbook.';
	const given = Object.entries({ url, id: values.id, since: values.since, note: values.note }).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
	return { answers: Object.fromEntries(given) as JoinAnswers, faults: [], names: optionNames, faulty: 2 };
}

/** What a form says, or a sentence that says why there is none to read. */
function readForm(cwd: string, file: string, { values, positionals }: Arguments): Asked | string {
	if (positionals.length > 0 || Object.keys(values).length > 1) return 'With --from-issue, everything comes from the form: give nothing else.';
	try {
		return { ...readJoinForm(readFileSync(resolve(cwd, file), 'utf8')), names: joinQuestions, faulty: 1 };
	} catch {
		return `There is no file “${file}” that can be read.`;
	}
}
