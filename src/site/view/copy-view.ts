import { adoptedPath } from '../../handbook/adopt/adopted-path.js';
import { hrefOfId } from '../../lib/href.js';
import type { Entry } from '../../markdown/entry.js';
import { copyPath } from '../../output/copy-text.js';
import { fillText } from '../../strings/index.js';
import { idAtHome } from '../homes.js';
import type { Site } from '../site.js';
import { licenceAsks } from './licence-link.js';

/** How a text can be taken over. */
export interface CopyView {
	/** Address of the source with its lineage written in. */
	href: string;
	/** Name for the file. */
	file: string;
	/** The page that puts it into the reader's own repository. */
	openHref: string;
	/** What its licence asks. */
	licence: string;
}

/** Undefined for a text with components: it needs the handbook that it is in. */
export function copyView(entry: Entry, { base, strings }: Site): CopyView | undefined {
	if (entry.syntax === 'mdx') return undefined;
	const place = adoptedPath(entry.kind, idAtHome(entry));
	const path = 'fault' in place ? `${entry.kind}.md` : `${place.path}.md`;
	return {
		href: `${base}${copyPath(entry)}`,
		file: path.split('/').at(-1) ?? path,
		openHref: `${hrefOfId(base, 'copy/open')}?text=${entry.id}&to=${path}`,
		licence: fillText(strings.copy[licenceAsks(entry.licence)], { licence: entry.licence }),
	};
}
