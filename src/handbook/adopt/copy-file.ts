import { stringify } from 'yaml';
import { entrySchemas } from '../../schema/kinds.js';
import type { Lineage } from '../../schema/lineage.js';
import { parseFields } from '../../schema/validate.js';
import type { ParentText } from './plan-adoption.js';

/** What the file of a copy is made from. */
export interface CopyParts {
	text: Pick<ParentText, 'kind' | 'title' | 'url' | 'bodySha256' | 'data'>;
	/** The fields of its parent that it keeps. */
	kept: Record<string, unknown>;
	/** Name of the group that it is taken from. */
	group: string;
	/** The licence it is taken under; undefined when that is not known. */
	licence: string | undefined;
	/** When it is taken, where that is known. */
	retrieved?: string | undefined;
	/** Language and licence, where the copy has to say them itself. */
	stated: { lang?: string | undefined; licence?: string | undefined };
	/** The text, with addresses that hold anywhere. */
	body: string;
}

/** The file of a copy: its lineage is in its front matter, so that credit goes wherever it goes. */
export function copyFile({ text, kept, group, licence, retrieved, stated, body }: CopyParts): string {
	const line: Lineage = {
		url: text.url,
		title: text.title,
		group,
		...(licence !== undefined && { licence }),
		relation: 'copied',
		sha256: text.bodySha256,
		...(retrieved !== undefined && { retrieved }),
	};
	const fields = {
		title: text.title,
		...(text.kind === 'agreement' && { status: 'proposed' }),
		...kept,
		...(stated.lang !== undefined && { lang: stated.lang }),
		...(stated.licence !== undefined && { licence: stated.licence }),
		basedOn: [line, ...lineageOf(text)],
	};
	const file = `---\n${stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false })}---\n${body.startsWith('\n') ? '' : '\n'}${body}`;
	return file.endsWith('\n') ? file : `${file}\n`;
}

/** Where the parent comes from itself, so that credit outlives it. */
function lineageOf({ kind, data }: Pick<ParentText, 'kind' | 'data'>): Lineage[] {
	return parseFields(entrySchemas[kind], { basedOn: data.basedOn ?? null }).fields.basedOn ?? [];
}
