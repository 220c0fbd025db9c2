import type { z } from 'zod';
import { isoDuration, partialDate } from './dates.js';
import { entrySchema } from './entry.js';
import { groupSchema } from './group.js';
import { entrySchemas, kinds } from './kinds.js';
import { memberSchema } from './member.js';
import { moderationSchema } from './moderation.js';
import { navigation } from './navigation.js';
import { networkSchema } from './network.js';
import { range } from './range.js';
import { idOrAddress, language, licence, lines, slug, webAddress } from './text.js';
import { withdrawnSchema } from './tombstone.js';

/** One field, for people. */
export interface FieldDescription {
	name: string;
	/** What it may hold, in words. */
	form: string;
	about: string;
	/** The fields that its value, or each item of its list, has in turn. */
	parts?: FieldDescription[];
}

/** Every field by section: the group, every entry, what each kind adds, what is withdrawn, and what a network's host writes. */
export function fieldReference(): { section: string; fields: FieldDescription[] }[] {
	const common = new Set(Object.keys(entrySchema.shape));
	return [
		{ section: 'group', fields: describeShape(groupSchema.shape) },
		{ section: 'entry', fields: describeShape(entrySchema.shape) },
		...kinds.map((kind) => ({ section: kind, fields: describeShape(entrySchemas[kind].shape).filter(({ name }) => !common.has(name)) })),
		{ section: 'withdrawn', fields: describeShape(withdrawnSchema.shape) },
		{ section: 'network', fields: describeShape(networkSchema.shape) },
		{ section: 'member', fields: describeShape(memberSchema.shape) },
		{ section: 'moderation', fields: describeShape(moderationSchema.shape) },
	];
}

/** The parts of a schema that a description is read off. */
interface Definition {
	type: string;
	innerType?: z.ZodType;
	in?: z.ZodType;
	element?: z.ZodType;
	entries?: Record<string, string>;
	options?: z.ZodType[];
	shape?: Record<string, z.ZodType>;
}

/** Schemas that have a name of their own, and its plural. A described schema is a copy, but its definition is the same. */
const named = new Map<Definition, [one: string, many: string]>([
	[definitionOf(partialDate), ['date', 'dates']],
	[definitionOf(isoDuration), ['length of time', 'lengths of time']],
	[definitionOf(range), ['whole number, or { min, max }', 'whole numbers, or { min, max }']],
	[definitionOf(slug), ['id', 'ids']],
	[definitionOf(webAddress), ['web address', 'web addresses']],
	[definitionOf(idOrAddress), ['id or web address', 'ids or web addresses']],
	[definitionOf(language), ['language', 'languages']],
	[definitionOf(licence), ['licence', 'licences']],
	[definitionOf(lines), ['text, or list of texts', 'lists of texts']],
	[definitionOf(navigation), ['list of ids, and of sections with { title, items }', 'lists of ids and sections']],
]);

function definitionOf(schema: z.ZodType): Definition {
	return (schema as unknown as { def: Definition }).def;
}

function describeShape(shape: Record<string, z.ZodType>): FieldDescription[] {
	return Object.entries(shape).map(([name, schema]) => {
		const parts = partsOf(schema);
		return { name, form: formOf(schema), about: schema.description ?? '', ...(parts && { parts }) };
	});
}

/** What a field may hold, read off its schema. */
function formOf(schema: z.ZodType): string {
	const def = definitionOf(schema);
	const name = named.get(def);
	if (name) return name[0];
	switch (def.type) {
		case 'optional':
			return def.innerType ? formOf(def.innerType) : 'text';
		case 'pipe':
			return def.in ? formOf(def.in) : 'text';
		case 'array':
			return def.element ? listOf(def.element) : 'list';
		case 'enum':
			return Object.values(def.entries ?? {})
				.map((value) => `\`${value}\``)
				.join(', ');
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

function listOf(element: z.ZodType): string {
	const name = named.get(definitionOf(element));
	if (name) return `list of ${name[1]}`;
	return definitionOf(element).type === 'string' ? 'list of texts' : `list of: ${formOf(element)}`;
}

/** The parts of an object, or of each object in a list. What each must have is said with it. */
function partsOf(schema: z.ZodType): FieldDescription[] | undefined {
	const { type, innerType, element, shape } = definitionOf(schema);
	if (type === 'object' && shape) {
		return describeShape(shape).map((part) => {
			const field = shape[part.name];
			return field && definitionOf(field).type !== 'optional' ? { ...part, about: `${part.about}. Required` } : part;
		});
	}
	const inner = type === 'optional' ? innerType : type === 'array' ? element : undefined;
	return inner && !named.has(definitionOf(inner)) ? partsOf(inner) : undefined;
}
