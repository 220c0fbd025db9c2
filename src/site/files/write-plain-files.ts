import type { FileWriter } from './file-writer.js';
import type { PlainFile } from './plain-file.js';

/** Writes files, but for those in whose place the group publishes one of its own. */
export function writePlainFiles(files: readonly Pick<PlainFile, 'path' | 'content'>[], writer: FileWriter): void {
	for (const file of files) if (!writer.isPublished(file.path)) writer.write(file.path, file.content());
}
