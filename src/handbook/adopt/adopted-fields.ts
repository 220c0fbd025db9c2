import { isSlugPath } from '../../lib/slug.js';
import { entrySchemas, type Kind } from '../../schema/kinds.js';
import { parseFields } from '../../schema/validate.js';
import { fieldRules } from './field-rules.js';

/** A field that stays with the other group. */
export interface DroppedField {
	field: string;
	/** Why, as the end of a sentence. */
	why: string;
}

/** The fields of a copy that its parent gives it, and those that it does not. */
export interface AdoptedFields {
	kept: Record<string, unknown>;
	dropped: DroppedField[];
}

/** Sorts the front matter of a parent: what says something about the text is kept, what is about the other group is not. */
export function adoptedFields(kind: Kind, data: Readonly<Record<string, unknown>>): AdoptedFields {
	const { fields } = parseFields(entrySchemas[kind], { ...data });
	const sound: Record<string, unknown> = { ...fields };
	const kept: Record<string, unknown> = {};
	const dropped: DroppedField[] = [];
	for (const field of Object.keys(data)) {
		const rule = Object.hasOwn(fieldRules, field) ? fieldRules[field as keyof typeof fieldRules] : undefined;
		if (typeof rule === 'object') dropped.push({ field, why: rule.dropped });
		else if (rule === undefined || !Object.hasOwn(sound, field) || sound[field] === undefined) dropped.push({ field: plainName(field), why: 'it is not a fact that Sporeprint can read' });
		// As it was written, so that a later merge sees no change where there is none.
		else if (rule === 'kept') kept[field] = data[field];
	}
	if (typeof sound.delegator === 'string') {
		if (sound.delegator.includes('/') && isSlugPath(sound.delegator)) dropped.push({ field: 'delegator', why: 'it names an entry of their handbook' });
		else kept.delegator = sound.delegator;
	}
	if (kind !== 'agreement' && sound.status !== undefined) dropped.push({ field: 'status', why: 'what they decided is not decided here' });
	if (kind === 'agreement' && sound.status !== undefined && sound.status !== 'proposed') dropped.push({ field: 'status', why: 'nobody has agreed to it here yet, so it is proposed' });
	return { kept, dropped };
}

/** A name that a stranger chose, when it is fit to be shown. */
function plainName(field: string): string {
	return /^[\w-]{1,40}$/.test(field) ? field : 'a field with an odd name';
}
