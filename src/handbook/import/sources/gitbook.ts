import { decodeText } from '../decode-text.js';
import type { Source } from './source.js';
import { readSummary } from './summary.js';

/** GitBook: `SUMMARY.md` at the top is the order; `book.json`, where there is one, names the book. */
export const gitbook: Source = {
	recognise(folder) {
		const file = folder.files.find((path) => path.toLowerCase() === 'summary.md');
		if (file === undefined) return undefined;
		const title = folder.files.includes('book.json') ? titleOf(decodeText(folder.bytes('book.json'))?.text) : undefined;
		return {
			generator: 'GitBook (SUMMARY.md)',
			root: '',
			...(title && { title }),
			contents: { file, items: readSummary(decodeText(folder.bytes(file))?.text ?? '') },
			ownFiles: [file],
			site: true,
		};
	},
};

function titleOf(json: string | undefined): string | undefined {
	try {
		const { title } = JSON.parse(json ?? '{}') as { title?: unknown };
		return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
	} catch {
		return undefined;
	}
}
