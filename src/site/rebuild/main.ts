// A program of its own, which `sporeprint build` starts. It ends with 0 when the site is built, with 1 when the content has errors, and
// with 75 when only Astro can build it.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rebuild } from './rebuild.js';

const exitCodes = { built: 0, unsound: 1, left: 75 };

const { root = '.', ...flags } = parseArgs({ options: { root: { type: 'string' }, site: { type: 'string' }, base: { type: 'string' }, outDir: { type: 'string' } } }).values;
const log = {
	info: (message: string) => console.log(message),
	warn: (message: string) => console.warn(message),
	error: (message: string) => console.error(message),
};
try {
	process.exitCode = exitCodes[await rebuild(resolve(root), flags, log)];
} catch (error) {
	console.warn(`The short way to build does not work here, so Astro builds all of it: ${(error as Error).message}`);
	process.exitCode = exitCodes.left;
}
