import { spinner } from '@clack/prompts';
import type { MemberReport } from '../../network/crawl.js';

/** Shows a person at a terminal how far a crawl is. */
export interface CrawlWatch {
	see(member: MemberReport): void;
	stop(): void;
}

/** Starts watching; nobody watches when there is no terminal. */
export function watchCrawl(interactive: boolean): CrawlWatch {
	if (!interactive) return { see: () => {}, stop: () => {} };
	const shown = spinner();
	let seen = 0;
	shown.start('Asking the members');
	return {
		see: ({ id }) => {
			seen++;
			shown.message(`Asking the members: ${seen} done, last ${id}`);
		},
		stop: () => shown.stop(`Asked the members`),
	};
}
