import { cpSync, existsSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';

const left = new Set(['node_modules', '.astro', 'dist']);

/** Copies a template into a folder. npm publishes no `.gitignore`, so the template holds it without its dot. */
export function copyTemplate(packageRoot: string, template: string, target: string): void {
	cpSync(join(packageRoot, 'templates', template), target, { recursive: true, filter: (source) => !left.has(basename(source)) });
	if (existsSync(join(target, 'gitignore'))) renameSync(join(target, 'gitignore'), join(target, '.gitignore'));
}
