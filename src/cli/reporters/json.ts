import type { Problem } from '../../errors.js';

/** Problems for programs. */
export function reportAsJson(problems: readonly Problem[]): string {
	return JSON.stringify({ problems, ...count(problems) }, null, 2);
}

function count(problems: readonly Problem[]): { errors: number; warnings: number } {
	const errors = problems.filter(({ severity }) => severity === 'error').length;
	return { errors, warnings: problems.length - errors };
}
