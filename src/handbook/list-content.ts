import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Problem, problem, type Result } from '../errors.js';

/** Files below `content/`, by path with `/`, sorted. Names that begin with a dot are left out. */
export function listContent(root: string): Result<string[]> {
	const base = join(root, 'content');
	if (!statSync(base, { throwIfNoEntry: false })?.isDirectory()) return { value: [], problems: [problem('content-missing', { file: 'content' }, 'There is no folder “content” here.')] };
	const problems: Problem[] = [];
	const files: string[] = [];
	const inside = realpathSync(base) + sep;

	const walk = (folder: string, seen: readonly string[]): void => {
		for (const item of readdirSync(join(base, folder), { withFileTypes: true })) {
			const path = folder === '' ? item.name : `${folder}/${item.name}`;
			if (item.name.startsWith('.') || item.name === 'node_modules') continue;
			const real = item.isSymbolicLink() ? safeRealPath(join(base, path)) : join(base, path);
			if (item.isSymbolicLink() && !real?.startsWith(inside)) {
				problems.push(problem('file-symlink', { file: `content/${path}` }, `“${item.name}” is a symbolic link that leads ${real ? 'out of the content folder' : 'nowhere'}.`));
				continue;
			}
			const stats = statSync(join(base, path));
			if (stats.isFile()) files.push(path);
			if (stats.isDirectory() && real && !seen.includes(real)) walk(path, [...seen, real]);
		}
	};
	walk('', [realpathSync(base)]);

	files.sort();
	return { value: files, problems: [...problems, ...findTwins(files)] };
}

function safeRealPath(path: string): string | undefined {
	try {
		return realpathSync(path);
	} catch {
		return undefined;
	}
}

/** Names that some file systems cannot hold side by side. */
function findTwins(files: readonly string[]): Problem[] {
	const first = new Map<string, string>();
	const problems: Problem[] = [];
	for (const path of files) {
		const key = path.normalize('NFC').toLowerCase();
		const twin = first.get(key);
		if (twin === undefined) first.set(key, path);
		else problems.push(problem('name-twins', { file: `content/${path}` }, `This file and content/${twin} have names that some computers cannot tell apart.`));
	}
	return problems;
}
