import type { z } from 'zod';
import { nearest } from '../lib/nearest.js';
import type { entrySchema } from './entry.js';
import type { FieldFault } from './validate.js';

type HidingFields = Pick<z.output<typeof entrySchema>, 'draft' | 'private' | 'published'>;

const hidingWords = ['draft', 'drafts', 'isDraft', 'private', 'publish', 'published', 'unpublished', 'hidden', 'unlisted', 'visible'];
/** A name or a text among the facts, written as JSON, that says as much. */
const hidingText = /"(?:is[-_ ]?)?(?:drafts?|private|(?:un)?published|hidden|unlisted)"/i;

/** Hidden by its fields, or by a mistake that may have been meant to hide it. */
export function isHidden({ draft, private: secret, published }: HidingFields, faults: readonly FieldFault[], data: Readonly<Record<string, unknown>>): boolean {
	if (draft === true || secret === true || published === false) return true;
	return faults.some(({ code, path: [key = ''] }) => {
		const unknown = code === 'field-unknown' && nearest(String(key), hidingWords) !== undefined;
		return unknown || code === 'hidden-not-boolean' || hidingText.test(JSON.stringify({ [key]: data[String(key)] }));
	});
}
