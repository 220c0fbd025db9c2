import { type ComposedEntry, composeEntry } from './compose-entry.js';
import type { Edit } from './edits.js';
import { type Facts, findFacts } from './facts/find-facts.js';
import type { Findings } from './import-plan.js';
import { linkEdit, type PlannedLink } from './plan-links.js';
import { type PreparedText, sourceLine } from './prepare-text.js';
import { isProse } from './sort-fields.js';
import { undoEscapes } from './undo-escapes.js';

/** A text as it will be written, and the addresses in it. */
export interface FinishedText {
	text: PreparedText;
	composed: ComposedEntry;
	addresses: { link: PlannedLink; address: string }[];
}

/**
 * Finishes a text: its links lead to the new places (`places` is by path below the layout's root), its facts are fields.
 * `ids` is by path below the layout's root too. Adds what was noticed to `findings`.
 */
export function finishText(
	text: PreparedText,
	links: readonly PlannedLink[],
	{ places, ids }: { places: ReadonlyMap<string, string>; ids: ReadonlyMap<string, string> },
	findings: Findings,
): FinishedText {
	const to = text.destination.path;
	const addresses: FinishedText['addresses'] = [];
	const edits: Edit[] = [];
	for (const link of links) {
		const edit = linkEdit(link, text.source.path, places);
		if (edit) edits.push(edit);
		addresses.push({ link, address: edit?.address ?? link.address });
	}
	findings.changedLinks += edits.length;

	const escapes = to.endsWith('.mdx') ? [] : undoEscapes(text.tree, text.body);
	findings.undoneEscapes += escapes.length;
	const linkedId = (at: number): string | undefined => ids.get(links.find(({ start }) => start === at)?.leadsTo ?? '');
	const facts = findFacts(text.tree, { kind: text.kind, title: text.title, linkedId });
	const composed = composeEntry(text, liftFacts(text, facts, findings), [...edits, ...escapes]);
	note(text, findings);
	return { text, composed, addresses };
}

/** Fields from the text, where the source has none of its own. */
function liftFacts(text: PreparedText, { facts, unsure }: Facts, findings: Findings): Record<string, unknown> {
	const { kept } = text.fields;
	const place = (line: number) => ({ from: text.from, line: sourceLine(text, line), to: text.destination.path });
	const lifted: Record<string, unknown> = {};
	for (const { field, value, line, words } of facts) {
		if (kept[field] !== undefined) continue;
		lifted[field] = field === 'decisions' ? [...((lifted[field] as unknown[] | undefined) ?? []), ...(value as unknown[])] : value;
		findings.lifted.push({ ...place(line), field, value: field === 'decisions' ? (value as unknown[])[0] : value, words });
	}
	findings.unsure.push(...unsure.map(({ line, words, question }) => ({ ...place(line), question, words })));
	return lifted;
}

/** Notes everything about a text that a person should know, links aside. */
function note(text: PreparedText, findings: Findings): void {
	const { from, source, split, fields, facts, rewritten, destination } = text;
	for (const [notation, count] of rewritten.became) findings.rewritten[notation] = (findings.rewritten[notation] ?? 0) + count;
	if (source.encoding !== 'utf-8') findings.problems.push({ from, line: 1, message: `This file was stored as ${source.encoding}. Please look whether its letters came out right.` });
	findings.problems.push(...[...(source.damage ?? []), ...(source.notes ?? [])].map(({ line, message }) => ({ from, line, message })));
	if (split.unclosed !== undefined) findings.problems.push({ from, line: 1, message: 'The facts at the top have no second line of three dashes. They are a part of the text now.' });
	if (split.broken) findings.problems.push({ from, line: split.broken.line, message: `${split.broken.message} They stand at the top of the text now, as they were.` });
	for (const note of rewritten.notes) findings.problems.push({ from, line: split.bodyLine + note.from - 1, message: note.message });
	for (const message of facts.notes ?? []) findings.problems.push({ from, line: 1, message });
	if (fields.hiddenBy !== undefined) findings.hidden.push({ from, to: destination.path, field: fields.hiddenBy, ...(text.placeholder !== undefined && { isPlaceholder: true }) });
	findings.droppedFields.push(...fields.dropped.map(({ key, value }) => ({ from, field: key, value, keptAsText: isProse(value) })));
}
