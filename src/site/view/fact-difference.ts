import { isDeepStrictEqual } from 'node:util';
import type { DraftEntry } from '../../handbook/read-entry.js';
import { languageName } from '../../lib/language.js';
import { type Difference, textDifference } from '../../lib/text-difference.js';
import type { Entry } from '../../markdown/entry.js';
import type { Site } from '../site.js';
import { entryState } from './entry-state.js';
import type { Fact, FactRecord, FactValue } from './fact.js';
import { entryFacts } from './facts.js';

/** A fact that was changed, in words. */
export interface FactDifference {
	label: string;
	differences: Difference[];
}

/** How the facts of two versions differ, in the words in which an entry's page gives them. */
export function factDifferences(before: DraftEntry, after: DraftEntry, site: Site): FactDifference[] {
	// Writing facts in words takes longer than all the rest, and most changes leave them as they are.
	if (isDeepStrictEqual(before.fields, after.fields)) return [];
	const [old, now] = [factLines(before, site), factLines(after, site)];
	return [...new Set([...now.keys(), ...old.keys()])].flatMap((label) => {
		const [from, to] = [old.get(label) ?? '', now.get(label) ?? ''];
		// What stayed as it was is on the page of the text.
		return from === to ? [] : [{ label, differences: (textDifference(from, to) ?? []).filter(({ type }) => type === 'changed') }];
	});
}

/** Facts by their labels, a paragraph for each thing. */
function factLines(draft: DraftEntry, site: Site): Map<string, string> {
	// The kind chose the schema, so the fields are those of the kind; TypeScript cannot follow that.
	const entry = draft as unknown as Entry;
	const { fields } = draft;
	const { fields: names, entry: words, history, site: frame, values } = site.strings;
	const state = entryState(entry, site.strings);
	const { glance, before, after } = entryFacts(entry, site);
	const titles = (ids: readonly string[] | undefined): string[] => (ids ?? []).flatMap((id) => site.byId.get(id)?.title ?? []);
	const common: [label: string, things: readonly (string | undefined)[]][] = [
		[history.facts.title, [fields.title]],
		[history.facts.summary, [fields.summary]],
		[names.status, [state?.label]],
		[history.facts.language, [fields.lang && languageName(fields.lang, site.lang)]],
		[history.facts.translationOf, titles(fields.translationOf === undefined ? [] : [fields.translationOf])],
		[words.tags, fields.tags ?? []],
		[names.reasons, (fields.reasons ?? []).map((reason) => values.reasons[reason])],
		[names.authors, fields.authors ?? []],
		[frame.licence, [fields.licence]],
		[words.related, titles(fields.related)],
		[words.basedOn, (fields.basedOn ?? []).map(({ relation, title, url, group, licence, changes }) => sentence([relation && values.relation[relation], title ?? url, group, licence, changes]))],
		[history.facts.aliases, fields.aliases ?? []],
	];
	const said = [...common, ...[...glance, ...before, ...after].map(({ label, value }: Fact) => [label, thingsOf(value)] as const)];
	return new Map(said.map(([label, things]) => [label, things.filter((thing) => thing !== undefined && thing !== '').join('\n\n')]));
}

function thingsOf(value: FactValue): string[] {
	switch (value.type) {
		case 'text':
		case 'time':
			return [value.text];
		case 'items':
			return value.items;
		case 'links':
			return value.links.map(({ label }) => label);
		case 'records':
			return value.records.map(recordText);
	}
}

function recordText({ state, date, text, by, response, link }: FactRecord): string {
	return sentence([state?.label, date?.text, by, text, response, link?.label]);
}

function sentence(parts: readonly (string | undefined)[]): string {
	return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
