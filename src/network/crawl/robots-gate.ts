import { readableAddress } from '../../lib/readable-address.js';
import type { Web } from '../fetch.js';
import { robotsAllow } from '../web/robots.js';
import { type Failure, failed } from './outcome.js';
import { refusedAnswer } from './refused-answer.js';

/** Says why an address may not be fetched; nothing when it may. */
export type RobotsGate = (url: string) => Promise<Failure | undefined>;

/** The name by which robots.txt files know us. */
const agent = 'sporeprint';
/** RFC 9309, 2.5: at least 500 KiB are read. */
const limits = { wire: 512 * 1024, decoded: 512 * 1024 };

/** Asks each origin for its robots.txt once, before anything else. What it cannot answer is a failure (RFC 9309, 2.3.1.4); that it has none is not. */
export function robotsGate(web: Web): RobotsGate {
	const known = new Map<string, Promise<string | Failure>>();
	return async (url) => {
		const { origin } = new URL(url);
		const rules = known.get(origin) ?? fetchRules(origin, web);
		known.set(origin, rules);
		const text = await rules;
		if (typeof text !== 'string') return text;
		return robotsAllow(text, url, agent) ? undefined : failed('robots-refused', `The robots.txt of ${readableAddress(origin)} asks programs not to fetch ${readableAddress(url)}.`);
	};
}

async function fetchRules(origin: string, web: Web): Promise<string | Failure> {
	const url = `${origin}/robots.txt`;
	const answer = await web.get({ url, accept: 'text/plain', limits });
	if (answer.type === 'body') return new TextDecoder().decode(answer.bytes);
	if (answer.type === 'status' && answer.status < 500 && answer.status !== 429) return '';
	return refusedAnswer(answer, url);
}
