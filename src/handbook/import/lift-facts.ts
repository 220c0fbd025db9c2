import type { PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { agreementStatuses } from '../../schema/agreement.js';
import type { DecisionRecord } from '../../schema/decision-record.js';
import { findDates } from './english-dates.js';

/** A fact of an agreement's text and the words it comes from. */
export interface Fact {
	/** Line within the text, from 1. */
	line: number;
	words: string;
}

/** What an agreement's text says about itself. */
export interface Facts {
	decisions: (Fact & { decision: DecisionRecord })[];
	status?: Fact & { status: (typeof agreementStatuses)[number] };
	/** Words that may say something of the kind, for a person to decide. */
	unsure: (Fact & { question: string })[];
}

const verbs = 'approved|ratified|adopted|agreed|passed|accepted|consented';
/** “Approved: April 2019”, “Ratified on 3 May 2020”, and nothing else on the line. */
const announcement = new RegExp(String.raw`^(?:(?<verb>${verbs})(?:\s+on|\s+in)?|(?<label>date(?:\s+(?:${verbs}))?|decided(?:\s+on|\s+in)?))\s*[:–—-]?\s*(?:on\s+|in\s+)?(?<date>[^:]+?)\s*\.?$`, 'i');
/** A paragraph about the agreement's own making. */
const aboutItself = /^this\s+(?:\w+\s+)?(?:agreement|policy)\s+(?:was|has\s+been)\s/i;
const decisionTool = /^https?:\/\/(?:www\.)?loomio\.(?:org|com)\/(?:d|p)\//i;
const between = /^\s*(?:through|via|by|in|with)\s+(?:this\s+|the\s+)?$/i;
const mentions = new RegExp(String.raw`\b(?:${verbs}|formed|updated|modified|revised|amended|amendment|adjustments)\b`, 'i');

/** A run of words, with the address that they link to. */
interface Run {
	text: string;
	url?: string;
}

/**
 * Finds the decisions that an agreement names: a line that announces one, or a paragraph about the agreement
 * in which a date is linked to a decision or stands right before such a link. Everything less certain is a question.
 */
export function findFacts(tree: Root): Facts {
	const facts: Facts = { decisions: [], unsure: [] };
	visit(tree, 'paragraph', (paragraph, _index, parent) => {
		const runs = runsOf(paragraph.children);
		const line = paragraph.position?.start.line ?? 1;
		const announcements = linesOf(runs).flatMap((part, index) => {
			const words = plainText(part);
			const status = /^status\s*:\s*(\w+)\.?$/i.exec(words)?.[1]?.toLowerCase();
			const known = agreementStatuses.find((name) => name === status);
			if (known && parent?.type === 'root') facts.status ??= { line: line + index, words, status: known };
			const decision = announced(words, part);
			return decision ? [{ line: line + index, words, decision }] : [];
		});
		const words = plainText(runs);
		const candidates = announcements.length > 0 ? announcements : inParagraph(words, runs).map((decision) => ({ line, words, decision }));
		// In a list, a table or a quotation the words may be about something else.
		const certain = parent?.type === 'root' ? candidates : [];
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
	return runs.flatMap(({ text, url }, index): DecisionRecord[] => {
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
}

function questions(words: string, runs: readonly Run[], found: readonly DecisionRecord[]): string[] {
	const open = runs.flatMap(({ url }) => (url !== undefined && decisionTool.test(url) && !found.some((decision) => decision.url === url) ? [url] : []));
	const dates = mentions.test(words) || /^date\b/i.test(words) ? findDates(words).filter(({ date }) => !found.some((decision) => decision.date === date)) : [];
	return [
		...open.map((url) => `Is ${url} the decision on this agreement? The text does not say so for certain.`),
		...dates.map(({ date }) => `Was this agreement decided on in ${date}? The text does not say so for certain.`),
	];
}

/** The date, when the words are a date and nothing else. A bare year counts. */
function wholeDate(words: string): string | undefined {
	const text = words.trim().replace(/[.,]$/, '');
	if (/^(?:19|20)\d{2}$/.test(text)) return text;
	const [date, ...others] = findDates(text);
	return date && others.length === 0 && date.index === 0 && date.length === text.length ? date.date : undefined;
}

function runsOf(words: readonly PhrasingContent[]): Run[] {
	return words.flatMap((node): Run[] => {
		if (node.type === 'link') return [{ text: textOf(node, { includeHtml: false }), url: node.url }];
		if ('children' in node) return runsOf(node.children);
		return [{ text: node.type === 'break' ? '\n' : textOf(node, { includeHtml: false, includeImageAlt: false }) }];
	});
}

/** The runs of each line of a paragraph. */
function linesOf(runs: readonly Run[]): Run[][] {
	const lines: Run[][] = [[]];
	for (const run of runs) {
		run.text.split('\n').forEach((text, index) => {
			if (index > 0) lines.push([]);
			lines.at(-1)?.push({ ...run, text });
		});
	}
	return lines;
}

function plainText(runs: readonly Run[]): string {
	return runs
		.map(({ text }) => text)
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
}
