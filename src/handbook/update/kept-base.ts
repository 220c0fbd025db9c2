import { cleanSource } from '../../markdown/front-matter.js';
import { contentFiles } from '../content-files.js';
import { isTextFile } from '../entry-id.js';
import { listContent } from '../list-content.js';

/** Where a parent's text is kept as it was taken, below `content/`. The name is the hash of its body. */
export function basePath(sha256: string): string {
	return `.upstream/${sha256}.md`;
}

/** The whole file of a parent's text as it was taken, clean; undefined when it is not there or not UTF-8. Its hash is not checked. */
export function readBase(root: string, sha256: string): string | undefined {
	try {
		const text = contentFiles(root).text(basePath(sha256));
		return text === undefined ? undefined : cleanSource(text);
	} catch {
		return undefined;
	}
}

/** Whether a source says that it is based on a text with this hash. */
export function namesBase(source: string, sha256: string): boolean {
	return new RegExp(`sha256["']?\\s*:\\s*["']?${sha256}`).test(source);
}

/** Whether any text but the one at a path still needs a base; hidden texts count as all others. A file that cannot be read might. */
export function isBaseNeeded(root: string, sha256: string, except: string): boolean {
	const files = contentFiles(root);
	const others = listContent(root).value.filter((path) => path !== except && isTextFile(path));
	return others.some((path) => {
		try {
			const text = files.text(path);
			return text === undefined || namesBase(text, sha256);
		} catch {
			return true;
		}
	});
}
