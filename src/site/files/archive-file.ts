import { join } from 'node:path';
import type { BuildCache } from '../../handbook/build-cache.js';
import type { Handbook } from '../../handbook/handbook.js';
import { openRecords, recordKey } from '../../lib/kept-records.js';
import { archiveOf, compressed } from '../../output/archive.js';
import type { PlainFile } from './plain-file.js';

/** All sources and images. What was compressed before is kept, so that one change costs the compression of one file. */
export function archiveFile(handbook: Handbook, cache: BuildCache | undefined): PlainFile {
	const archive = archiveOf(handbook);
	return {
		path: 'handbook.zip',
		key: archive.key,
		content: () => {
			const records = openRecords(cache && join(cache.folder, 'archive'));
			const bytes = archive.bytes((content, hash) => {
				const key = recordKey(cache?.program ?? '', hash);
				const kept = records.get(key);
				if (typeof kept === 'string') return kept === '' ? undefined : Buffer.from(kept, 'base64');
				const made = compressed(content, hash);
				records.put(key, Buffer.from(made ?? []).toString('base64'));
				return made;
			});
			records.save();
			return bytes;
		},
	};
}
