import { isDeepStrictEqual } from 'node:util';
import type { Target, TargetResolver } from './target.js';

/** A question that a text asked while it was rendered, and the answer that it got. */
export interface AskedTarget {
	as: keyof TargetResolver;
	address: string;
	target: Target;
}

/** A resolver that writes down what it is asked. */
export function askingResolver(resolver: TargetResolver): { resolver: TargetResolver; asked: AskedTarget[] } {
	const asked: AskedTarget[] = [];
	const ask = (as: AskedTarget['as'], address: string): Target => {
		const target = resolver[as](address);
		asked.push({ as, address, target });
		return target;
	};
	return { resolver: { link: (address) => ask('link', address), image: (address) => ask('image', address) }, asked };
}

/** True when every question would get the same answer again, so that the text would become the same. Every question is asked. */
export function answersAreTheSame(asked: readonly AskedTarget[], resolver: TargetResolver): boolean {
	return asked.map(({ as, address, target }) => isDeepStrictEqual(resolver[as](address), target)).every((same) => same);
}
