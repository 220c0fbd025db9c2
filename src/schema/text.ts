import parse from 'spdx-expression-parse';
import { z } from 'zod';
import { isFormerAddress } from '../lib/former-address.js';
import { canonicalLanguage } from '../lib/language.js';
import { isSlugPath } from '../lib/slug.js';

/** One line of text that is not empty. */
export const line = z.string().trim().min(1, 'should not be empty');

/** A list of lines. A single line stands for a list of one. */
export const lines = z.union([line, z.array(line)], 'should be a text, or a list of texts with a dash before each').transform((value) => (typeof value === 'string' ? [value] : value));

/** An id: lower-case letters, digits and hyphens, with slashes between segments. */
export const slug = z
	.string()
	.refine(isSlugPath, 'should have lower-case letters a to z, digits and hyphens only, with / between parts, such as practices/check-in')
	.meta({ pattern: '^[a-z0-9]+(-+[a-z0-9]+)*(/[a-z0-9]+(-+[a-z0-9]+)*)*$' });

/** Where a text once stood, here or where it was imported from. */
export const formerAddress = z
	.string()
	.refine(isFormerAddress, 'should be a former id or the path of a former page, without / at its ends, such as practices/check-in or Guides/Check in.html')
	.meta({ pattern: '^[^\\u0000-\\u001f\\u007f<>:"|?*#%\\\\/]+(/[^\\u0000-\\u001f\\u007f<>:"|?*#%\\\\/]+)*$' });

/** A web address. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'should be a web address that starts with https://' }).meta({ pattern: '^[hH][tT][tT][pP][sS]?:' });

/** An id of this handbook or a web address of another one. */
export const idOrAddress = z.union([webAddress, slug], 'should be an id such as practices/check-in or a web address that starts with https://');

/** A language tag of BCP 47, in its canonical form. */
export const language = z
	.string()
	.refine((tag) => canonicalLanguage(tag) !== undefined, 'should be a language tag such as en, es or pt-BR')
	.meta({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' })
	.transform((tag) => canonicalLanguage(tag) ?? tag);

/** An SPDX licence expression (https://spdx.org/licenses/). */
export const licence = z.string().refine(isSpdx, 'should be an SPDX licence name such as CC-BY-SA-4.0, CC-BY-4.0 or CC0-1.0 (see https://spdx.org/licenses/)');

function isSpdx(text: string): boolean {
	try {
		parse(text);
		return true;
	} catch {
		return false;
	}
}
