import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '../../lib/nearest.js';
import type { Command } from '../command.js';
import { isTemplate, makeRepository, templates } from '../init/make-repository.js';

const about = { handbook: 'Your handbook', network: "Your network's index" } as const;

export const initCommand: Command = {
	summary: 'Makes a new repository for a handbook or a network, with an example to change',
	usage: `init ${templates.join('|')} DIR`,
	about:
		'handbook is for a group that writes down what it does; network is for an index that gathers handbooks.\n' + 'DIR is a new or empty folder. Nothing is fetched: run npm install in it afterwards.',
	options: {},
	positionals: { min: 2, max: 2 },
	run({ positionals: [template = '', folder = ''] }, context) {
		const { cwd, packageRoot, print, note } = context;
		if (!isTemplate(template)) {
			const guess = nearest(template, templates);
			const meant = guess ? `Did you mean “${guess}”? ` : '';
			note(`There is no template “${template}”. ${meant}Use: sporeprint init ${guess ?? templates.join('|')} ${folder}`);
			return 2;
		}
		const target = resolve(cwd, folder);
		if (existsSync(target) && readdirSync(target).length > 0) {
			note(`${folder} is not empty, so nothing was written. Name a new folder.`);
			return 2;
		}
		makeRepository(packageRoot, target, { template, example: true });
		print(`${about[template]} is in ${folder}. Next:`);
		print(`  cd ${folder}`);
		print('  npm install');
		print('  npm run dev');
		print('Its README.md says how to publish it.');
		return 0;
	},
};
