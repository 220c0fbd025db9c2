import { readableAddress } from '../../lib/readable-address.js';
import type { CrawlFault, Trouble } from './exchange.js';

/** Addresses of strangers may be as long as they like. */
const longest = 120;

/** Says what went wrong with an address that was asked, or with one that it led to. */
export function crawlFault(asked: string, reached: string, { code, what }: Trouble): CrawlFault {
	const subject = shortened(readableAddress(asked));
	if (reached === asked) return { code, message: `${subject} ${what}.` };
	const goal = shortened(readableAddress(reached));
	return { code, message: `${subject} leads to ${goal === subject ? shortened(reached) : goal}, which ${what}.` };
}

function shortened(text: string): string {
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
