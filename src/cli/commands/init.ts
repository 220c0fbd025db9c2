import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '../command.js';
import { makeRepository } from '../init/make-repository.js';

export const initCommand: Command = {
	summary: 'Makes a new repository for a handbook, with an example to change',
	usage: 'init handbook DIR',
	about: 'DIR is a new or empty folder. Nothing is fetched: run npm install in it afterwards.',
	options: {},
	positionals: { min: 2, max: 2 },
	run({ positionals: [template = '', folder = ''] }, context) {
		const { cwd, packageRoot, print, note } = context;
		if (template !== 'handbook') {
			note(`There is no template “${template}”. Use: sporeprint init handbook ${folder}`);
			return 2;
		}
		const target = resolve(cwd, folder);
		if (existsSync(target) && readdirSync(target).length > 0) {
			note(`${folder} is not empty, so nothing was written. Name a new folder.`);
			return 2;
		}
		makeRepository(packageRoot, target, { example: true });
		print(`Your handbook is in ${folder}. Next:`);
		print(`  cd ${folder}`);
		print('  npm install');
		print('  npm run dev');
		print('Its README.md says how to publish it.');
		return 0;
	},
};
