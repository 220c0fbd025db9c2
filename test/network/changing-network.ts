import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MiniFiles } from '../mini-handbook.js';
import { networkOf } from './crawled-network.js';
import { type HandbookServer, type PlayedContent, type PlayedHandbook, type PlayedIndex, serveHandbooks } from './handbook-server.js';

/** The states that members publish one after the other. */
export const publishedStates = ['first', 'second'] as const;
export type PublishedState = (typeof publishedStates)[number];

/** A network on servers that all change at once. */
export interface ChangingNetwork {
	/** Its folder, before any crawl. */
	root: string;
	/** Lets the servers publish a state, and brings the members' files of a copy of the folder in line with it. */
	enter(state: PublishedState, root: string): void;
	/** Requests that came so far. */
	requests(): number;
}

/**
 * Twelve members on four servers, one of them an index of two more. In the second state half of those in order have changed,
 * one is gone for good, one does not answer any more, one is not listed any more, and the index lists another. Three never are in order.
 */
export async function changingNetwork(): Promise<ChangingNetwork> {
	const servers = [await serveHandbooks(), await serveHandbooks(), await serveHandbooks(), await serveHandbooks()] as const;
	const [one, two, three, four] = servers;
	const moving = [one.handbook('fern'), two.handbook('ivy'), three.handbook('moss')];
	const steady = [one.handbook('alder', contentOf('alder', 1)), two.handbook('birch', contentOf('birch', 1))];
	const [leaving, failing, former] = [three.handbook('leaving', contentOf('leaving', 1)), four.handbook('failing', contentOf('failing', 1)), one.handbook('former', contentOf('former', 1))];
	const agreement = { group: { networks: [`${four.origin}/ring/`] } };
	const listed = [four.handbook('lichen', agreement), two.handbook('rush', agreement), three.handbook('sedge', agreement)] as const;
	const ring = four.index('ring', listed);
	const faulty = [
		answering(two, 'broken', () => ({ status: 500 })),
		answering(three, 'different', (path) => (path === 'handbook.ndjson' ? { body: '{}\n' } : undefined)),
		answering(four, 'torn', () => ({ body: '{"sporeprint": 1, "url": ' })),
	];
	const members = Object.fromEntries([...moving, ...steady, leaving, failing, former, ring, ...faulty].map(({ url }) => [nameOf(url), url]));

	const enter = (state: PublishedState, root: string): void => {
		const isFirst = state === 'first';
		for (const handbook of moving) handbook.publish(contentOf(nameOf(handbook.url), isFirst ? 1 : 2));
		leaving.reply = () => (isFirst ? undefined : { status: 410 });
		failing.reply = () => (isFirst ? undefined : { status: 503 });
		listOf(ring, isFirst ? listed.slice(0, 2) : listed.slice(1));
		const file = join(root, 'content/members/former.yml');
		if (isFirst) writeFileSync(file, `url: ${former.url}\n`);
		else rmSync(file);
	};
	return { root: networkOf(members), enter, requests: () => servers.reduce((sum, { requests }) => sum + requests.length, 0) };
}

/** Nine texts, one of them long. In the second edition some are as before, some changed, some gone and some new. */
function contentOf(name: string, edition: 1 | 2): PlayedContent {
	const numbers = Array.from({ length: 8 }, (_, index) => (edition === 1 ? index : index + 2));
	const texts: MiniFiles = Object.fromEntries(numbers.map((number) => [`pages/text-${number}.md`, textOf(name, number, number % 2 === 0 ? 1 : edition)]));
	return { texts: { ...texts, 'pages/long.md': `# Long\n\n${`Edition ${edition} of this sentence. `.repeat(3000)}\n` } };
}

function textOf(name: string, number: number, edition: number): string {
	return `# Text ${number} of ${name}\n\nEdition ${edition}.\n`;
}

function answering(server: HandbookServer, name: string, reply: PlayedHandbook['reply']): PlayedHandbook {
	const handbook = server.handbook(name);
	handbook.reply = reply;
	return handbook;
}

function listOf(ring: PlayedIndex, handbooks: readonly PlayedHandbook[]): void {
	ring.members = handbooks.map(({ url }) => ({ url }));
}

function nameOf(url: string): string {
	return new URL(url).pathname.replaceAll('/', '');
}
