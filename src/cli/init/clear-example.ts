import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The example's files in a handbook that still is the example: all that the template has, byte for byte. Empty as soon as one was changed. */
export function untouchedExample(packageRoot: string, target: string): string[] {
	const example = join(packageRoot, 'templates', 'handbook', 'content');
	const files = readdirSync(example, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => join(item.parentPath, item.name).slice(example.length + 1));
	const same = (file: string): boolean => {
		const own = join(target, 'content', file);
		return existsSync(own) && readFileSync(own).equals(readFileSync(join(example, file)));
	};
	return files.every(same) ? files : [];
}

/** Removes the example's files, which every installation holds. */
export function clearExample(target: string, files: readonly string[]): void {
	for (const file of files) rmSync(join(target, 'content', file));
}
