import { resolve } from 'node:path';
import { readHandbook } from '../../handbook/read-handbook.js';
import type { Command } from '../command.js';
import { reportForGitHub } from '../reporters/github.js';
import { reportAsJson } from '../reporters/json.js';
import { reportAsText } from '../reporters/text.js';

export const checkCommand: Command = {
	summary: 'Lists every problem in the content, all at once',
	usage: 'check [DIR] [options]',
	about: 'DIR is the folder that holds content; without it, the one you are in.\nErrors would stop a build (exit code 1); warnings would not.',
	options: { json: { type: 'boolean', about: 'Prints the problems as JSON, for other programs' } },
	positionals: { min: 0, max: 1 },
	run({ values, positionals }, { cwd, env, print }) {
		const { value, problems } = readHandbook(resolve(cwd, positionals[0] ?? '.'));
		if (values.json) print(reportAsJson(problems));
		else {
			if (env.GITHUB_ACTIONS === 'true') for (const line of reportForGitHub(problems)) print(line);
			print(reportAsText(problems, value.entries.length));
		}
		return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
	},
};
