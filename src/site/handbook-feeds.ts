import type { SiteFeed } from './site.js';

/** The feeds of every handbook. What is in each, says `src/site/view/handbook-feed.ts`. */
export const handbookFeeds = [
	{ path: 'feed', title: 'changedTitle', name: 'changed' },
	{ path: 'decisions/feed', title: 'decisionsTitle', name: 'decisions' },
	{ path: 'review/feed', title: 'dueTitle', name: 'due' },
] as const satisfies readonly (SiteFeed & { name: string })[];

/** One of them. */
export type HandbookFeed = (typeof handbookFeeds)[number];
