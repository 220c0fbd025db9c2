import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isWithin } from '../../lib/is-within.js';
import type { BuildPlaces } from '../build-places.js';
import { BuildRefused } from '../build-refused.js';

/** Of these there is at least one wherever a site was built, or begun. */
const signsOfSite = ['index.html', '404.html', '_astro', 'handbook.json', 'network.json'];
/** How many files are named in a message, at most. */
const mostNamed = 3;

/**
 * Makes sure that the site's folder is one that a build may clear. `folders` are those of the content.
 * @throws BuildRefused when what the site is made from lies in it or around it, or when it holds files and no site.
 */
export function requireFitFolder({ root, outDir, publicDir, siteCache }: BuildPlaces, folders: readonly string[]): void {
	const target = realPath(outDir);
	const sources = [...folders, publicDir, join(root, 'src'), join(root, '.git')].map(realPath);
	const held = [realPath(root), ...sources].find((source) => isWithin(source, target));
	const holder = sources.find((source) => isWithin(target, source));
	if (held !== undefined) throw unfit(outDir, `it holds ${held === target ? 'what the site is made from' : held}`);
	if (holder !== undefined) throw unfit(outDir, `it is a part of ${holder}, from which the site is made`);
	const names = existsSync(target) ? readdirSync(target).filter((name) => !name.startsWith('.') && name !== 'CNAME') : [];
	// Where we have built before, nothing is anybody else's.
	if (names.length === 0 || existsSync(siteCache) || names.some((name) => signsOfSite.includes(name))) return;
	const named = names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', ...' : '');
	throw unfit(outDir, `there are files in it that belong to no website (${named})`, 'If they may go, empty it first. ');
}

function unfit(folder: string, reason: string, first = ''): BuildRefused {
	const why = `The site cannot be built into ${folder}, because a build clears the folder that it writes to, and ${reason}.`;
	return new BuildRefused(`${why} ${first}Name a folder for the site alone, such as dist: with --outDir, or as outDir in astro.config.mjs.`);
}

/** A path without symbolic links, also of something that is not there yet. */
function realPath(path: string): string {
	if (existsSync(path)) return realpathSync.native(path);
	const above = dirname(path);
	return above === path ? path : join(realPath(above), basename(path));
}
