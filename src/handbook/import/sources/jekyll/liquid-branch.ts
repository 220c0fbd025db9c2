import type { LiquidNode } from './liquid-nodes.js';
import { holds, type Lookup } from './liquid-values.js';

/** Nodes from the first to before the second. */
export type Stretch = readonly [from: number, to: number];

/**
 * The branch of an `if` or `unless`, which stands from `first` to `last`, that readers saw; undefined when that is not certain.
 * `ends`: the last tag of each block within.
 */
export function shownBranch(nodes: readonly LiquidNode[], ends: ReadonlyMap<number, number>, [first, last]: Stretch, lookup: Lookup): Stretch | undefined {
	let from = first + 1;
	let result = holds(nodes[first]?.rest ?? '', lookup);
	if (nodes[first]?.name === 'unless' && result !== undefined) result = !result;
	for (let at = first + 1; at <= last; at += 1) {
		const inner = ends.get(at);
		if (inner !== undefined) {
			at = inner;
			continue;
		}
		const part = nodes[at];
		if (at !== last && part?.name !== 'elsif' && part?.name !== 'else') continue;
		if (result === undefined) return undefined;
		if (result) return [from, at];
		from = at + 1;
		result = part?.name === 'elsif' ? holds(part.rest, lookup) : true;
	}
	return [last, last];
}
