/** Names that other programs give to fields of ours, where both mean the same for certain. */
const fieldOfTerm: Readonly<Record<string, string>> = {
	description: 'summary',
	excerpt: 'summary',
	keywords: 'tags',
	categories: 'tags',
	category: 'tags',
	tag: 'tags',
	topics: 'tags',
	author: 'authors',
	language: 'lang',
	license: 'licence',
	lastmod: 'updated',
	last_modified_at: 'updated',
	last_update: 'updated',
};

/** The longest summary of an entry. */
const longestSummary = 160;

/** Front matter in the terms of this format, as far as its names are known anywhere. A field of ours goes before one of another name; what does not fit stays under its own name. */
export function commonFields(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const fields: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(data)) {
		const field = Object.hasOwn(fieldOfTerm, key.toLowerCase()) ? fieldOfTerm[key.toLowerCase()] : undefined;
		const meant = field === undefined ? undefined : ourValue(field, value);
		if (field === undefined || meant === undefined || (data[field] !== undefined && field !== 'tags')) fields[key] = value;
		else if (field === 'tags') fields.tags = [...new Set([...listOf(data.tags), ...listOf(fields.tags), ...listOf(meant)])];
		else fields[field] ??= meant;
	}
	return fields;
}

/** The value in the form of our field, or undefined when it has another meaning. */
function ourValue(field: string, value: unknown): unknown {
	if (value === null || value === '') return undefined;
	switch (field) {
		case 'summary':
			return typeof value === 'string' && value.trim().length <= longestSummary && !value.trim().includes('\n') ? value.trim() : undefined;
		case 'tags':
		case 'authors':
			return listOf(value).length > 0 ? listOf(value) : undefined;
		case 'updated':
			return /^\d{4}-\d{2}-\d{2}/.exec(value instanceof Date ? value.toISOString() : String(value))?.[0];
		default:
			return typeof value === 'string' ? value : undefined;
	}
}

/** Texts of a list, or of a line with commas. Anything else is no list of words. */
function listOf(value: unknown): string[] {
	const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
	return items.flatMap((item) => (typeof item === 'string' || typeof item === 'number' ? [String(item).trim()] : [])).filter(Boolean);
}
