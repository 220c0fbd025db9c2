import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type OpenRefusal, openSource } from '../../handbook/import/open-source.js';
import type { SourceFolder } from '../../handbook/import/source-folder.js';
import { cloneRepository } from './clone-repository.js';
import { isGitAddress } from './git-address.js';

/** What is imported, and how to clear up after it. */
export interface GatheredSource {
	folder: SourceFolder;
	/** Absolute path, where it is a folder of this computer. */
	path: string | undefined;
	close(): void;
}

/** Opens what a person gave: a folder, a file, an archive, or the address of a repository. Gives a sentence where it cannot be. */
export async function gatherSource(
	given: string,
	cwd: string,
	ignore: readonly string[],
	{ env, note }: { env: Readonly<Record<string, string | undefined>>; note(line: string): void },
): Promise<GatheredSource | string> {
	const path = resolve(cwd, given);
	const address = isGitAddress(given) ? given : isBareRepository(path) ? pathToFileURL(path).href : undefined;
	if (address === undefined) {
		const folder = await openSource(path, ignore);
		return typeof folder === 'string' ? refusalSentence(folder, given) : { folder, path, close: () => {} };
	}
	note(`Fetching ${given} ...`);
	const clone = await cloneRepository(address, env);
	if (typeof clone === 'string') return clone;
	const folder = await openSource(clone.folder);
	if (typeof folder !== 'string') return { folder, path: undefined, close: clone.remove };
	clone.remove();
	return refusalSentence(folder, given);
}

/** True for a folder that is a repository without files of its own, as servers keep them. */
function isBareRepository(path: string): boolean {
	return existsSync(path) && statSync(path).isDirectory() && ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(path, name)));
}

function refusalSentence(refusal: OpenRefusal, given: string): string {
	switch (refusal) {
		case 'not-there':
			return /^[\w.-]+\/[\w.-]+$/.test(given)
				? `There is no folder or file “${given}”. For a repository give its whole address, such as https://github.com/${given}.`
				: `There is no folder or file “${given}”.`;
		case 'unknown-file':
			return `“${given}” is a file that cannot be imported. Give a folder, a .zip file, a Word document (.docx), or a text (.md, .html, .txt).`;
		case 'too-large':
			return `“${given}” is too large to be read at once. Unpack it and give the folder.`;
		case 'zip-broken':
			return `“${given}” is damaged, or is no zip file. Download or pack it again.`;
		case 'zip-too-large':
			return `“${given}” holds far more than a handbook does. If it can be trusted, unpack it and give the folder.`;
	}
}
