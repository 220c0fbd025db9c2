import { problemKinds } from '../../errors.js';
import type { FieldChange } from '../../handbook/update/field-difference.js';
import { basePath } from '../../handbook/update/kept-base.js';
import { isSameText, type Part, type Words } from '../../handbook/update/source-difference.js';
import type { Reason } from '../../handbook/update/source-reasons.js';
import { formatPartialDate } from '../../lib/partial-date.js';
import type { AskedEntry, ChangedSource } from './source-state.js';

/** Words on either side of a change that are shown with it. */
const around = 8;

/** How each copy stands at its source, for people. Copies that are as they were are only counted. */
export function updateLines(asked: readonly AskedEntry[]): string[] {
	if (asked.length === 0) return ['No text here says that it was taken from another handbook. Copy one with: npx sporeprint adopt URL'];
	return [...asked.flatMap((each) => [...entryLines(each)]), summary(asked), ...unkeptLines(asked)];
}

function entryLines({ entry, lineage, state }: AskedEntry): string[] {
	const head = `“${entry.title}” (${entry.id})`;
	const taken = `  From ${lineage.group ?? 'another group'}: ${lineage.url}${lineage.retrieved === undefined ? '' : `, taken on ${formatPartialDate(lineage.retrieved, 'en-GB')}`}`;
	switch (state.type) {
		case 'unchanged':
			return [];
		case 'gone':
			return [
				`${head} is gone at its source.`,
				taken,
				`  ${state.message}${state.date === undefined ? '' : ` (${formatPartialDate(state.date, 'en-GB')})`}`,
				...(state.reason === undefined ? [] : [`  Their reason: ${state.reason}`]),
				...(state.successor === undefined ? [] : [`  In its place they name: ${state.successor}`]),
				'  Your copy stays as it is.',
				'',
			];
		case 'unreachable':
			return [`${head} could not be compared.`, taken, `  ${state.fault.message}`, `  ${state.fault.hint ?? problemKinds[state.fault.code].remedy}`, ''];
		case 'changed':
			return [
				`${head} has changed at its source.`,
				taken,
				...(lineage.group === undefined || lineage.group === state.upstream.group.name ? [] : [`  The handbook there is of “${state.upstream.group.name}” today.`]),
				...(state.now.url === lineage.url ? [] : [`  It stands at another address now: ${state.now.url}`]),
				...changeLines(state),
				...reasonLines(state.reasons),
				...nextLines(entry.id, lineage.sha256, state),
				'',
			];
	}
}

function changeLines({ theirs, base, facts, parts }: ChangedSource): string[] {
	if (!theirs) return ['  What is there now has HTML or code in it that cannot be made harmless, so it is not shown.'];
	if (!base || !parts) return ['  What changed cannot be said, because the text as it was taken is not kept.'];
	return [
		...facts.map(factText).map((line) => `    ${line}`),
		...(isSameText(parts) ? ['  The text itself is as it was.'] : ['  What changed ([-…-] went, {+…+} came):', ...parts.flatMap(partLines).map((line) => `    ${line}`)]),
	];
}

function factText({ field, before, now }: FieldChange): string {
	return `${field}: ${plainValue(before)} → ${plainValue(now)}`;
}

function plainValue(value: unknown): string {
	return value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
}

function partLines(part: Part): string[] {
	if (part.type === 'same') return [part.count === 1 ? '(one paragraph as it was)' : `(${part.count} paragraphs as they were)`];
	if (part.type === 'changed') return [part.words.map((words, index) => wordsText(words, index === 0, index === part.words.length - 1)).join(' ')];
	const [open, close] = part.type === 'removed' ? ['[-', '-]'] : ['{+', '+}'];
	return `${open}${part.text}${close}`.split('\n');
}

function wordsText({ is, text }: Words, isFirst: boolean, isLast: boolean): string {
	if (is === 'removed') return `[-${text}-]`;
	if (is === 'added') return `{+${text}+}`;
	const words = text.split(' ');
	const [before, after] = [isFirst ? 0 : around, isLast ? 0 : around];
	if (words.length <= before + after + 1) return text;
	return [...words.slice(0, before), '…', ...words.slice(words.length - after)].join(' ');
}

function reasonLines(reasons: readonly Reason[]): string[] {
	if (reasons.length === 0) return ['  Their text does not say why.'];
	return ['  Why, in their words:', ...reasons.map(({ date, text, url }) => `    ${date === undefined ? '' : `${date}: `}${text}${url === undefined ? '' : ` (${url})`}`)];
}

function nextLines(id: string, sha256: string, { decision, base, theirs }: ChangedSource): string[] {
	if (decision?.status === 'notPassed' || decision?.status === 'withdrawn') return [`  You have decided to leave it: content/${decision.path}`];
	const open = decision === undefined ? [] : [`  Your decision about it: content/${decision.path} (${decision.status})`];
	const propose = decision === undefined ? [`  To let the group decide first: npx sporeprint update --propose ${id}`] : [];
	if (!theirs) return open;
	if (!base) return [...open, `  content/${basePath(sha256)} is not there, so nothing can be merged. Put it back if you have it elsewhere, such as in git.`, ...propose];
	return [...open, `  To take it over: npx sporeprint update --merge ${id}`, ...propose];
}

function summary(asked: readonly AskedEntry[]): string {
	const count = (type: AskedEntry['state']['type']): number => asked.filter(({ state }) => state.type === type).length;
	const handbooks = `${asked.length} ${asked.length === 1 ? 'text' : 'texts'} compared with ${asked.length === 1 ? 'its source' : 'their sources'}`;
	return `${handbooks}: ${count('unchanged')} as before, ${count('changed')} changed, ${count('gone')} gone, ${count('unreachable')} could not be compared.`;
}

function unkeptLines(asked: readonly AskedEntry[]): string[] {
	const unkept = asked.flatMap(({ entry, state }) => (state.type === 'unchanged' && state.unkept ? [entry.id] : []));
	if (unkept.length === 0) return [];
	return [`Copied by hand, so that later changes could not be merged yet: ${unkept.join(', ')}. To keep the text as it was taken: npx sporeprint update --keep`];
}
