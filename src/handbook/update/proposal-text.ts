import { formatPartialDate } from '../../lib/partial-date.js';
import { escapeAddress, escapeWords } from '../adopt/escape-words.js';
import type { FieldChange } from './field-difference.js';
import type { Part, Words } from './source-difference.js';
import type { Reason } from './source-reasons.js';

/** A text in full, under a heading. */
export interface Version {
	heading: string;
	source: string;
}

/** What a proposal says. Every word of another group becomes plain words. */
export interface ProposalContent {
	/** Id and title of the own text, and its address from the proposal. */
	own: { id: string; title: string; address: string };
	group: string;
	/** Page of the parent's text. */
	url: string;
	retrieved?: string | undefined;
	facts: readonly FieldChange[];
	/** Undefined when there is no earlier version to compare with. */
	parts: readonly Part[] | undefined;
	/** What the parts were compared with. */
	since: 'taken' | 'own';
	reasons: readonly Reason[];
	/** The newest last. */
	versions: readonly Version[];
	/** Of the parent's text now: by it the proposal is known again. */
	sha256: string;
	canMerge: boolean;
}

/** The text of a proposal, written for a group that sits together and decides. */
export function proposalText(content: ProposalContent): string {
	const { own, group, url, retrieved, reasons, versions, sha256 } = content;
	const taken = retrieved === undefined ? '' : ` It was taken on ${formatPartialDate(retrieved, 'en-GB')}.`;
	return [
		`Our text [${escapeWords(own.title)}](${own.address}) comes from ${escapeWords(group)}.${taken} Since then they have changed [theirs](${escapeAddress(url)}). Do we take the change over?`,
		'## What changed',
		...changeLines(content),
		'## Why',
		reasons.length === 0
			? 'Their text does not say why.'
			: listOf(reasons.map(({ date, text, url: more }) => `${date === undefined ? '' : `${date}: `}${escapeWords(text)}${more === undefined ? '' : ` ([more](${escapeAddress(more)}))`}`)),
		'## How to go on',
		...nextSteps(content),
		'## The texts in full',
		...versions.flatMap(({ heading, source }) => [`### ${heading}`, fenced(source)]),
		`Fingerprint of their text now: \`${sha256}\``,
	].join('\n\n');
}

function changeLines({ facts, parts, since }: ProposalContent): string[] {
	const changed = (parts ?? []).filter(({ type }) => type !== 'same');
	return [
		...(facts.length > 0
			? [listOf(facts.map(({ field, before, now }) => `${field}: ${before === undefined ? '' : `~~${valueText(before)}~~ `}${now === undefined ? '(taken out)' : `**${valueText(now)}**`}`))]
			: []),
		...(changed.length > 0
			? [
					`${since === 'own' ? 'Their text now, compared with ours' : 'Their text now, compared with what we took'}: ~~struck out~~ is what went, **bold** is what came.`,
					...(parts ?? []).map(partText),
				]
			: [facts.length > 0 ? 'The text itself is as it was.' : 'No words changed.']),
	];
}

/** A part as Markdown, each in a quotation of its own. */
function partText(part: Part): string {
	if (part.type === 'same') return part.count === 1 ? '*(One paragraph is as it was.)*' : `*(${part.count} paragraphs are as they were.)*`;
	if (part.type === 'changed') return `> ${part.words.map(markedWords).join(' ')}`;
	if (!part.isCode) return `> ${markedWords({ is: part.type, text: part.text })}`;
	return `${part.type === 'removed' ? 'Taken out:' : 'Put in:'}\n\n${fenced(part.text)}`;
}

function markedWords({ is, text }: Words): string {
	const words = escapeWords(text);
	if (words === '') return '';
	if (is === 'same') return words;
	return is === 'removed' ? `~~${words}~~` : `**${words}**`;
}

function nextSteps({ own, canMerge }: ProposalContent): string[] {
	return [
		'Decide in your own way, and write here what came of it.',
		listOf([
			canMerge
				? `**If you take it over:** run \`npx sporeprint update --merge ${own.id}\`. It keeps what you changed yourselves, and marks what you have to decide. Then set \`status: passed\` at the top of this text.`
				: '**If you take it over:** change your text by hand, because the text as you took it is not kept. Then set `status: passed` at the top of this text.',
			'**If you leave it:** set `status: notPassed`. You are not asked about this change again, only about later ones.',
		]),
	];
}

/** Text of any kind as code, within a fence that it cannot end. */
function fenced(text: string): string {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}markdown\n${text.replace(/\n+$/, '')}\n${fence}`;
}

function listOf(items: readonly string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

/** The value of a fact in plain words. */
function valueText(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return value.map(valueText).join(', ');
	return escapeWords(typeof value === 'string' ? value : JSON.stringify(value).replace(/["{}]/g, ' '));
}
