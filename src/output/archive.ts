import { crc32, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { stringify } from 'yaml';
import type { ContentsNode, Handbook } from '../handbook/handbook.js';
import { lazily } from '../lib/lazily.js';
import { byteHash } from '../lib/text-hash.js';
import { readFrontMatter } from '../markdown/front-matter.js';
import type { NavItem } from '../schema/navigation.js';

/** All sources of a handbook in one file. */
export interface Archive {
	/** Stands for what is in it. */
	key(): string;
	/** The file, in ZIP format. The same content gives the same bytes. */
	bytes(): Uint8Array;
}

/** Files that are compressed by their own format, so that trying it again takes time and saves nothing. */
const compressedFormats = /\.(?:avif|docx|epub|gif|jpe?g|m4a|mp[34]|odt|og[ag]|pdf|png|webm|webp|woff2?|xlsx|zip)$/i;

/** The texts of a handbook, the files that they show or link to, and `SHA256SUMS`, the hashes of all of them in the form that `sha256sum -c` reads. */
export function archiveOf(handbook: Handbook): Archive {
	const files = lazily(() => archivedFiles(handbook));
	const sums = lazily(() =>
		Buffer.from(
			files()
				.map(({ path, hash }) => `${hash}  ${path}\n`)
				.join(''),
		),
	);
	return {
		key: () => byteHash(Buffer.concat([sums(), Buffer.from(dayOf(handbook).toISOString())])),
		bytes: () => zipped([...files(), { path: 'SHA256SUMS', content: sums() }], dayOf(handbook)),
	};
}

/**
 * Puts files into an archive. fflate makes the archive, and the zlib of Node compresses in a third of the time that fflate takes for that. Every
 * file says its size only behind it, which readers of ZIP expect of compressed files alone: so one that stays as it is, is in deflate's own
 * form of that.
 */
function zipped(files: readonly Pick<ArchivedFile, 'path' | 'content'>[], mtime: Date): Uint8Array {
	const pieces: Uint8Array[] = [];
	const zip = new Zip((_error, piece) => pieces.push(piece));
	for (const { path, content } of files) {
		const file: ZipInputFile = { filename: path, size: content.length, crc: crc32(content), compression: 8, mtime };
		zip.add(file);
		file.ondata?.(null, deflateRawSync(content, compressedFormats.test(path) ? { level: 0 } : {}), true);
	}
	zip.end();
	return Buffer.concat(pieces);
}

interface ArchivedFile {
	path: string;
	content: Uint8Array;
	hash: string;
}

/** By path, in alphabetical order. */
function archivedFiles({ group, contents, entries, assets }: Handbook): ArchivedFile[] {
	const files: [string, Uint8Array][] = [
		['content/group.md', Buffer.from(groupFile(group, contents))],
		...entries.map(({ path, source }): [string, Uint8Array] => [`content/${path}`, Buffer.from(source)]),
		...assets.map(({ path, bytes }): [string, Uint8Array] => [`content/${path}`, bytes]),
	];
	return files.sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, content]) => ({ path, content, hash: byteHash(content) }));
}

/** The group's file without what its order says of texts that are not published. */
function groupFile({ fields, text: _text, source }: Handbook['group'], contents: readonly ContentsNode[]): string {
	const { nav, ...others } = fields;
	return `---\n${stringify({ ...others, ...(nav && { nav: navOf(contents) }) }, { lineWidth: 0 })}---\n${readFrontMatter(source).body}`;
}

function navOf(contents: readonly ContentsNode[]): NavItem[] {
	return contents.flatMap((node): NavItem[] => {
		if (node.type === 'entry') return [node.id];
		return node.type === 'section' ? [{ title: node.title, items: navOf(node.items) }] : [];
	});
}

/** The day of the last commit. Archives know no time zone, so it is noon wherever this runs. */
function dayOf({ origin }: Handbook): Date {
	const [year = 1980, month = 1, day = 1] = (origin.committedAt ?? '1980-01-01').slice(0, 10).split('-').map(Number);
	return new Date(year, month - 1, day, 12);
}
