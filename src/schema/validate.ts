import type { z } from 'zod';
import { nearest } from '../lib/nearest.js';

/** A field that does not fit its schema. */
export interface FieldFault {
	code: 'field-unknown' | 'field-invalid' | 'hidden-not-boolean';
	path: PropertyKey[];
	message: string;
	hint?: string;
}

/** The fields that say whether an entry is hidden. */
const hidingFields: ReadonlySet<PropertyKey> = new Set<PropertyKey>(['draft', 'private', 'published']);

/** The fields that fit and a fault for each that does not. A field without a value counts as absent, unless it says whether the entry is hidden. */
export function parseFields<S extends z.ZodObject>(schema: S, data: Record<string, unknown>): { fields: z.output<S>; faults: FieldFault[] } {
	const given = Object.fromEntries(Object.entries(data).filter(([key, value]) => value !== null || hidingFields.has(key)));
	const parsed = schema.safeParse(given, { reportInput: true });
	if (parsed.success) return { fields: parsed.data, faults: [] };
	const faults = fieldFaults(parsed.error, schema);
	const faulty = new Set(faults.map((fault) => fault.path[0]));
	const sound = Object.fromEntries(Object.entries(given).filter(([key]) => !faulty.has(key)));
	const again = schema.partial().safeParse(sound);
	return { fields: (again.success ? again.data : {}) as z.output<S>, faults };
}

/** Every fault of a failed parse as a friendly sentence. */
function fieldFaults(error: z.ZodError, schema: z.ZodType): FieldFault[] {
	return error.issues.flatMap((issue) => issueFaults(issue, schema));
}

function issueFaults(issue: z.core.$ZodIssue, schema: z.ZodType): FieldFault[] {
	const [first] = issue.path;
	if (issue.path.length === 1 && first !== undefined && hidingFields.has(first)) {
		return [{ code: 'hidden-not-boolean', path: [first], message: `“${String(first)}” should be true or false, without quotes.` }];
	}
	if (issue.code === 'unrecognized_keys') {
		const known = fieldNames(schema, issue.path);
		return issue.keys.map((key) => {
			const guess = nearest(key, known);
			const place = issue.path.length > 0 ? `in “${fieldName(issue.path)}”` : 'here';
			return {
				code: 'field-unknown' as const,
				path: [...issue.path, key],
				message: `There is no field “${key}” ${place}.`,
				...(guess && { hint: `Did you mean “${guess}”?` }),
			};
		});
	}
	const inner = issue.code === 'invalid_union' ? innerIssues(issue) : undefined;
	if (inner) return inner.flatMap((each) => issueFaults({ ...each, path: [...issue.path, ...each.path] }, schema));
	const hint = valueHint(issue);
	return [{ code: 'field-invalid', path: issue.path, message: `“${fieldName(issue.path)}” ${plainMessage(issue)}.`, ...(hint && { hint }) }];
}

/** The issues of the form that was meant: the one whose outside fits and whose inside does not. */
function innerIssues({ errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | undefined {
	return errors.find((issues) => issues.length > 0 && issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'));
}

/** The parts of a schema in which fields are found. */
interface Definition {
	innerType?: z.ZodType;
	in?: z.ZodType;
	element?: z.ZodType;
	options?: readonly z.ZodType[];
	shape?: Record<string, z.ZodType>;
}

/** The names of the fields that there are at a place below a schema. */
function fieldNames(schema: z.ZodType, [first, ...rest]: readonly PropertyKey[]): string[] {
	const { innerType, in: input, element, options, shape } = (schema as unknown as { def: Definition }).def;
	const path = first === undefined ? [] : [first, ...rest];
	const wrapped = innerType ?? input;
	if (wrapped) return fieldNames(wrapped, path);
	if (options) return options.flatMap((option) => fieldNames(option, path));
	if (first === undefined) return Object.keys(shape ?? {});
	const next = element ?? shape?.[String(first)];
	return next ? fieldNames(next, rest) : [];
}

function fieldName(path: readonly PropertyKey[]): string {
	return path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join(' › ');
}

function valueHint(issue: z.core.$ZodIssue): string | undefined {
	if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') return undefined;
	const guess = nearest(issue.input, issue.values.map(String));
	return guess && `Did you mean “${guess}”?`;
}

function plainMessage(issue: z.core.$ZodIssue): string {
	if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')) return 'is missing';
	if (issue.code === 'invalid_value') return `should be one of: ${issue.values.join(', ')}`;
	if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) return typeSentence(issue.expected, issue.input);
	return issue.message;
}

function typeSentence(expected: string, input: unknown): string {
	if (expected === 'string') {
		if (typeof input === 'number' || typeof input === 'boolean') return 'should be text, so it needs quotes around it';
		if (Array.isArray(input)) return 'should be one text, not a list';
		return 'should be one text; text with a colon in it needs quotes around it';
	}
	const forms: Record<string, string> = {
		array: 'should be a list, each item on a line of its own after a dash',
		object: 'should have fields of its own, each on a line below it',
		boolean: 'should be true or false, without quotes',
		number: 'should be a number, without quotes',
		int: 'should be a whole number, without quotes',
	};
	return forms[expected] ?? `should be ${expected}`;
}
