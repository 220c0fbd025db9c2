import { readFrontMatter } from '../../markdown/front-matter.js';
import { type RenderedText, renderText } from '../../markdown/render.js';
import { isHidden } from '../../schema/hidden.js';
import { entrySchemas, type Kind } from '../../schema/kinds.js';
import { parseFields } from '../../schema/validate.js';
import { stringsFor } from '../../strings/index.js';
import { cleanForeign } from '../clean-foreign.js';
import type { QuarantineReason } from '../network.js';
import { foreignTargets, type MemberIndex, type TextPlace } from './foreign-targets.js';

/** A text of another group, before anything of it is looked at. */
export interface ForeignText {
	kind: Kind;
	lang: string;
	/** Without byte order mark and Windows line ends. */
	source: string;
	place: TextPlace;
}

/** A text that can be shown, as plain data. */
export interface ReadText {
	fields: Record<string, unknown>;
	/** Where the body begins in the source, from 0. */
	bodyStart: number;
	rendered: Omit<RenderedText, 'ids'> & { ids: string[] };
}

/** What reading a text gave. */
export type TextOutcome = ReadText | { quarantine: QuarantineReason };

/** Deeper than any text that a person would write; browsers and parsers of HTML give up some way below it. */
const deepest = 100;

/** A tag is an address of ours, and names of files have an end. */
const longestTag = 80;
const mostTags = 30;

/** Reads a foreign text: to be called in a worker, since texts made to hang or crash a parser do. */
export function readForeignText({ kind, lang, source, place }: ForeignText, index: MemberIndex): TextOutcome {
	const frontMatter = readFrontMatter(source, { foreign: true });
	if (frontMatter.fault) return { quarantine: 'front-matter' };
	const data = cleanForeign(frontMatter.data);
	const { fields, faults } = parseFields(entrySchemas[kind], data);
	if (isHidden(fields, faults, data)) return { quarantine: 'hidden-by-author' };
	const body = withoutControls(frontMatter.body);
	const { ids, ...rendered } = renderText(body, { title: fields.title, labels: stringsFor(lang).text, resolver: foreignTargets(place, index), trust: 'foreign' });
	if (depthOf(rendered.html) > deepest) return { quarantine: 'too-complex' };
	const tags = fields.tags?.filter((tag) => tag.length <= longestTag).slice(0, mostTags);
	return {
		fields: { ...fields, ...(tags && { tags }) },
		bodyStart: source.length - frontMatter.body.length,
		// Places in a text that is not the one in the file would be wrong.
		rendered: { ...rendered, ids: [...ids], addresses: body === frontMatter.body ? rendered.addresses : [] },
	};
}

/** NUL, and what moves the cursor of a terminal or ends a page of a printer. */
function withoutControls(text: string): string {
	return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

/** How deep elements stand in each other. For HTML that `renderText` made, where `<` in words is always escaped. */
function depthOf(html: string): number {
	let depth = 0;
	let most = 0;
	for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)/g)) {
		if (/^(?:br|hr|input)$/.test(name)) continue;
		depth += end ? -1 : 1;
		most = Math.max(most, depth);
	}
	return most;
}
