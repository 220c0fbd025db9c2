import { type Problem, problemKinds } from '../../errors.js';
import type { AskedEntry } from './source-state.js';

/** How each copy stands at its source, for programs. */
export function updateJson(asked: readonly AskedEntry[], problems: readonly Problem[]): string {
	return JSON.stringify({ problems, entries: asked.map(entryJson) }, null, 2);
}

function entryJson({ entry, lineage, state }: AskedEntry): unknown {
	return { id: entry.id, path: `content/${entry.path}`, title: entry.title, url: lineage.url, group: lineage.group, sha256: lineage.sha256, retrieved: lineage.retrieved, ...stateJson(state) };
}

function stateJson(state: AskedEntry['state']): Record<string, unknown> {
	switch (state.type) {
		case 'unchanged':
			return { state: 'unchanged' };
		case 'gone': {
			const { message, date, reason, successor } = state;
			return { state: 'gone', message, date, reason, successor };
		}
		case 'unreachable': {
			const { code, message, hint } = state.fault;
			return { state: 'unreachable', code, message, hint: hint ?? problemKinds[code].remedy };
		}
		case 'changed': {
			const { now, base, theirs, facts, parts, reasons, decision } = state;
			return {
				state: 'changed',
				now: { url: now.url, title: now.title, licence: now.licence, sha256: now.bodySha256 },
				canMerge: base !== undefined && theirs !== undefined,
				facts: facts.map(({ field, before = null, now: value = null }) => ({ field, before, now: value })),
				parts,
				reasons,
				decision: decision && { path: `content/${decision.path}`, status: decision.status },
			};
		}
	}
}
