import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { DecisionRecord } from '../../../schema/decision-record.js';
import { findDates, wholeDate } from '../dates-in-text.js';
import { linesOf, plainText, type Run, runsOf, statementsOf } from './statements.js';

/** A fact of an agreement's text and the words it comes from. */
export interface Fact {
	/** Line within the text, from 1. */
	line: number;
	words: string;
}

/** The decisions that an agreement's text names. */
export interface FoundDecisions {
	decisions: (Fact & { decision: DecisionRecord })[];
	/** Words that may say something of the kind, for a person to decide. */
	unsure: (Fact & { question: string })[];
}

/** In English, German, Spanish and French. */
const verbs = 'approved|ratified|adopted|agreed|passed|accepted|consented|beschlossen|verabschiedet|angenommen|aprobad[oa]|adoptad[oa]|acordad[oa]|ratificad[oa]|adoptée?|approuvée?|ratifiée?';
const on = 'on|in|am|im|el|en|le|du';
/** “Approved: April 2019”, “Ratified on 3 May 2020”, and nothing else on the line. */
const announcement = new RegExp(
	String.raw`^(?:(?<verb>${verbs})(?:\s+(?:${on}))?|(?<label>date(?:\s+(?:${verbs}))?|decided(?:\s+on|\s+in)?))\s*[:–—-]?\s*(?:(?:${on})\s+)?(?<date>[^:]+?)\s*\.?$`,
	'iu',
);
/** A paragraph about the agreement's own making. */
const aboutItself = /^this\s+(?:\w+\s+)?(?:agreement|policy)\s+(?:was|has\s+been)\s/i;
const madeOrChanged = new RegExp(
	String.raw`^this\s+(?:\w+\s+)?(?:agreement|policy)\s+(?:was|has\s+been)\s+(?:\w+ly\s+)?(?:${verbs}|made|changed|updated|modified|revised|amended)\s+(?:on|in)\s+`,
	'iu',
);
const decisionTool = /^https?:\/\/(?:www\.)?loomio\.(?:org|com)\/(?:d|p)\//i;
const between = /^\s*(?:through|via|by|in|with)\s+(?:this\s+|the\s+)?$/i;
const mentions = new RegExp(String.raw`(?<!\p{L})(?:${verbs}|formed|updated|modified|revised|amended|amendment|adjustments)(?!\p{L})`, 'iu');

/**
 * Finds the decisions that an agreement names: a line that announces one, or a paragraph about the agreement
 * in which a date is linked to a decision or stands right before such a link. Everything less certain is a question.
 */
export function findDecisions(tree: Root, title = ''): FoundDecisions {
	const examples = new Set(statementsOf(tree, title).flatMap(({ line, isExample }) => (isExample ? [line] : [])));
	const facts: FoundDecisions = { decisions: [], unsure: [] };
	visit(tree, 'paragraph', (paragraph, _index, parent) => {
		const runs = runsOf(paragraph.children);
		const line = paragraph.position?.start.line ?? 1;
		const announcements = linesOf(runs).flatMap((part, index) => {
			const words = plainText(part);
			const decision = announced(words, part);
			return decision ? [{ line: line + index, words, decision }] : [];
		});
		const words = plainText(runs);
		const candidates = announcements.length > 0 ? announcements : inParagraph(words, runs).map((decision) => ({ line, words, decision }));
		// In a list, a table or a quotation the words may be about something else, and an example is about nothing.
		const certain = parent?.type === 'root' && !examples.has(line) ? candidates : [];
		facts.decisions.push(...certain);
		facts.unsure.push(
			...questions(
				words,
				runs,
				certain.map(({ decision }) => decision),
			).map((question) => ({ line, words, question })),
		);
	});
	return facts;
}

function announced(words: string, runs: readonly Run[]): DecisionRecord | undefined {
	const { verb, label, date = '' } = announcement.exec(words)?.groups ?? {};
	if (verb === undefined && label === undefined) return undefined;
	const when = wholeDate(date);
	if (when === undefined) return undefined;
	const links = runs.flatMap(({ url }) => (url !== undefined && /^https?:/i.test(url) ? [url] : []));
	if (links.length > 1) return undefined;
	// “Date: May 2020” alone may be any date; with a link to a decision it is the decision's.
	if (label?.toLowerCase() === 'date' && !links.some((url) => decisionTool.test(url))) return undefined;
	return { date: when, ...(links[0] !== undefined && { url: links[0] }) };
}

function inParagraph(words: string, runs: readonly Run[]): DecisionRecord[] {
	if (!aboutItself.test(words)) return [];
	const linked = runs.flatMap(({ text, url }, index): DecisionRecord[] => {
		if (url === undefined || !decisionTool.test(url)) return [];
		const own = wholeDate(text);
		if (own !== undefined) return [{ date: own, url }];
		const before = runs
			.slice(0, index)
			.map((run) => run.text)
			.join('');
		const last = findDates(before).at(-1);
		return last && between.test(before.slice(last.index + last.length)) ? [{ date: last.date, url }] : [];
	});
	const made = madeIn(words);
	return made === undefined || linked.some(({ date }) => date === made) ? linked : [{ date: made }, ...linked];
}

/** The date in “This agreement was updated in May 2020”, with no word behind it of what the change was for. */
function madeIn(words: string): string | undefined {
	const start = madeOrChanged.exec(words)?.[0].length;
	const [first] = start === undefined ? [] : findDates(words.slice(start));
	return first?.index === 0 && /^(?:$|[.,;(]|\s+(?:\(|and\s|through\s|via\s))/.test(words.slice((start ?? 0) + first.length)) ? first.date : undefined;
}

function questions(words: string, runs: readonly Run[], found: readonly DecisionRecord[]): string[] {
	const open = runs.flatMap(({ url }) => (url !== undefined && decisionTool.test(url) && !found.some((decision) => decision.url === url) ? [url] : []));
	const dates = mentions.test(words) || /^date\b/i.test(words) ? findDates(words).filter(({ date }) => !found.some((decision) => decision.date === date)) : [];
	return [
		...open.map((url) => `Is ${url} the decision on this agreement? The text does not say so for certain.`),
		...dates.map(({ date }) => `Was this agreement decided on in ${date}? The text does not say so for certain.`),
	];
}
