import type { Root } from 'mdast';
import { applyEdits } from '../import/edits.js';
import { parseMarkdown } from '../import/parse-markdown.js';
import type { InertReport } from './inert-report.js';
import { isInert } from './is-inert.js';
import { linkEdits } from './link-edits.js';
import { type PreparedBody, siblingImages } from './prepare-body.js';
import { signEdits } from './sign-edits.js';

/** Where the addresses of a text lead in its copy. */
export interface BodyTargets {
	/** The web address for one that is relative to the parent. */
	link(address: string): string;
	/** Name of the file for each image that stands beside the text, in order; undefined for one that was not brought along. */
	images: readonly (string | undefined)[];
	/** The parent's page, where other images can be seen. */
	page: string;
}

/** A foreign text that is inert: nothing in it runs, in Markdown or in MDX. */
export interface InertBody {
	body: string;
	report: InertReport;
}

const mostRounds = 10;

/** Makes a prepared text inert and leads its links to where they lead at home. Undefined when that cannot be made sure. */
export function finishBody({ body: prepared, report: before }: PreparedBody, { link, images, page }: BodyTargets): InertBody | undefined {
	const report = { ...before };
	const own = new Set(images.filter((name) => name !== undefined));
	let body = prepared;
	try {
		for (let round = 0; round < mostRounds; round++) {
			const tree = parseMarkdown(body);
			// Those of the first round are the parent's; later ones are new in the text, and nobody has looked for their files.
			const files = round === 0 ? imageFiles(tree, images) : new Map<number, string>();
			const edits = [...linkEdits(tree, body, { link, page, files, own, report }), ...signEdits(tree, body, report)];
			if (edits.length === 0) return isInert(body, own) ? { body, report } : undefined;
			body = applyEdits(body, edits);
		}
	} catch {
		// Nested deeper than the parser can follow.
	}
	return undefined;
}

/** The file of each image, by the place of the image in the text. */
function imageFiles(tree: Root, images: BodyTargets['images']): Map<number, string> {
	const files = new Map<number, string>();
	for (const [index, { node }] of siblingImages(tree).entries()) {
		const file = images[index];
		if (file !== undefined) files.set(node.position?.start.offset ?? -1, file);
	}
	return files;
}
