import { BuildRefused } from '../build-refused.js';
import { type RebuildFlags, type RebuildLog, rebuild } from './rebuild.js';

/** What `sporeprint build` is told. */
export interface BuildOrder {
	root: string;
	flags: RebuildFlags;
	/** Makes everything anew. */
	force: boolean;
}

/** Builds a site in the short way where that is possible, and otherwise with Astro. Returns the exit code: 0 built, 1 not. */
export async function buildSite({ root, flags, force }: BuildOrder, log: RebuildLog): Promise<number> {
	try {
		if (!force && (await shortWay(root, flags, log))) return 0;
		const { build } = await import('astro');
		await build({ root, ...flags, force });
		return 0;
	} catch (error) {
		const { message, stack = message } = error as Error;
		log.error(error instanceof BuildRefused ? message : stack);
		return 1;
	}
}

async function shortWay(root: string, flags: RebuildFlags, log: RebuildLog): Promise<boolean> {
	try {
		return await rebuild(root, flags, log);
	} catch (error) {
		if (error instanceof BuildRefused) throw error;
		log.warn(`The short way to build does not work here, so Astro builds all of it: ${(error as Error).message}`);
		return false;
	}
}
