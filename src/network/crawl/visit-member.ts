import { readableAddress } from '../../lib/readable-address.js';
import type { MemberRecord, Snapshot } from '../snapshot.js';
import type { SafeDisk } from '../snapshots/snapshot-disk.js';
import { loadStored, loadText, type StoredMember } from '../snapshots/snapshot-files.js';
import { snapshotText } from '../snapshots/snapshot-text.js';
import { type Asking, askMember } from './ask-member.js';
import type { Candidate, Claim } from './candidates.js';
import { consents } from './consent.js';
import type { MemberReport, SkipReason } from './crawl-report.js';
import { isOver, recordAfter, restingRecord } from './member-life.js';
import { erasedSnapshot, stubbedSnapshot } from './next-snapshot.js';
import { failed, type Outcome } from './outcome.js';
import type { RobotsGate } from './robots-gate.js';
import type { MemberPlan } from './store-member.js';

/** What became of a candidate. */
export interface Visit {
	home: string;
	claim: Claim;
	/** Whether anything was ever gathered through this claim. */
	isKnown: boolean;
	/** False when another claim may do better. */
	isSettled: boolean;
	/** What an index lists. */
	index?: Snapshot | undefined;
	/** Until then its site wants to be left alone. */
	notBefore?: string | undefined;
	report: MemberReport;
	/** What is to be written; nothing for one that was not asked. */
	plan?: MemberPlan | undefined;
}

/** A candidate with the claim that holds for now, and what is on disk. */
export interface Held {
	candidate: Candidate;
	claim: Claim;
	stored: StoredMember;
}

/** Chooses the claim under which a handbook is on disk and to which it agreed; else the one under which it is there; else the first. */
export function holdClaim(candidate: Candidate, disk: SafeDisk, root: string): Held {
	const all = candidate.claims.map((claim) => ({ candidate, claim, stored: loadStored(disk, root, claim.id) }));
	const there = all.filter(({ stored }) => stored.snapshot?.url === candidate.home);
	const agreed = there.find(({ claim, stored }) => stored.snapshot && consents(stored.snapshot.group, claim.network));
	const [claim] = candidate.claims;
	return agreed ?? there[0] ?? all[0] ?? { candidate, claim, stored: { damaged: [] } };
}

/** A member that is not asked, with what is known of it. One that its host lets rest has a record that says so. */
export function leaveMember(held: Held, skipped: SkipReason, today: string): Visit {
	const { claim, stored } = held;
	const rests = claim.via === undefined && (claim.rest === 'paused' || claim.rest === 'archived');
	const record = rests ? restingRecord(stored.record, claim.rest === 'paused' ? 'paused' : 'archived', today) : stored.record;
	const plan = rests && record ? { record, snapshot: stored.snapshot, texts: new Map(), keepsTexts: true } : undefined;
	return visitOf(held, stored.snapshot, record, { skipped, changed: false }, plan);
}

/** Asks a member, and says what is to be kept of the answer. Never throws for anything that it sends. */
export async function visitMember(held: Held, asking: Asking, disk: SafeDisk, root: string): Promise<Visit> {
	const { candidate, claim, stored } = held;
	const { home, claims } = candidate;
	const { today } = asking;
	const robots = rememberedGate(asking.gate, stored, home, today);
	const question = { id: claim.id, home, network: claim.network, networks: claims.map(({ network }) => network), depth: claim.depth, stored, intact: isIntact(stored.snapshot, claim.id, disk, root) };
	const outcome = await askMember(question, { ...asking, gate: robots.gate }).catch((): Outcome => failed('print-invalid', `What ${readableAddress(home)} sends cannot be understood.`));

	const named = outcome.type === 'gathered' ? claims.filter(({ network }) => consents(outcome.snapshot.group, network)) : [];
	const [better] = named.includes(claim) ? [] : named;
	if (better) return visitMember({ candidate: { home, claims: [better] }, claim: better, stored: loadStored(disk, root, better.id) }, asking, disk, root);

	const record: MemberRecord = { ...recordAfter(stored.record, outcome, today), robotsAllowed: robots.allowed() ? today : undefined };
	const snapshot = snapshotAfter(stored.snapshot, outcome, record, today);
	const changed = snapshot !== undefined && (!stored.snapshot || snapshotText(snapshot) !== snapshotText(stored.snapshot));
	const texts = outcome.type === 'gathered' ? outcome.texts : new Map<string, string>();
	return visitOf(held, snapshot, record, { changed }, { record, snapshot, texts, keepsTexts: snapshot === undefined && stored.damaged.length > 0 });
}

/** The state to keep: what was gathered, or what was there, as far as its group wishes it to be kept. */
function snapshotAfter(before: Snapshot | undefined, outcome: Outcome, record: MemberRecord, today: string): Snapshot | undefined {
	if (outcome.type === 'gathered') return outcome.snapshot;
	if (!before) return undefined;
	if (record.state === 'gone') return erasedSnapshot(before, today);
	const wish = isOver(record, today) ? before.group.onGone : 'keep';
	return wish === 'erase' ? erasedSnapshot(before, today) : wish === 'stub' ? stubbedSnapshot(before) : before;
}

/** Whether all texts are there, and as the crawl wrote them. */
function isIntact(snapshot: Snapshot | undefined, id: string, disk: SafeDisk, root: string): boolean {
	return snapshot?.entries.every(({ text }) => text !== undefined && loadText(disk, root, id, text) !== undefined) ?? false;
}

/** A gate that is open for a handbook whose robots.txt allowed us today, and remembers whether it let us through. */
function rememberedGate(gate: RobotsGate, { snapshot, record }: StoredMember, home: string, today: string): { gate: RobotsGate; allowed(): boolean } {
	let allowed = snapshot?.url === home && record?.robotsAllowed === today;
	if (allowed) return { gate: async () => undefined, allowed: () => true };
	return {
		gate: async (url) => {
			const refused = await gate(url);
			allowed = refused === undefined;
			return refused;
		},
		allowed: () => allowed,
	};
}

function visitOf(
	{ candidate: { home }, claim }: Held,
	snapshot: Snapshot | undefined,
	record: MemberRecord | undefined,
	done: Pick<MemberReport, 'changed' | 'skipped'>,
	plan: MemberPlan | undefined,
): Visit {
	const { id, via } = claim;
	const { state = 'waiting', problem, notBefore } = record ?? {};
	return {
		home,
		claim,
		isKnown: snapshot !== undefined,
		isSettled: via === undefined || snapshot !== undefined,
		index: snapshot?.type === 'index' ? snapshot : undefined,
		notBefore,
		report: { id, url: home, state, entries: snapshot?.entries.length ?? 0, ...(problem && { problem }), ...(via !== undefined && { via }), ...done },
		plan,
	};
}
