import { readableAddress } from '../../lib/readable-address.js';
import { homeAddress } from '../home-address.js';
import type { Snapshot } from '../snapshot.js';
import { type Failure, failed } from './outcome.js';
import { type SoundPrint, soundDate } from './verify-print.js';

/** Whether a group agrees to be in the network at an address. */
export function consents({ networks = [] }: Snapshot['group'], network: string): boolean {
	return networks.some((address) => homeAddress(address) === network);
}

/** What is wrong when a group does not agree. */
export function consentFault({ group }: SoundPrint, network: string): Failure {
	return failed('consent-missing', `${group.name} does not name ${network} among its networks.`, `Add ${network} to networks in content/group.md of the handbook, and publish it.`);
}

/** What is wrong when a print is of another handbook than the one that was asked for. */
export function identityFault(print: SoundPrint, home: string): Failure | undefined {
	if (print.home === home) return undefined;
	const hint = `If it has moved, change url in the member's file to ${print.home} If ${home} is the right one, build the handbook with that address.`;
	return failed('print-elsewhere', `The print at ${readableAddress(home)} says that its handbook stands at ${print.home}`, hint);
}

/** What is wrong when a print is older than what was gathered before. */
export function rollbackFault(print: SoundPrint, known: Snapshot | undefined, now: Date): Failure | undefined {
	const before = soundDate(known?.generatedAt, now);
	if (before === undefined || print.generatedAt === undefined || Date.parse(print.generatedAt) >= Date.parse(before)) return undefined;
	return failed('print-older', `The print at ${readableAddress(print.home)} is of ${day(print.generatedAt)}, and what was gathered before is of ${day(before)}.`);
}

/** What is wrong when a handbook that was away comes from another repository than before. */
export function repositoryFault(print: SoundPrint, known: Snapshot): Failure | undefined {
	const before = known.repo.url;
	const after = print.repo.url;
	if (before === undefined || (after !== undefined && repository(after) === repository(before))) return undefined;
	return failed('repo-changed', `${readableAddress(print.home)} was away, and came back from ${after === undefined ? 'no repository' : `the repository ${after}`} instead of ${before}`);
}

function repository(address: string): string {
	return address.toLowerCase().replace(/^https?:|(?:\.git)?\/*$/g, '');
}

function day(date: string): string {
	return date.slice(0, 16).replace('T', ' ');
}
