import type { Problem } from '../../errors.js';
import { problemText } from '../../errors.js';

/** Problems for people, with a closing line that counts them. */
export function reportAsText(problems: readonly Problem[], entries: number): string {
	return [...problems.map(problemText), closingLine(problems, entries)].join('\n\n');
}

function closingLine(problems: readonly Problem[], entries: number): string {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	const read = `${entries} ${entries === 1 ? 'text' : 'texts'} read`;
	if (problems.length === 0) return `${read}. No problems found.`;
	return `${read}. ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`;
}
