import { wholeDate } from '../dates-in-text.js';
import type { FoundFact } from './found-fact.js';
import type { Statement } from './statements.js';

const box = /^(?:ratified|adopted|approved|agreed|consented|passed)(?:\s*[:–—-])?(?:\s+(?:on|in))?(?:\s+(?<date>\S.*))?$/i;

/** What boxes such as “[ ] Ratified” say of where an agreement stands: ticked, it is adopted; not ticked, it is proposed. */
export function boxFacts(statements: readonly Statement[]): FoundFact[] {
	return statements.flatMap(({ words, line, isTicked, isExample }): FoundFact[] => {
		const match = isTicked === undefined ? null : box.exec(words);
		const written = match?.groups?.date;
		const date = written === undefined ? undefined : wholeDate(written);
		if (!match || (written !== undefined && date === undefined)) return [];
		const shown = `[${isTicked ? 'x' : ' '}] ${words}`;
		const status = { field: 'status', value: isTicked ? 'adopted' : 'proposed', line, words: shown, isCertain: !isExample };
		return isTicked && date !== undefined ? [status, { field: 'decisions', value: [{ date }], line, words: shown, isCertain: !isExample }] : [status];
	});
}
