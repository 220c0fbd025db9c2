import { contentFiles } from '../handbook/content-files.js';
import { listContent } from '../handbook/list-content.js';
import { readGroup } from '../handbook/read-group.js';
import { readRegistry } from '../network/registry/read-registry.js';

/** Where a site is published: origin, and path below it. */
export interface Place {
	site?: string;
	base?: string;
}

/** The place that `url` in `content/group.md` names: used where the configuration names none. */
export function placeOfGroup(root: string): Place {
	if (!listContent(root).value.includes('group.md')) return {};
	return placeAt(readGroup(contentFiles(root).text('group.md')).group.fields.url);
}

/** The place that `url` in `content/network.md` names. */
export function placeOfNetwork(root: string): Place {
	return placeAt(readRegistry(root).value.fields.url);
}

function placeAt(url: string | undefined): Place {
	if (url === undefined) return {};
	const { origin, pathname } = new URL(url);
	return { site: origin, base: pathname.endsWith('/') ? pathname : `${pathname}/` };
}
