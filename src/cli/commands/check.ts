import { resolve } from 'node:path';
import type { Problem } from '../../errors.js';
import { readHandbook } from '../../handbook/read-handbook.js';
import { readRegistry } from '../../network/registry/read-registry.js';
import { readRegistryFile } from '../../network/registry/registry-files.js';
import type { Command } from '../command.js';
import { reportForGitHub } from '../reporters/github.js';
import { reportAsJson } from '../reporters/json.js';
import { reportAsText } from '../reporters/text.js';

export const checkCommand: Command = {
	summary: 'Lists every problem in the content, all at once',
	usage: 'check [DIR] [options]',
	about: 'DIR is the folder that holds content, of a handbook or of a network; without it, the one you are in.\nErrors would stop a build (exit code 1); warnings would not.',
	options: { json: { type: 'boolean', about: 'Prints the problems as JSON, for other programs' } },
	positionals: { min: 0, max: 1 },
	run({ values, positionals }, { cwd, env, print }) {
		const { problems, read } = checkFolder(resolve(cwd, positionals[0] ?? '.'));
		if (values.json) print(reportAsJson(problems));
		else {
			if (env.GITHUB_ACTIONS === 'true') for (const line of reportForGitHub(problems)) print(line);
			print(reportAsText(problems, read));
		}
		return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
	},
};

/** The problems of a handbook, or of a network's registry where that is what the folder holds, and how much was read. */
function checkFolder(root: string): { problems: Problem[]; read: string } {
	if ('text' in readRegistryFile(root, 'network.md')) {
		const { value, problems } = readRegistry(root);
		return { problems, read: counted(value.members.length, 'member', 'members') };
	}
	const { value, problems } = readHandbook(root);
	return { problems, read: counted(value.entries.length, 'text', 'texts') };
}

function counted(count: number, one: string, many: string): string {
	return `${count} ${count === 1 ? one : many}`;
}
