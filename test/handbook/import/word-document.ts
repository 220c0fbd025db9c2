import { strToU8, zipSync } from 'fflate';

/** What a made-up Word document holds besides its text. */
export interface WordExtras {
	/** XML inside `<w:styles>`. */
	styles?: string;
	/** XML inside `<w:numbering>`. */
	numbering?: string;
	footnotes?: string;
	endnotes?: string;
	comments?: string;
	header?: string;
	title?: string;
	/** By the ids that the text calls them by. */
	pictures?: Record<string, { name: string; bytes: Uint8Array }>;
	/** Web addresses by the ids that the text calls them by. */
	links?: Record<string, string>;
	/** Name of the main part. */
	main?: string;
}

const namespaces = [
	'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
	'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
	'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
	'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
	'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
	'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
	'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
	'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document with this text, as Word would write it: WordprocessingML in a zip file. */
export function wordDocument(body: string, { styles, numbering, footnotes, endnotes, comments, header, title, pictures = {}, links = {}, main = 'document.xml' }: WordExtras = {}): Uint8Array {
	const files: Record<string, string | Uint8Array> = {};
	const relations: string[] = [];
	const types: string[] = [];
	const part = (name: string, root: string, inside: string | undefined): void => {
		if (inside === undefined) return;
		files[`word/${name}.xml`] = `${head}<w:${root} ${namespaces}>${inside}</w:${root}>`;
		relations.push(`<Relationship Id="rel-${name}" Type="${office}/${name.replace(/\d+$/, '')}" Target="${name}.xml"/>`);
		types.push(`<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name.replace(/\d+$/, '')}+xml"/>`);
	};
	part('styles', 'styles', styles);
	part('numbering', 'numbering', numbering);
	part('footnotes', 'footnotes', footnotes);
	part('endnotes', 'endnotes', endnotes);
	part('comments', 'comments', comments);
	part('header1', 'hdr', header);
	for (const [id, { name, bytes }] of Object.entries(pictures)) {
		files[`word/media/${name}`] = bytes;
		relations.push(`<Relationship Id="${id}" Type="${office}/image" Target="media/${name}"/>`);
	}
	for (const [id, address] of Object.entries(links)) relations.push(`<Relationship Id="${id}" Type="${office}/hyperlink" Target="${address}" TargetMode="External"/>`);
	files[`word/${main}`] = `${head}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`;
	files[`word/_rels/${main}.rels`] = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
	files['_rels/.rels'] =
		`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="main" Type="${office}/officeDocument" Target="word/${main}"/></Relationships>`;
	files['[Content_Types].xml'] =
		`${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types.join('')}</Types>`;
	if (title !== undefined) {
		files['docProps/core.xml'] =
			`${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`;
	}
	return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])));
}

/** A paragraph. `properties` is XML inside `<w:pPr>`; words that are no XML become a run. */
export function p(content: string, { style, list, properties = '' }: { style?: string; list?: [id: number, level?: number]; properties?: string } = {}): string {
	const numbering = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list[1] ?? 0}"/><w:numId w:val="${list[0]}"/></w:numPr>`;
	return `<w:p><w:pPr>${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${numbering}${properties}</w:pPr>${content.startsWith('<') ? content : r(content)}</w:p>`;
}

/** A run of words. `properties` is XML inside `<w:rPr>`. */
export function r(text: string, properties = ''): string {
	return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`;
}

/** A table of cells, each XML of paragraphs or words. */
export function table(rows: readonly (readonly string[])[]): string {
	return `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A style of paragraphs. */
export function style(id: string, name: string, inside = ''): string {
	return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
}

/** A list: the formats and texts of its levels, from the outermost. */
export function list(id: number, levels: readonly (readonly [format: string, text: string])[], use = ''): string {
	return `<w:abstractNum w:abstractNumId="${id}">${levels.map(([format, text], index) => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${use}</w:num>`;
}

/** A picture in the text. */
export function picture(id: string, description: string): string {
	return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** The smallest PNG there is: one dot. */
export const dot = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
