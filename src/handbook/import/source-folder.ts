/** A folder to import, listed; nothing in it is ever changed. Paths have `/` and are relative to the folder. */
export interface SourceFolder {
	/** The folder's own name. */
	name: string;
	/** Every regular file, sorted, those in folders that begin with a dot included. */
	files: readonly string[];
	/** Folders that were not looked into, because other programs made them. */
	skippedFolders: readonly string[];
	/** Symbolic links that were not followed. */
	links: readonly string[];
	bytes(path: string): Uint8Array;
}

/** True for a path through a folder whose name begins with a dot, or of such a file: no text is taken from there. */
export function isDotPath(path: string): boolean {
	return path.split('/').some((part) => part.startsWith('.'));
}
