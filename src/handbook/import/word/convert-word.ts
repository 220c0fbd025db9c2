import { basename } from 'node:path/posix';
import { zipSync } from 'fflate';
import type mammothType from 'mammoth';
import { toXml } from 'xast-util-to-xml';
import { listText } from '../../../lib/list-text.js';
import { slugSegment } from '../../../lib/slug.js';
import type { ConvertedText } from '../source-folder.js';
import { htmlToMarkdown } from '../web-page/html-to-markdown.js';
import { type DocumentFindings, readyDocument, readyStyles } from './ready-document.js';
import { allWithin, childAt, childrenOf, readPart, unpackWord, type WordParts, wordsIn } from './word-file.js';
import { tidyWordHtml } from './word-html.js';

/** A Word document as Markdown, with the pictures that it held. */
export interface ConvertedWord extends ConvertedText {
	/** By the names that the Markdown calls them by, beside the document. */
	pictures: Map<string, Uint8Array>;
}

/** Kinds of pictures that browsers show. */
const extensions: Readonly<Record<string, string>> = {
	'image/png': 'png',
	'image/jpeg': 'jpg',
	'image/jpg': 'jpg',
	'image/gif': 'gif',
	'image/webp': 'webp',
	'image/svg+xml': 'svg',
	'image/bmp': 'bmp',
};

/** Titles that programs write by themselves. */
const noTitle = /^(?:untitled|unbenannt|sans titre|sin título|document\s*\d*|dokument\s*\d*|word document|microsoft word.*|.*\.docx?)$/i;

/** Turns a Word document into Markdown; undefined when it is none, or locked. */
export async function convertWord(bytes: Uint8Array, path: string): Promise<ConvertedWord | undefined> {
	const parts = await unpackWord(bytes);
	const main = parts && mainPart(parts);
	const document = parts && main !== undefined ? readPart(parts, main) : undefined;
	if (!parts || main === undefined || !document) return undefined;
	const folder = main.slice(0, main.lastIndexOf('/') + 1);
	const findings = readyDocument(document, readPart(parts, `${folder}styles.xml`), readPart(parts, `${folder}numbering.xml`));
	const ready = zipSync(Object.fromEntries([...parts, [main, Buffer.from(toXml(document))]]), { level: 0 });

	const pictures = new Map<string, Uint8Array>();
	const unshown: string[] = [];
	const stem = slugSegment(basename(path).replace(/\.docx$/i, ''));
	const { default: mammoth } = await import('mammoth');
	let html: Awaited<ReturnType<typeof mammothType.convertToHtml>>;
	try {
		html = await mammoth.convertToHtml(
			{ buffer: Buffer.from(ready) },
			{
				styleMap: styleMap(),
				includeEmbeddedStyleMap: false,
				idPrefix: 'word-',
				convertImage: mammoth.images.imgElement(async (image) => {
					const extension = extensions[image.contentType];
					if (extension === undefined) {
						unshown.push(image.contentType);
						return { src: '' };
					}
					return { src: encodeURIComponent(pictureName(pictures, await image.readAsBuffer(), stem, extension)) };
				}),
			},
		);
	} catch {
		return undefined;
	}

	const { markdown, headings } = htmlToMarkdown(tidyWordHtml(html.value));
	const core = childrenOf(childAt(readPart(parts, 'docProps/core.xml'), 'cp:coreProperties'), 'dc:title')
		.flatMap(({ children }) => children.map((child) => (child.type === 'text' ? child.value : '')))
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
	const firsts = headings.filter(({ depth }) => depth === 1).length;
	// Where a document has no title of its own in the text, or many headings that could be, its properties may say it.
	const title = !findings.hasTitle && (firsts === 0 || (firsts > 1 && !headings[0]?.opens)) && core !== '' && core.length <= 200 && !noTitle.test(core) ? core : undefined;
	return {
		text: markdown,
		encoding: 'utf-8',
		...(title !== undefined && { title }),
		notes: notesOf(parts, folder, findings, unshown, html.messages).map((message) => ({ line: 1, message })),
		pictures,
	};
}

/** The part that holds the text. Word on the web calls it by other names than Word. */
function mainPart(parts: WordParts): string | undefined {
	const relations = childrenOf(childAt(readPart(parts, '_rels/.rels'), 'Relationships'), 'Relationship');
	const target = relations.find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'))?.attributes.Target;
	const name = (target ?? 'word/document.xml').replace(/^\/+/, '');
	return parts.has(name) ? name : undefined;
}

function styleMap(): string[] {
	return [
		...[1, 2, 3, 4, 5, 6].map((rank) => `p.${readyStyles.heading}${rank} => h${rank}:fresh`),
		`p.${readyStyles.quote} => blockquote > p:fresh`,
		`p.${readyStyles.code} => pre:separator('\\n')`,
		"p[style-name='Title'] => h1:fresh",
	];
}

/** A name for a picture; the same picture has one name, however often it is shown. */
function pictureName(pictures: Map<string, Uint8Array>, bytes: Uint8Array, stem: string, extension: string): string {
	const known = [...pictures].find(([, other]) => other.length === bytes.length && Buffer.from(other).equals(bytes))?.[0];
	const name = known ?? `${stem}-${pictures.size + 1}.${extension}`;
	pictures.set(name, bytes);
	return name;
}

/** What a person should know, each a sentence. */
function notesOf(parts: WordParts, folder: string, findings: DocumentFindings, unshown: readonly string[], messages: readonly { type: string; message: string }[]): string[] {
	const comments = allWithin(readPart(parts, `${folder}comments.xml`), 'w:comment').length;
	const margins = [...parts.keys()]
		.filter((name) => new RegExp(`^${folder}(?:header|footer)\\d*\\.xml$`).test(name))
		.map((name) => wordsIn(readPart(parts, name)).replace(/\s+/g, ' ').trim())
		.filter((words) => /\p{L}{2}/u.test(words));
	const stored = messages.filter(({ message }) => /image/i.test(message) && /external|could not|cannot/i.test(message)).length;
	return [
		...(findings.changes > 0 ? ['It has tracked changes. The text is as if all of them were accepted.'] : []),
		...(comments > 0 ? [`It has ${comments === 1 ? 'a comment, which was' : `${comments} comments, which were`} left out.`] : []),
		...(findings.hiddenWords > 0 ? ['It has hidden words, which were left out.'] : []),
		...(findings.contents > 0 ? ['Its table of contents was left out: the site makes one from the headings.'] : []),
		...(findings.textBoxes > 0 ? ['It has text boxes. Please look whether their words stand where they should.'] : []),
		...(findings.formulas > 0 ? ['It has formulas, which are plain words now. Please look whether they can be understood.'] : []),
		...(margins.length > 0 ? [`Around its pages stands ${listText([...new Set(margins)].map((words) => `“${words}”`))}, which was left out.`] : []),
		...(unshown.length > 0 ? [`It has ${unshown.length === 1 ? 'a drawing' : `${unshown.length} drawings`} that browsers cannot show. Save them as PNG and add them.`] : []),
		...(stored > 0 ? ['It shows pictures that are stored elsewhere. They were left out.'] : []),
	];
}
