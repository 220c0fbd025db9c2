import { UnsoundContent } from '../site-reader.js';
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
	const rebuilt = force ? 'left' : await shortWay(root, flags, log);
	if (rebuilt !== 'left') return rebuilt === 'built' ? 0 : 1;
	const { build } = await import('astro');
	try {
		await build({ root, ...flags, force });
		return 0;
	} catch (error) {
		const { message, stack = message } = error as Error;
		log.error(error instanceof UnsoundContent ? message : stack);
		return 1;
	}
}

async function shortWay(root: string, flags: RebuildFlags, log: RebuildLog): ReturnType<typeof rebuild> {
	try {
		return await rebuild(root, flags, log);
	} catch (error) {
		log.warn(`The short way to build does not work here, so Astro builds all of it: ${(error as Error).message}`);
		return 'left';
	}
}
