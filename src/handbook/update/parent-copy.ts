import { stringify } from 'yaml';
import type { Kind } from '../../schema/kinds.js';
import { adoptedFields } from '../adopt/adopted-fields.js';
import { finishBody } from '../adopt/finish-body.js';
import { licenceTerms } from '../adopt/licence-terms.js';
import { type ParentHandbook, parentLink } from '../adopt/parent-links.js';
import { prepareBody, siblingImages } from '../adopt/prepare-body.js';
import { parseMarkdown } from '../import/parse-markdown.js';

/** A parent's text at one time: as it was taken, or as it is now. */
export interface ParentVersion {
	/** Its id at home. */
	id: string;
	title: string;
	/** As its print says, or as the lineage says of what was taken. */
	licence?: string | undefined;
	/** The page at which it can be read. */
	page: string;
	/** Its front matter. */
	data: Readonly<Record<string, unknown>>;
	body: string;
}

/** Where a copy goes. */
export interface CopyPlace {
	kind: Kind;
	parent: ParentHandbook;
	/** Licence of the handbook that has the copy. */
	ownLicence: string;
	/** Names of the files beside the copy, by the images of the parent as `imageKeys` gives them. */
	images: ReadonlyMap<string, string>;
}

/** What adopting a version gives, without what is about the copy itself. */
export interface ParentCopy {
	/** Facts that say something about the text. */
	fields: Record<string, unknown>;
	/** Inert, with links that lead where they lead at home. */
	body: string;
	/** Facts and text as a file. */
	source: string;
}

/**
 * Makes a copy of a version exactly as adoption does, so that what is equal at home is equal here.
 * Undefined when it cannot be made harmless.
 */
export function copyVersion({ id, title, licence, page, data, body }: ParentVersion, { kind, parent, ownLicence, images }: CopyPlace): ParentCopy | undefined {
	const prepared = prepareBody(body);
	const inert = prepared && finishBody(prepared, { link: (address) => parentLink(address, id, parent), images: imageKeys(prepared.body).map((key) => images.get(key)), page });
	if (!inert) return undefined;
	const terms = licenceTerms(licence, data.licence, ownLicence);
	const isOwn = terms.licence === ownLicence && !terms.isShareAlike;
	const fields = { title, ...adoptedFields(kind, data).kept, ...(terms.licence !== undefined && !isOwn && { licence: terms.licence }) };
	const text = `${inert.body.startsWith('\n') ? '' : '\n'}${inert.body}`;
	const whole = text.endsWith('\n') ? text : `${text}\n`;
	return { fields, body: whole, source: `---\n${stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false })}---\n${whole}` };
}

/** By what each image beside a text is known, in order: its address, or the name that stands for it. */
export function imageKeys(preparedBody: string): string[] {
	return siblingImages(parseMarkdown(preparedBody)).map(({ node }) => (node.type === 'image' ? node.url : node.type === 'imageReference' ? `[${node.identifier}]` : ''));
}
