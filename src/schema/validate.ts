import type { z } from 'zod';
import { nearest } from '../lib/nearest.js';

/** A field that does not fit its schema. */
export interface FieldFault {
	code: 'field-unknown' | 'field-invalid' | 'hidden-not-boolean';
	path: PropertyKey[];
	message: string;
	hint?: string;
}

const hidingFields = new Set<PropertyKey>(['draft', 'private', 'published']);

/** Every fault of a failed parse as a friendly sentence. */
export function fieldFaults(error: z.ZodError, shape: Record<string, unknown>): FieldFault[] {
	return error.issues.flatMap((issue) => issueFaults(issue, Object.keys(shape)));
}

function issueFaults(issue: z.core.$ZodIssue, knownFields: string[]): FieldFault[] {
	const [first] = issue.path;
	if (issue.path.length === 1 && first !== undefined && hidingFields.has(first)) {
		return [{ code: 'hidden-not-boolean', path: [first], message: `“${String(first)}” should be true or false, without quotes.` }];
	}
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => {
			const guess = issue.path.length === 0 ? nearest(key, knownFields) : undefined;
			return {
				code: 'field-unknown' as const,
				path: [...issue.path, key],
				message: `There is no field “${key}” here.`,
				...(guess && { hint: `Did you mean “${guess}”?` }),
			};
		});
	}
	return [{ code: 'field-invalid', path: issue.path, message: `“${fieldName(issue.path)}” ${plainMessage(issue)}.` }];
}

function fieldName(path: readonly PropertyKey[]): string {
	return path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join(' › ');
}

function plainMessage(issue: z.core.$ZodIssue): string {
	if (issue.code === 'invalid_value') return `should be one of: ${issue.values.join(', ')}`;
	if (issue.code === 'invalid_type') return issue.input === undefined ? 'is missing' : typeSentence(issue.expected);
	if (issue.code === 'invalid_union' && issue.message === 'Invalid input') return unionMessage(issue);
	return issue.message;
}

function unionMessage(issue: z.core.$ZodIssueInvalidUnion): string {
	const inner = issue.errors.flat().find((error) => error.code !== 'invalid_type') ?? issue.errors.flat()[0];
	return inner ? plainMessage(inner) : 'has a value that does not fit';
}

function typeSentence(expected: string): string {
	const forms: Record<string, string> = {
		string: 'should be text; put quotes around it if it is a number',
		array: 'should be a list, each item on a line of its own after a dash',
		object: 'should have fields of its own, each on a line below it',
		boolean: 'should be true or false, without quotes',
		number: 'should be a number, without quotes',
		int: 'should be a whole number, without quotes',
	};
	return forms[expected] ?? `should be ${expected}`;
}
