import { readableAddress } from '../../lib/readable-address.js';
import { byteHash } from '../../lib/text-hash.js';
import type { Web } from '../fetch.js';
import type { StoredMember } from '../snapshots/snapshot-files.js';
import { consentFault, consents, identityFault, repositoryFault, rollbackFault } from './consent.js';
import { bundleLimits, type FoundPrint, findPrint } from './find-print.js';
import { deepest, listedMembers } from './found-members.js';
import { wasAway } from './member-life.js';
import { nextSnapshot, sourceHash } from './next-snapshot.js';
import { type Failure, failed, type Outcome, type Seen, seenOf } from './outcome.js';
import { refusedAnswer } from './refused-answer.js';
import type { RobotsGate } from './robots-gate.js';
import { verifyBundle } from './verify-bundle.js';
import { type SoundPrint, verifyPrint } from './verify-print.js';

/** A member that is asked. */
export interface Question {
	/** Our name for it. */
	id: string;
	/** Address of the handbook or index, in its normal form. */
	home: string;
	/** Address of the network or index through which it is a member, and those of all through which it could be one: its group must name one. */
	network: string;
	networks: readonly string[];
	/** Through how many indexes it was found. */
	depth: number;
	stored: StoredMember;
	/** Whether all texts of the stored snapshot are there, and as they were. */
	intact: boolean;
}

/** What asking needs. */
export interface Asking {
	web: Web;
	gate: RobotsGate;
	now: Date;
	today: string;
	/** Our own address, which no index can make a member. */
	self: string;
}

/** Asks one member for what it publishes. Whatever it sends, the answer is an outcome. */
export async function askMember(question: Question, asking: Asking): Promise<Outcome> {
	const { home, network, networks, stored, intact } = question;
	const { web, gate, now, today } = asking;
	// A snapshot of another address is another handbook's.
	const known = stored.snapshot?.url === home ? stored.snapshot : undefined;
	const away = wasAway(stored.record, today);
	const seen = known && consents(known.group, network) && intact && !away ? stored.record : undefined;

	const found = await findPrint({ home, printUrl: known?.printUrl, seen }, web, gate);
	if (found.type === 'failed') return found;
	if (found.type === 'gone') return { type: 'gone', fault: failed('handbook-gone', `${readableAddress(found.url)} answers that it is gone for good (answer 410).`).fault };
	if (found.type === 'unchanged') return seen ? { type: 'unchanged', seen: seenOf(seen) } : refusedAnswer(found, home);
	const printSha256 = byteHash(found.bytes);
	const marks: Seen = { etag: found.etag, lastModified: found.lastModified, printSha256 };
	if (seen?.printSha256 === printSha256) return { type: 'unchanged', seen: marks };

	const print = verifyPrint(found.bytes, found.printUrl, now);
	if (print.type === 'failed') return print;
	const stranger = identityFault(print, home);
	if (stranger) return stranger;
	if (!networks.some((each) => consents(print.group, each))) return frozenWhen(known !== undefined, consentFault(print, network));
	const older = rollbackFault(print, known, now);
	if (older) return older;
	const moved = known && away ? repositoryFault(print, known) : undefined;
	if (moved) return frozenWhen(true, moved);
	return takeOver(question, asking, print, found, marks);
}

/** Gathers what the print describes. */
async function takeOver({ id, depth, stored }: Question, asking: Asking, print: SoundPrint, { printUrl }: Extract<FoundPrint, { type: 'print' }>, seen: Seen): Promise<Outcome> {
	const gathered = { print, printUrl, previous: stored.snapshot, today: asking.today };
	if (print.type === 'index') {
		if (depth >= deepest) return failed('index-depth', `${readableAddress(print.home)} is an index that is gathered through ${deepest} others, and is not followed any further.`);
		return { type: 'gathered', snapshot: nextSnapshot({ ...gathered, sources: new Map(), members: listedMembers(id, print, asking.self) }), texts: new Map(), seen };
	}
	const sources = await fetchSources(print, asking);
	if ('type' in sources) return sources;
	const texts = new Map([...sources.values()].map((source) => [sourceHash(source), source]));
	return { type: 'gathered', snapshot: nextSnapshot({ ...gathered, sources, members: [] }), texts, seen };
}

async function fetchSources(print: Extract<SoundPrint, { type: 'handbook' }>, { web, gate }: Asking): Promise<ReadonlyMap<string, string> | Failure> {
	const { url } = print.bundle;
	const refused = await gate(url);
	if (refused) return refused;
	const answer = await web.get({ url, accept: 'application/x-ndjson, application/json', limits: bundleLimits });
	if (answer.type === 'body') return verifyBundle(answer.bytes, print);
	if (answer.type === 'status' && (answer.status === 404 || answer.status === 410)) return failed('bundle-different', `The texts that the print names are not at ${readableAddress(url)}.`);
	return refusedAnswer(answer, url);
}

function frozenWhen(isKnown: boolean, failure: Failure): Outcome {
	return isKnown ? { type: 'frozen', fault: failure.fault } : failure;
}
