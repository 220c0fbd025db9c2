import { isAbsolute, relative, sep } from 'node:path';

/** True for a folder itself and for everything below it. Both are paths of this computer, without symbolic links. */
export function isWithin(path: string, folder: string): boolean {
	const way = relative(folder, path);
	return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
