import { gunzipSync } from 'node:zlib';
import type { BuiltSite } from './built-site.js';
import { outputBytes, outputFiles } from './output-files.js';

const magic = 'pagefind_dcd';

/** The files of the search index as they are before Pagefind packs them, by path; its programs are left out. */
export function searchIndexTexts(site: BuiltSite): Map<string, string> {
	const packed = outputFiles(site).filter((path) => /^pagefind\/.*\.pf_(?:fragment|index|meta|filter)$/.test(path));
	return new Map(
		packed.map((path) => {
			const bytes = gunzipSync(outputBytes(site, path));
			if (bytes.subarray(0, magic.length).toString('latin1') !== magic) throw new Error(`${path} is packed in a way that this test does not know.`);
			return [path, bytes.subarray(magic.length).toString('utf8')];
		}),
	);
}
