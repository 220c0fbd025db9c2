import type { CrawlReport, MemberReport } from '../../network/crawl.js';

/** A member for people: nothing when it is in order and as before. */
export function memberText({ id, state, changed, entries, problem, skipped }: MemberReport, dryRun: boolean): string | undefined {
	const texts = count(entries, 'text', 'texts');
	if (skipped === 'asked-to-wait') return `${id}: ${state}, and not asked. Its site wants to be left alone for now.`;
	if (skipped === 'hidden') return `${id}: hidden by content/moderation.yml, and not asked.`;
	if (skipped === 'paused' || skipped === 'archived') return `${id}: ${skipped}, and not asked.`;
	const changes = changed ? `, ${dryRun ? 'would change' : 'changed'}` : '';
	if (state === 'fresh') return changed ? `${id}: in order${changes}, ${texts}.` : undefined;
	if (skipped === 'not-due' && !problem) return undefined;
	return [`${id}: ${state}${changes}.${problem ? ` ${problem.message}` : ''}`, ...(problem ? [`  ${problem.hint}`] : [])].join('\n');
}

/** The whole crawl in a sentence or two. */
export function crawlSummary({ members, removed, asked, healthy, requests, bytes }: CrawlReport, dryRun: boolean): string {
	const changed = members.filter((member) => member.changed).length;
	const left = members.length - asked;
	return [
		`${count(asked, 'member', 'members')} asked: ${healthy} in order, ${changed} changed, ${asked - healthy} not in order.`,
		...(left > 0 ? [`${count(left, 'was', 'were')} not asked.`] : []),
		...(removed.length > 0 ? [`No members any more, so their snapshots ${dryRun ? 'would be' : 'were'} removed: ${removed.join(', ')}.`] : []),
		`${count(requests, 'request', 'requests')}, ${size(bytes)}.`,
		...(dryRun ? ['Nothing was written.'] : []),
	].join(' ');
}

function count(number: number, one: string, many: string): string {
	return `${number} ${number === 1 ? one : many}`;
}

function size(bytes: number): string {
	if (bytes < 1000) return count(bytes, 'byte', 'bytes');
	return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
