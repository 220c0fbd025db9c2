import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { copyTemplate } from './copy-template.js';
import { enginePackage } from './engine-package.js';

/** What a new repository can be. Each is a folder in `templates/`. */
export const templates = ['handbook', 'network'] as const;

type Template = (typeof templates)[number];

/** True for the name of a template. */
export function isTemplate(name: string): name is Template {
	return (templates as readonly string[]).includes(name);
}

/** True when a folder has neither a package nor a configuration of Astro: texts may be there, but nothing that builds them. */
export function lacksRepository(folder: string): boolean {
	return !existsSync(folder) || !readdirSync(folder).some((name) => name === 'package.json' || name.startsWith('astro.config.'));
}

/** Makes a repository in a folder, with or without the example texts and the README that explains them. */
export function makeRepository(packageRoot: string, target: string, { template = 'handbook', example }: { template?: Template; example: boolean }): void {
	copyTemplate(packageRoot, template, target, example ? [] : ['content', 'README.md']);
	enginePackage(packageRoot, target, basename(target));
}
