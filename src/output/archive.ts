import { type Zippable, zipSync } from 'fflate';
import { stringify } from 'yaml';
import type { ContentsNode, Handbook } from '../handbook/handbook.js';
import { byteHash } from '../lib/text-hash.js';
import { readFrontMatter } from '../markdown/front-matter.js';
import type { NavItem } from '../schema/navigation.js';

/**
 * All sources of a handbook in one archive: its texts, the files that they show or link to, and `SHA256SUMS`, the hashes of
 * all of them in the form that `sha256sum -c` reads. The same content gives the same bytes.
 */
export function archiveBytes(handbook: Handbook): Uint8Array {
	const files = archivedFiles(handbook);
	const sums = [...files].map(([path, bytes]) => `${byteHash(bytes)}  ${path}\n`).join('');
	const whole: Zippable = Object.fromEntries([...files, ['SHA256SUMS', new TextEncoder().encode(sums)]]);
	return zipSync(whole, { level: 6, mtime: dayOf(handbook) });
}

/** By path, in alphabetical order. */
function archivedFiles({ group, contents, entries, assets }: Handbook): Map<string, Uint8Array> {
	const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
	const files: [string, Uint8Array][] = [
		['content/group.md', encode(groupFile(group, contents))],
		...entries.map(({ path, source }): [string, Uint8Array] => [`content/${path}`, encode(source)]),
		...assets.map(({ path, bytes }): [string, Uint8Array] => [`content/${path}`, bytes]),
	];
	return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
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
