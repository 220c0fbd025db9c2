import { parse, TomlDate, TomlError } from 'smol-toml';

/** Facts in another language than YAML, read; or why they cannot be, and on which of their lines. */
export type ForeignFacts = { data: Record<string, unknown> } | { message: string; line: number };

/** Reads facts in TOML, as Hugo and Zola write them. Dates become text: `2020-05-03`. */
export function readToml(block: string): ForeignFacts {
	try {
		return { data: plainValues(parse(block)) as Record<string, unknown> };
	} catch (error) {
		if (!(error instanceof TomlError)) return { message: 'The facts at the top cannot be read as TOML.', line: 1 };
		return { message: 'The facts at the top are not valid TOML.', line: error.line };
	}
}

/** Reads facts in JSON. */
export function readJson(block: string): ForeignFacts {
	try {
		const data: unknown = JSON.parse(block);
		if (isRecord(data)) return { data };
		return { message: 'The facts at the top are no list of names with values.', line: 1 };
	} catch {
		return { message: 'The facts at the top are not valid JSON.', line: 1 };
	}
}

/** Where an object of JSON that opens a text ends, the bracket included; undefined when it does not. */
export function endOfJson(text: string): number | undefined {
	let depth = 0;
	let inString = false;
	for (let index = 0; index < text.length; index += 1) {
		const character = text[index];
		if (inString) {
			if (character === '\\') index += 1;
			else if (character === '"') inString = false;
		} else if (character === '"') inString = true;
		else if (character === '{') depth += 1;
		else if (character === '}') {
			depth -= 1;
			if (depth === 0) return index + 1;
		}
	}
	return undefined;
}

function plainValues(value: unknown): unknown {
	if (value instanceof TomlDate) return value.toISOString();
	if (Array.isArray(value)) return value.map(plainValues);
	if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, plainValues(below)]));
	return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
