import { cleanSource, type Position, readFrontMatter } from './front-matter.js';

/** A file of YAML, taken apart. */
export interface YamlFile {
	/** Plain data; empty when the file is faulty. */
	data: Record<string, unknown>;
	fault?: Position & { message: string };
	/** Where a field stands, by its path. */
	locate(path: readonly PropertyKey[]): Position;
}

/** Reads a file of YAML with the one reader of YAML there is, which knows it as the facts at the top of a text. Aliases are refused. */
export function readYaml(text: string): YamlFile {
	// A line of three dashes may open a file of YAML too.
	const yaml = cleanSource(text).replace(/^---[^\S\n]*(?=\n|$)/, '#');
	const { data, body, bodyLine, fault, locate } = readFrontMatter(`---\n${yaml}\n---\n`, { foreign: true });
	const found = (path: readonly PropertyKey[]): Position => below(locate(path));
	if (fault) return { data: {}, fault: { ...below(fault), message: plainMessage(fault.message) }, locate: found };
	if (body.trim() !== '') return { data: {}, fault: { ...below({ line: bodyLine - 1, column: 1 }), message: 'A line of three dashes stands in the middle of the file.' }, locate: found };
	return { data, locate: found };
}

/** Without the line that was put above the file. */
function below({ line, column }: Position): Position {
	return { line: Math.max(1, line - 1), column };
}

function plainMessage(message: string): string {
	return message.includes('facts') ? 'This file is not made of lines of name: value.' : message;
}
