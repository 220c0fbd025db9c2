import type { Problem } from '../../errors.js';

/** Problems as annotations of GitHub Actions (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). */
export function reportForGitHub(problems: readonly Problem[]): string[] {
	return problems.map(
		({ severity, file, line, column, code, message, hint }) => `::${severity} file=${property(file)},line=${line},col=${column},title=${property(code)}::${data(`${message} ${hint}`)}`,
	);
}

function data(text: string): string {
	return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
	return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
