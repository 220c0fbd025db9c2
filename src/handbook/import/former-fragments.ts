import { toString as textOf } from 'mdast-util-to-string';
import { headingIds } from './find-sections.js';
import type { Layout } from './layout.js';
import type { PlannedLink } from './plan-links.js';
import type { PreparedText } from './prepare-text.js';
import { splitAddress } from './source-targets.js';

/** Finds the id that a heading has now, for links that name the one that the program gave it. `texts` is every text by its path below the root. */
export function formerFragments(texts: ReadonlyMap<string, PreparedText>, headingId: Layout['headingId']): (link: PlannedLink, from: string) => PlannedLink {
	if (!headingId) return (link) => link;
	const known = new Map<string, ReadonlyMap<string, string>>();
	return (link, from) => {
		const { path, fragment } = splitAddress(link.address);
		const target = path === '' ? from : link.leadsTo;
		const text = texts.get(target ?? '');
		if (!fragment || target === undefined || !text) return link;
		if (!known.has(target)) known.set(target, idsOf(text, headingId));
		const now = known.get(target)?.get(fragment);
		return now === undefined ? link : { ...link, fragment: now };
	};
}

/** The ids that the program gave, where headings have others now. An id that is still there leads where it says. */
function idsOf({ tree }: PreparedText, headingId: (words: string) => string): Map<string, string> {
	const ids = new Map<string, string>();
	const now = headingIds(tree);
	for (const [heading, id] of now) {
		const former = headingId(textOf(heading, { includeHtml: false, includeImageAlt: false }).trim());
		if (!ids.has(former)) ids.set(former, id);
	}
	const taken = new Set(now.values());
	return new Map([...ids].filter(([former]) => !taken.has(former)));
}
