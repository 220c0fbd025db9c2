import slugify from '@sindresorhus/slugify';
import { textHash } from './text-hash.js';

const isSegment = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** One path segment of `[a-z0-9-]`. Scripts without a transliteration get a short stable hash instead. */
export function slugSegment(text: string): string {
	// Most are: ids, and tags of a word.
	if (isSegment.test(text)) return text;
	const slug = slugify(text, { decamelize: false });
	return slug === '' ? `x-${textHash(text).slice(0, 8)}` : slug;
}

/** A slug of `[a-z0-9-/]` from a path with `/` between its segments. */
export function slugPath(path: string): string {
	return path.split('/').filter(Boolean).map(slugSegment).join('/');
}

/** True for lower-case ASCII letters, digits and hyphens in segments separated by single slashes. */
export function isSlugPath(text: string): boolean {
	return /^[a-z0-9]+(?:-+[a-z0-9]+)*(?:\/[a-z0-9]+(?:-+[a-z0-9]+)*)*$/.test(text);
}
