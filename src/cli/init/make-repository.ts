import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { copyTemplate } from './copy-template.js';
import { enginePackage } from './engine-package.js';

/** True when a folder has neither a package nor a configuration of Astro: texts may be there, but nothing that builds them. */
export function lacksRepository(folder: string): boolean {
	return !existsSync(folder) || !readdirSync(folder).some((name) => name === 'package.json' || name.startsWith('astro.config.'));
}

/** Makes a repository in a folder, with or without the example texts and the README that explains them. */
export function makeRepository(packageRoot: string, target: string, { example }: { example: boolean }): void {
	copyTemplate(packageRoot, 'handbook', target, example ? [] : ['content', 'README.md']);
	enginePackage(packageRoot, target, basename(target));
}
