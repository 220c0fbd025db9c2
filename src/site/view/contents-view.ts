import type { ContentsNode } from '../../handbook/handbook.js';
import type { Entry } from '../../markdown/entry.js';
import { hrefOfEntry, hrefOfKind, type Site } from '../site.js';

/** A line of the table of contents, with what stands under it. */
export interface ContentsLine {
	label: string;
	href?: string | undefined;
	lang?: string | undefined;
	items: ContentsLine[];
}

/** The table of contents, or the part of it that `keep` keeps; `whole` shows what stands under other texts too. */
export function contentsLines(site: Site, { keep = () => true, whole = true }: { keep?: (entry: Entry) => boolean; whole?: boolean } = {}): ContentsLine[] {
	const lines = (nodes: readonly ContentsNode[]): ContentsLine[] =>
		nodes.flatMap((node): ContentsLine[] => {
			if (node.type === 'entry') {
				const entry = site.byId.get(node.id);
				return entry && keep(entry) ? [{ label: entry.title, href: hrefOfEntry(site, entry), lang: entry.lang, items: whole ? lines(node.items) : [] }] : [];
			}
			const items = lines(node.items);
			if (items.length === 0) return [];
			if (node.type === 'kind') return [{ label: site.strings.kinds[node.kind].many, href: hrefOfKind(site, node.kind), items: items.filter(({ href }) => href !== hrefOfKind(site, node.kind)) }];
			const [first, ...rest] = items;
			// A section that opens with the text it is named for shows that text once.
			return first && first.label === node.title && first.items.length === 0 ? [{ ...first, items: rest }] : [{ label: node.title, items }];
		});
	return lines(site.contents);
}
