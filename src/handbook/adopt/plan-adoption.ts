import { basename } from 'node:path/posix';
import type { Kind } from '../../schema/kinds.js';
import { isReservedId } from '../entry-id.js';
import type { Handbook } from '../handbook.js';
import { adoptedFields, type DroppedField } from './adopted-fields.js';
import { adoptedPath } from './adopted-path.js';
import { copyFile } from './copy-file.js';
import { finishBody } from './finish-body.js';
import type { InertReport } from './inert-report.js';
import { type LicenceTerms, licenceTerms } from './licence-terms.js';
import { type ParentHandbook, parentLink } from './parent-links.js';
import type { PreparedBody } from './prepare-body.js';

/** A text of another handbook. */
export interface ParentText {
	/** Its id at home. */
	id: string;
	kind: Kind;
	title: string;
	lang: string;
	/** As its print says. */
	licence?: string | undefined;
	/** Its page at home. */
	url: string;
	/** The page at which it can be read. */
	page: string;
	/** Of the body, normalized: the fingerprint that lineage keeps. */
	bodySha256: string;
	/** The whole file as taken. */
	source: string;
	/** Its front matter. */
	data: Readonly<Record<string, unknown>>;
}

/** What a plan is made from. */
export interface AdoptionWish {
	text: ParentText;
	/** Its text without HTML. */
	prepared: PreparedBody;
	/** The images that were brought along, at the places of `prepared.images`. */
	images: readonly (AdoptedImage | undefined)[];
	/** Name of the other group. */
	group: string;
	/** Its handbook, for the links. */
	parent: ParentHandbook;
	/** Today, `YYYY-MM-DD`. */
	today: string;
	/** The handbook that the copy is for. */
	own: Pick<Handbook, 'group' | 'entries' | 'redirects'>;
	/** Name of the copy, without extension. */
	as?: string | undefined;
}

/** An image of a text. */
export interface AdoptedImage {
	bytes: Uint8Array;
	extension: string;
}

/** A file to be written; the path is below `content/`. */
export interface PlannedFile {
	path: string;
	bytes: Uint8Array;
}

/** What copying a text would write, and what a person should know before. */
export interface AdoptionPlan {
	title: string;
	kind: Kind;
	group: string;
	url: string;
	/** The copy. */
	text: PlannedFile;
	/** The parent's text as taken: the base of every later merge. */
	upstream: PlannedFile;
	images: PlannedFile[];
	/** Images of the text that were not brought along. */
	imagesLeft: number;
	dropped: DroppedField[];
	inert: InertReport;
	licence: LicenceTerms;
	/** Paths of own texts that are copies of the same one. */
	copies: string[];
}

/** What the copy of a text without a known licence says: it must not seem to have the handbook's. */
const unknownLicence = 'LicenseRef-unknown';

/** Plans the copy of a text, or says in a sentence why there can be none. Whether its licence allows it is a part of the plan. */
export function planAdoption({ text, prepared, images, group, parent, today, own, as }: AdoptionWish): { plan: AdoptionPlan } | { fault: string } {
	const place = adoptedPath(text.kind, text.id, as);
	if ('fault' in place) return place;
	const path = `${place.path}.md`;
	const taken = own.entries.find((entry) => entry.id === place.path && entry.path !== path)?.path;
	if (taken !== undefined) return { fault: `The address “${place.path}” belongs to content/${taken}. Choose another name: --as NAME` };
	if (isReservedId(place.path) || own.redirects.some(({ from }) => from === place.path)) return { fault: `The address “${place.path}” is in use. Choose another name: --as NAME` };

	const names = images.map((image, index) => image && `${basename(place.path)}-${index + 1}.${image.extension}`);
	const inert = finishBody(prepared, { link: (address) => parentLink(address, text.id, parent), images: names, page: text.page });
	if (!inert) return { fault: `“${text.title}” has HTML or code in it that cannot be made harmless, so it is not copied. Copy the words by hand from ${text.page}` };

	const licence = licenceTerms(text.licence, text.data.licence, own.group.licence);
	const { kept, dropped } = adoptedFields(text.kind, text.data);
	const file = copyFile({
		text,
		kept,
		group,
		licence: licence.licence,
		retrieved: today,
		stated: {
			lang: text.lang === own.group.lang ? undefined : text.lang,
			licence: licence.licence === own.group.licence && !licence.isShareAlike ? undefined : (licence.licence ?? unknownLicence),
		},
		body: inert.body,
	});
	const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
	const folder = place.path.slice(0, -basename(place.path).length);
	return {
		plan: {
			title: text.title,
			kind: text.kind,
			group,
			url: text.url,
			text: { path, bytes: encode(file) },
			upstream: { path: `.upstream/${text.bodySha256}.md`, bytes: encode(text.source) },
			images: images.flatMap((image, index) => (image ? [{ path: `${folder}${names[index]}`, bytes: image.bytes }] : [])),
			imagesLeft: images.filter((image) => image === undefined).length,
			dropped,
			inert: inert.report,
			licence,
			copies: own.entries.filter((entry) => entry.path !== path && entry.fields.basedOn?.[0]?.url === text.url).map((entry) => entry.path),
		},
	};
}
