import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Network } from '../network/network.js';

/** The handbooks of a network as an outline (OPML 2.0, http://opml.org/spec2.opml), for programs that follow many sites. */
export function opmlText({ host, members }: Network): string {
	const handbooks = members.filter(({ type, handbook }) => type === 'handbook' && handbook);
	const outlines = handbooks.map(({ url, handbook }) => x('outline', { type: 'link', text: handbook?.group.name ?? url, description: handbook?.group.summary, url }));
	const outline = x('opml', { version: '2.0' }, [x('head', [x('title', host.fields.name)]), x('body', outlines)]);
	return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(outline)}\n`;
}
