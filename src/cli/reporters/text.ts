import type { Problem } from '../../errors.js';
import { problemText } from '../../errors.js';

/** Problems for people, with a closing line that counts them; `read` says what was read, such as `12 texts`. */
export function reportAsText(problems: readonly Problem[], read: string): string {
	return [...problems.map(problemText), closingLine(problems, read)].join('\n\n');
}

function closingLine(problems: readonly Problem[], read: string): string {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	const warnings = problems.length - errors;
	if (problems.length === 0) return `${read} read. No problems found.`;
	return `${read} read. ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`;
}
