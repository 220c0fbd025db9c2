import { isSlugPath } from '../../lib/slug.js';
import type { Entry } from '../../markdown/entry.js';
import { webAddress } from '../../schema/text.js';

type Fields = Record<string, unknown>;

/** Finds the id on our site of a text that its author names by its own. */
export type FindText = (id: string) => string | undefined;

const single = ['translationOf', 'parent'];
const lists = ['related', 'supersedes', 'overrides', 'resultsIn', 'about'];

/**
 * Fields in which every id is one on our site. Ids of nothing are left out, so that none can lead to another member's text;
 * web addresses stay. The text's own id and its former ones, which are addresses at its home, are left out too.
 */
export function mirrorReferences({ id: _id, aliases: _aliases, ...fields }: Fields, find: FindText): Entry['fields'] {
	const mirrored: Fields = { ...fields };
	for (const key of single) {
		if (typeof fields[key] === 'string') mirrored[key] = find(fields[key]);
	}
	for (const key of lists) {
		if (Array.isArray(fields[key])) mirrored[key] = fields[key].flatMap((each: string) => (isAddress(each) ? each : (find(each) ?? [])));
	}
	if (Array.isArray(fields.decisions)) {
		mirrored.decisions = fields.decisions.map((decision: Fields) => (typeof decision.id === 'string' ? { ...decision, id: find(decision.id) } : decision));
	}
	if (typeof fields.delegator === 'string') mirrored.delegator = find(fields.delegator) ?? (isPath(fields.delegator) ? undefined : fields.delegator);
	// The kind chose the schema, so the fields are those of the kind; TypeScript cannot follow that.
	return Object.fromEntries(Object.entries(mirrored).filter(([, value]) => value !== undefined)) as Entry['fields'];
}

function isAddress(text: string): boolean {
	return webAddress.safeParse(text).success;
}

/** An id, and not the name of a circle that happens to look like one. */
function isPath(text: string): boolean {
	return text.includes('/') && isSlugPath(text);
}
