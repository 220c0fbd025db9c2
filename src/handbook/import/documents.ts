import { basename } from 'node:path/posix';

/** Documents that become Markdown where no program says what they are for. */
const documentFile = /\.(?:docx|html?|txt)$/i;

/** Text files of software and of web servers, which nobody reads. */
const machineText = /^(?:robots|humans|requirements.*|constraints|cmakelists|ads|security|licen[cs]e.*|copying|notice|third[-_ ]?party.*|cname|version)\.txt$/i;

/** Files of other programs that hold words an import cannot read, and what to do with them. */
const remedies: Readonly<Record<string, string>> = {
	doc: 'This is a document of an old Word. Open it there or in LibreOffice, save it as .docx, and import again.',
	odt: 'This is a document of LibreOffice. Open it there, save it as .docx, and import again.',
	pages: 'This is a document of Pages. Export it from there as Word (.docx), and import again.',
	rtf: 'This is a document in RTF. Open it in Word or LibreOffice, save it as .docx, and import again.',
	pdf: 'The text of a PDF cannot be brought over. If you have the document that it was made from, import that one. To keep the PDF, link to it from a text.',
	csv: 'This is a table of data. What should be read of it has to be written in a text.',
	xlsx: 'This is a spreadsheet. What should be read of it has to be written in a text.',
	pptx: 'These are slides. What should be read of them has to be written in a text.',
	gdoc: 'This only leads to a document of Google. Download it there as .docx, and import again.',
};

/** True for a file that can become a text: a Word document, a web page, a plain text. */
export function isDocumentPath(path: string): boolean {
	return documentFile.test(path) && !machineText.test(basename(path));
}

/** What to do with a file that holds words and cannot be read; undefined for any other file. */
export function remedyFor(path: string): string | undefined {
	if (basename(path).startsWith('~$')) return 'Word made this while the document was open. It can go.';
	return remedies[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
}
