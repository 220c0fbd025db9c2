import { renderText } from '../../markdown/render.js';
import { stringsFor } from '../../strings/index.js';
import { Assets } from '../assets.js';
import { type ContentIndex, targetResolver } from '../resolve-targets.js';

/** An entry as it will be read. */
export interface NewEntry {
	/** Path below `content/`. */
	path: string;
	id: string;
	/** Hidden entries cannot be led to. */
	hidden: boolean;
	aliases: readonly string[];
	body: string;
}

/** Says what is wrong with an address, as the reader of the handbook will see it; undefined when nothing is. */
export type LinkCheck = (address: string, image: boolean, from: string) => string | undefined;

/** A check against entries and files that are not written yet, by the reader's own rules. `bytes` gives a file by its new path. */
export function linkCheck(entries: readonly NewEntry[], files: readonly string[], bytes: (path: string) => Uint8Array): LinkCheck {
	const visible = entries.filter(({ hidden }) => !hidden);
	const byId = new Map(visible.map((entry) => [entry.id, entry]));
	const byPath = new Map(entries.map((entry) => [entry.path, entry]));
	const index: ContentIndex = {
		files: new Set([...entries.map(({ path }) => path), ...files, 'group.md']),
		idOfPath: new Map(visible.map(({ path, id }) => [path, id])),
		ids: new Set(byId.keys()),
		aliases: new Map(visible.flatMap(({ aliases, id }) => aliases.map((alias) => [alias, id] as const))),
		assets: new Assets({ bytes, text: () => undefined }),
		base: '/',
	};
	const headings = new Map<string, ReadonlySet<string> | undefined>();
	const headingsOf = (entry: NewEntry | undefined): ReadonlySet<string> | undefined => {
		if (!entry || entry.path.endsWith('.mdx')) return undefined;
		if (!headings.has(entry.path)) headings.set(entry.path, renderText(entry.body, { labels: stringsFor('en').text, resolver: targetResolver(index, entry.path), trust: 'own' }).ids);
		return headings.get(entry.path);
	};

	return (address, image, from) => {
		const resolver = targetResolver(index, from);
		const target = image ? resolver.image(address) : resolver.link(address);
		if (target.type === 'broken') return target.message;
		if (target.type === 'fragment' && !['', 'top'].includes(target.fragment) && headingsOf(byPath.get(from))?.has(target.fragment) === false)
			return `There is no heading “#${target.fragment}” in this text.`;
		if (target.type === 'internal' && target.id !== undefined && target.fragment && headingsOf(byId.get(target.id))?.has(target.fragment) === false)
			return `There is no heading “#${target.fragment}” in content/${byId.get(target.id)?.path}.`;
		return undefined;
	};
}
