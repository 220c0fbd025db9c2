import type { Root } from 'mdast';
import { entrySchemas, type Kind } from '../../../schema/kinds.js';
import { parseFields } from '../../../schema/validate.js';
import { boxFacts } from './boxes.js';
import { findDecisions } from './decisions.js';
import type { FoundFact } from './found-fact.js';
import { isLabelled, labelFacts } from './labels.js';
import { type LinkedId, sentenceFacts } from './sentences.js';
import { plainText, runsOf, type Statement, statementsOf } from './statements.js';
import { statusOfTitle } from './statuses.js';

/** A question for a person about words of a text. */
export interface Question {
	/** Line within the text, from 1. */
	line: number;
	words: string;
	question: string;
}

/** What a text says of itself. */
export interface Facts {
	/** Certain facts, at most one for a field but for decisions, in the order of the text. */
	facts: Omit<FoundFact, 'isCertain'>[];
	/** Words that may say a fact, for a person to decide. */
	unsure: Question[];
}

/** What a text is read with. */
export interface FactsWish {
	kind: Kind;
	title: string;
	linkedId?: LinkedId;
}

const lastReviewed = /^(?:last reviewed|last review|zuletzt überprüft|última revisión|dernière révision)(?: on| in)?\s?:?\s+\S/iu;

/** Finds the facts that a text says of itself beyond doubt: in exact forms, where a text speaks of itself, once and without contradiction. Everything less certain is a question. */
export function findFacts(tree: Root, { kind, title, linkedId = () => undefined }: FactsWish): Facts {
	const statements = statementsOf(tree, title);
	const byLine = new Map(statements.map((statement) => [statement.line, statement]));
	const found = [
		...statements.flatMap((statement) => [...labelFacts(statement, kind), ...sentenceFacts(statement, kind, linkedId)]),
		...(kind === 'agreement' ? [...boxFacts(statements), ...titleFacts(tree, title)] : []),
	]
		.filter(({ field, value }) => parseFields(entrySchemas[kind], { [field]: value }).faults.length === 0)
		.map((fact) => ({ ...fact, isCertain: fact.isCertain && !standsAmongProse(fact, byLine) }));
	const decisions = kind === 'agreement' ? findDecisions(tree, title) : { decisions: [], unsure: [] };
	const { certain, unsure } = settle(found);
	return {
		facts: [...certain, ...decisions.decisions.map(({ line, words, decision }) => ({ field: 'decisions', value: [decision], line, words }))],
		unsure: [...decisions.unsure, ...unsure.map(questionOf), ...(kind === 'agreement' || kind === 'practice' ? statements.flatMap(lastReview) : [])],
	};
}

/** A label in the middle of a paragraph of sentences may be a part of one. */
function standsAmongProse({ field, line, words }: FoundFact, byLine: ReadonlyMap<number, Statement>): boolean {
	if (field === 'supersedes' || field === 'decisions') return false;
	const own = byLine.get(line);
	const neighbours = [byLine.get(line - 1), byLine.get(line + 1)].filter((neighbour) => neighbour !== undefined && neighbour.isTicked === own?.isTicked);
	return own !== undefined && isLabelled(words) && neighbours.some((neighbour) => neighbour !== undefined && neighbour.words.length > 60 && !isLabelled(neighbour.words));
}

/** Facts that a text says once, or twice alike. Of a field that has two values, nothing is certain. */
function settle(found: readonly FoundFact[]): { certain: Omit<FoundFact, 'isCertain'>[]; unsure: FoundFact[] } {
	const certain: Omit<FoundFact, 'isCertain'>[] = [];
	const unsure: FoundFact[] = [];
	for (const [field, facts] of Map.groupBy(found, (fact) => fact.field)) {
		const values = new Set(facts.map(({ value }) => JSON.stringify(value)));
		const [first] = facts.filter(({ isCertain }) => isCertain);
		if (first === undefined || (values.size > 1 && field !== 'decisions')) unsure.push(...facts);
		else certain.push(...(field === 'decisions' ? facts.filter(({ isCertain }) => isCertain) : [first]).map(({ isCertain: _certain, ...fact }) => fact));
	}
	return { certain: certain.sort((a, b) => a.line - b.line), unsure };
}

function titleFacts(tree: Root, title: string): FoundFact[] {
	const status = statusOfTitle(title);
	if (status === undefined) return [];
	const heading = tree.children.find((node) => node.type === 'heading');
	const line = heading && plainText(runsOf(heading.children)) === title.normalize('NFC').replace(/\s+/g, ' ').trim() ? (heading.position?.start.line ?? 1) : 1;
	return [{ field: 'status', value: status, line, words: title, isCertain: true }];
}

function questionOf({ field, value, line, words }: FoundFact): Question {
	return { line, words, question: `Is “${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}” a fact about this text? It does not say so for certain.` };
}

/** A review is written down with what came of it, which such a line does not say. */
function lastReview({ words, line, isOwn }: Statement): Question[] {
	return isOwn && lastReviewed.test(words) ? [{ line, words, question: 'What came of this review, kept or changed? Write it under reviews, with its date.' }] : [];
}
