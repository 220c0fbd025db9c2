import type { Git } from './ask-git.js';

/** The contents of files as they were, by their hashes in git. Those that git does not have are left out. */
export function readBlobs(git: Git, hashes: Iterable<string>): Map<string, Buffer> {
	const wanted = [...new Set(hashes)];
	const blobs = new Map<string, Buffer>();
	const answer = wanted.length > 0 ? git.ask(['cat-file', '--batch'], `${wanted.join('\n')}\n`) : undefined;
	if (!answer) return blobs;
	for (let at = 0; at < answer.length; ) {
		const lineEnd = answer.indexOf(10, at);
		if (lineEnd < 0) break;
		const [hash = '', type, size] = answer.toString('latin1', at, lineEnd).split(' ');
		if (type === 'missing') {
			at = lineEnd + 1;
			continue;
		}
		const end = lineEnd + 1 + Number(size);
		blobs.set(hash, answer.subarray(lineEnd + 1, end));
		at = end + 1;
	}
	return blobs;
}
