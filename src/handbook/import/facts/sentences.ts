import type { Kind } from '../../../schema/kinds.js';
import { wholeDate } from '../dates-in-text.js';
import type { FoundFact } from './found-fact.js';
import { intervalOf } from './intervals.js';
import type { Statement } from './statements.js';

/** The id of the text of the handbook that a link leads to, by the place of its address in the text; undefined when it leads elsewhere. */
export type LinkedId = (at: number) => string | undefined;

/** “This agreement is reviewed annually.” `own` is there when the sentence says of what it speaks. */
const reviewSentences: readonly RegExp[] = [
	/^(?<own>this (?:\w+ )?(?:agreement|policy) (?:is|will be|shall be|must be|should be|is to be|has to be) )?(?:to be )?reviewed (?<interval>[\p{L}\d -]+?)(?: by (?:the |our )?[\p{L} -]{1,40})?\.?$/iu,
	/^(?<own>we (?:will )?review this (?:\w+ )?(?:agreement|policy) )(?<interval>[\p{L}\d -]+?)\.?$/iu,
	/^(?:(?<own>diese (?:vereinbarung|regelung) wird )|wird )(?<interval>[\p{L}\d -]+?) überprüft\.?$/iu,
	/^(?<own>este acuerdo se revisa |este acuerdo se revisará )(?<interval>[\p{L}\d -]+?)\.?$/iu,
	/^(?<own>cet accord est (?:révisé|revu) )(?<interval>[\p{L}\d -]+?)\.?$/iu,
];
const dueSentence = /^(?<own>this (?:\w+ )?(?:agreement|policy) (?:is|will be|shall be|must be|should be|is to be) )?(?:to be |due to be )?reviewed (?:again )?(?:on|in) (?<date>[^.]+)\.?$/iu;
/** What is left of a sentence that says what is replaced, without the titles of what is linked. */
const replacing =
	/^(?:this (?:\w+ )?(?:agreement|policy|decision) )?(?:supersedes|replaces|ersetzt|sustituye(?: a)?|reemplaza(?: a)?|remplace)\s?:?(?: the| our)?(?: earlier| old| previous)?[\s,;&]*(?:(?:and|und|y|et)[\s,]*)*(?:agreements?|policy|policies|decisions?)?\.?$/iu;
const replaced = /^(?:this (?:\w+ )?(?:agreement|policy) (?:is|was|has been) )?(?:superseded|replaced) by(?: the| our)?[\s]*(?:agreement|policy)?\.?$/iu;

/** The facts that sentences say: how often something is looked at again, when next, and what it replaces. */
export function sentenceFacts(statement: Statement, kind: Kind, linkedId: LinkedId): FoundFact[] {
	if (statement.isTicked !== undefined) return [];
	const { words, line, isOwn, isExample } = statement;
	const facts: FoundFact[] = [];
	for (const sentence of kind === 'agreement' ? words.split(/(?<=\.)\s+(?=\p{Lu})/u) : []) {
		const groups = reviewSentences.map((pattern) => pattern.exec(sentence)?.groups).find((found) => found !== undefined && intervalOf(found.interval ?? '') !== undefined);
		const due = dueSentence.exec(sentence)?.groups;
		const date = due && wholeDate(due.date ?? '');
		// Without a word of what is reviewed, it has to be all that the line says.
		const isWhole = sentence === words;
		if (groups) facts.push({ field: 'reviewEvery', value: intervalOf(groups.interval ?? ''), line, words: sentence, isCertain: !isExample && (groups.own !== undefined || (isOwn && isWhole)) });
		else if (due && date !== undefined && (due.own !== undefined || /^(?:due )?to be /i.test(sentence)))
			facts.push({ field: 'reviewOn', value: date, line, words: sentence, isCertain: !isExample && (due.own !== undefined || (isOwn && isWhole)) });
	}
	return [...facts, ...replacementFacts(statement, kind, linkedId)];
}

function replacementFacts({ words, runs, line, isExample }: Statement, kind: Kind, linkedId: LinkedId): FoundFact[] {
	if (kind !== 'agreement' && kind !== 'decision') return [];
	const links = runs.filter(({ at }) => at !== undefined);
	const ids = links.flatMap(({ at = -1 }) => linkedId(at) ?? []);
	const rest = runs
		.map(({ text, at }) => (at === undefined ? text : ' '))
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
	if (links.length === 0 || ids.length !== links.length) return [];
	if (replacing.test(rest)) return [{ field: 'supersedes', value: ids, line, words, isCertain: !isExample }];
	return replaced.test(rest) && links.length === 1 ? [{ field: 'status', value: 'superseded', line, words, isCertain: !isExample }] : [];
}
