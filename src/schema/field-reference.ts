import type { z } from 'zod';
import { groupSchema } from './group.js';
import { entrySchema } from './entry.js';
import { entrySchemas, kinds } from './kinds.js';

/** One field, for people. */
export interface FieldDescription {
	name: string;
	/** What it may hold, in words. */
	form: string;
	about: string;
}

/** Every field of FORMAT by section: the group, every entry, and what each kind adds. */
export function fieldReference(): { section: string; fields: FieldDescription[] }[] {
	const common = new Set(Object.keys(entrySchema.shape));
	return [
		{ section: 'group', fields: describeShape(groupSchema.shape) },
		{ section: 'entry', fields: describeShape(entrySchema.shape) },
		...kinds.map((kind) => ({ section: kind, fields: describeShape(entrySchemas[kind].shape).filter(({ name }) => !common.has(name)) })),
	];
}

function describeShape(shape: Record<string, z.ZodType>): FieldDescription[] {
	return Object.entries(shape).map(([name, schema]) => ({ name, form: formOf(schema), about: schema.description ?? '' }));
}

/** What a field may hold, read off its schema. */
function formOf(schema: z.ZodType): string {
	const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType; in?: z.ZodType; element?: z.ZodType; entries?: Record<string, string>; options?: z.ZodType[]; shape?: Record<string, z.ZodType> } };
	switch (def.type) {
		case 'optional':
		case 'lazy':
			return def.innerType ? formOf(def.innerType) : 'a list';
		case 'pipe':
			return def.in ? formOf(def.in) : 'text';
		case 'array':
			return def.element ? `list of: ${formOf(def.element)}` : 'a list';
		case 'enum':
			return Object.values(def.entries ?? {}).map((value) => `\`${value}\``).join(', ');
		case 'union':
			return [...new Set((def.options ?? []).map(formOf))].join(' or ');
		case 'object':
			return `{ ${Object.keys(def.shape ?? {}).join(', ')} }`;
		case 'boolean':
			return '`true` or `false`';
		case 'number':
			return 'number';
		default:
			return 'text';
	}
}
