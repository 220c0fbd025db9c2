import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';

/** What a zip file may hold at most, so that none fills a disk or a memory. */
const most = { files: 50_000, bytes: 2 * 1024 ** 3, timesItsSize: 200, freeBytes: 64 * 1024 ** 2 };

/** One file of an archive, as it names itself. */
export interface ZipEntry {
	/** As it stands in the archive, with `/` between folders. Folders end with one. */
	name: string;
	isLink: boolean;
	/** Why it cannot be taken out, as a sentence. */
	fault?: string;
	bytes(): Uint8Array;
}

/** Why an archive cannot be read at all. */
export type ZipFault = 'zip-broken' | 'zip-too-large';

/** Lists an archive and makes sure that every file can be taken out, within bounds. Never throws. */
export async function zipEntries(archive: Uint8Array): Promise<ZipEntry[] | ZipFault> {
	const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
	const entries: ZipEntry[] = [];
	let total = 0;
	try {
		// One bad name or size is no reason to refuse the whole archive: both are looked at below.
		const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false });
		for await (const entry of zip.eachEntry()) {
			total += entry.uncompressedSize;
			if (entries.length >= most.files || total > most.bytes || total > Math.max(buffer.length * most.timesItsSize, most.freeBytes)) return 'zip-too-large';
			entries.push(await readEntry(zip, entry, buffer));
		}
	} catch {
		return 'zip-broken';
	}
	return entries;
}

async function readEntry(zip: ZipFile, entry: Entry, buffer: Buffer): Promise<ZipEntry> {
	const raw = Buffer.from(entry.fileNameRaw);
	const name = nameOf(entry, raw);
	const found = { name, isLink: ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000 };
	const none = () => new Uint8Array();
	if (entry.isEncrypted()) return { ...found, fault: 'It is locked with a password.', bytes: none };
	if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return { ...found, fault: 'It is packed in a way that is not known here.', bytes: none };
	try {
		const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
		const packed = buffer.subarray(start, start + entry.compressedSize);
		const bytes = (): Uint8Array => (entry.compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(entry.uncompressedSize, 1) }));
		if (crc32(bytes()) !== entry.crc32) return { ...found, fault: 'It is damaged.', bytes: none };
		return { ...found, bytes };
	} catch {
		return { ...found, fault: 'It is damaged.', bytes: none };
	}
}

/** The name: in UTF-8, whether it says so or not, as some computers write it; else in the alphabet of the first ones. */
function nameOf(entry: Entry, raw: Buffer): string {
	const isSound = Buffer.from(raw.toString('utf8')).equals(raw);
	return getFileNameLowLevel(isSound ? 0x800 : entry.generalPurposeBitFlag, raw, entry.extraFields, false);
}
