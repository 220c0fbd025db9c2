import { basename } from 'node:path/posix';
import { slugSegment } from '../../lib/slug.js';
import { decodeText } from './decode-text.js';
import type { ConvertedText } from './source-folder.js';

/** A picture that is written out inside a text, as an address: in a definition, as Google Docs exports it, or in place. */
const stored = /(^ {0,3}\[[^\]\n]+\]: *<?|\]\(<?)data:image\/(png|jpe?g|gif|webp|bmp);base64,([A-Za-z0-9+/=]+)(>?)/gm;

/** Takes the pictures out of a text that holds some; undefined for every other text. */
export function storedImages(bytes: Uint8Array, path: string): (ConvertedText & { pictures: ReadonlyMap<string, Uint8Array> }) | undefined {
	if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('data:image/')) return undefined;
	const decoded = decodeText(bytes);
	if (!decoded) return undefined;
	const stem = slugSegment(basename(path).replace(/\.[^.]*$/, ''));
	const pictures = new Map<string, Uint8Array>();
	const text = decoded.text.replace(stored, (_whole, before: string, kind: string, data: string) => {
		const name = `${stem}-${pictures.size + 1}.${kind === 'jpeg' ? 'jpg' : kind}`;
		pictures.set(name, Buffer.from(data, 'base64'));
		return `${before.replace(/<$/, '')}${encodeURIComponent(name)}`;
	});
	return pictures.size === 0 ? undefined : { ...decoded, text, pictures };
}
