/** What is never part of a handbook, at any depth. */
const neverFolders = new Set(['.git', '.hg', '.svn', 'node_modules', '_book']);
/** What mdBook and GitBook make or need beside the texts, at the top of the folder. */
const topFolders = new Set(['theme', 'book']);

/** True for the path of a folder that other programs made or need: nothing in it is a source. */
export function isForeignFolder(path: string): boolean {
	return neverFolders.has(path.slice(path.lastIndexOf('/') + 1)) || topFolders.has(path);
}
