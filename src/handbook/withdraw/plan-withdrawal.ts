import { isMap, isNode, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import { isSlugPath } from '../../lib/slug.js';
import type { Tombstone } from '../../schema/tombstone.js';
import type { HandbookEntry } from '../handbook.js';

/** What withdrawing a text does. */
export interface WithdrawalPlan {
	/** Path of the text below `content/`. */
	path: string;
	/** What will be left of the text, and of the addresses that it had before. */
	tombstones: Tombstone[];
	/** The list of withdrawn texts, before and after; nothing before when there is none yet. */
	list: { before: string | undefined; after: string };
}

/** Plans to withdraw a text. Whatever the list holds stays in it, comments too; what is on it already is not added again. */
export function planWithdrawal({ id, path, fields }: HandbookEntry, facts: Omit<Tombstone, 'id'>, before: string | undefined): WithdrawalPlan {
	const tombstones = [id, ...(fields.aliases ?? []).filter(isSlugPath)].map((each) => ({ id: each, ...facts }));
	return { path, tombstones, list: { before, after: withTombstones(before ?? opening, tombstones) } };
}

const opening = '# What was withdrawn from this handbook, and why. Each leaves a word at its old address.\n';

function withTombstones(text: string, tombstones: readonly Tombstone[]): string {
	const document = parseDocument(text, { schema: 'core' });
	const list = document.get('withdrawn');
	const listed = new Set(isSeq(list) ? list.items.map((item) => isMap(item) && item.get('id')) : []);
	const added = tombstones.filter(({ id }) => !listed.has(id));
	if (added.length === 0) return text;
	if (isSeq(list) && list.flow !== true) return belowLast(text, list, added);
	if (isSeq(list)) {
		list.flow = false;
		list.items.push(...added.map((tombstone) => document.createNode(tombstone)));
	} else document.set('withdrawn', document.createNode(added));
	return document.toString({ lineWidth: 0 });
}

/** A list of lines gets more lines at its end. It is all that the file holds. */
function belowLast(text: string, { items }: YAMLSeq, added: readonly Tombstone[]): string {
	const first = items.find(isNode)?.range?.[0] ?? 0;
	const indent = /[^\n]*(?=-[^\S\n]*$)/.exec(text.slice(0, first))?.[0] ?? '';
	const lines = stringify(added, { lineWidth: 0 }).replace(/^(?=.)/gm, indent);
	return `${text}${text.endsWith('\n') ? '' : '\n'}${lines}`;
}
