import { isSlugPath, slugSegment } from '../../lib/slug.js';
import { type Kind, kindFolders, kinds } from '../../schema/kinds.js';

/** Names that Windows keeps for devices, and those that stand for their folder. */
const notForTexts = /^(?:con|prn|aux|nul|com\d|lpt\d|readme|index)$/;

/** Some file systems take no more than 143 bytes, and a name should be readable. */
const longestName = 100;

/** The path of a copy below `content/`, without extension: the kind's folder and a name, which is the one wished or the last part of the parent's id. */
export function adoptedPath(kind: Kind, id: string, as?: string): { path: string } | { fault: string } {
	const wished = (as ?? slugSegment(id.split('/').at(-1) ?? id)).replace(/\.md$/i, '');
	if (!isSlugPath(wished) || wished.length > 2 * longestName) {
		return { fault: `“${wished.slice(0, longestName)}” cannot be the name of a text. It should have lower-case letters a to z, digits and hyphens only, such as check-in.` };
	}
	const segments = wished.split('/').map((segment) => fitName(segment));
	const folder = kinds.find((each) => kindFolders[each] === segments[0]);
	if (folder !== undefined && folder !== kind && segments.length > 1) return { fault: `The folder ${kindFolders[folder]} is for another kind of text: this one is of the kind “${kind}”.` };
	return { path: folder === kind && segments.length > 1 ? segments.join('/') : [kindFolders[kind], ...segments].join('/') };
}

function fitName(segment: string): string {
	const short = segment.slice(0, longestName).replace(/-+$/, '');
	return notForTexts.test(short) ? `${short}-text` : short;
}
