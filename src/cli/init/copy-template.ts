import { cpSync, existsSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';

const builtThings = ['node_modules', '.astro', 'dist'];

/**
 * Copies a template into a folder, without what `leaveOut` names; what is there already stays.
 * npm publishes no `.gitignore`, so the template holds it without its dot.
 */
export function copyTemplate(packageRoot: string, template: string, target: string, leaveOut: readonly string[] = []): void {
	const left = new Set([...builtThings, ...leaveOut]);
	cpSync(join(packageRoot, 'templates', template), target, { recursive: true, force: false, filter: (source) => !left.has(basename(source)) });
	if (existsSync(join(target, 'gitignore'))) renameSync(join(target, 'gitignore'), join(target, '.gitignore'));
}
