import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Trouble } from './exchange.js';

/** Content codings that are unpacked. */
const unpackers = {
	gzip: promisify(gunzip),
	'x-gzip': promisify(gunzip),
	br: promisify(brotliDecompress),
	deflate: promisify(inflate),
	identity: undefined,
};

/** How a body is packed, read from its headers: at most one coding, and one that is known. */
export function codingOf(contentEncoding: string, transferEncoding: string): keyof typeof unpackers | Trouble {
	const codings = [...tokens(contentEncoding), ...tokens(transferEncoding).filter((token) => token !== 'chunked')];
	if (codings.length > 1) return { code: 'answer-coding', what: 'sends an answer that is packed more than once' };
	const coding = codings[0] ?? 'identity';
	return isKnown(coding) ? coding : { code: 'answer-coding', what: 'sends an answer that is packed in an unknown way' };
}

/** Collects bytes, and stops asking for more as soon as there are more than `limit`: then the result is undefined. */
export async function collect(source: AsyncIterable<Uint8Array>, limit: number, count: (bytes: number) => void): Promise<Uint8Array | undefined> {
	// One store that grows, because a list of a million pieces of one byte takes a hundred times their size.
	let store = new Uint8Array(Math.min(limit, 64 * 1024));
	let size = 0;
	for await (const piece of source) {
		count(piece.length);
		const needed = size + piece.length;
		if (needed > limit) return undefined;
		if (needed > store.length) {
			const larger = new Uint8Array(Math.min(limit, Math.max(needed, store.length * 2)));
			larger.set(store);
			store = larger;
		}
		store.set(piece, size);
		size = needed;
	}
	return store.slice(0, size);
}

/** Unpacks bytes, and stops as soon as there are more than `limit`. */
export async function unpack(bytes: Uint8Array, coding: keyof typeof unpackers, limit: number): Promise<Uint8Array | Trouble> {
	const unpacker = unpackers[coding];
	if (!unpacker) return bytes.length > limit ? tooLarge(limit) : bytes;
	try {
		return await unpacker(bytes, { maxOutputLength: limit, chunkSize: 64 * 1024 });
	} catch (error) {
		if (error instanceof RangeError) return tooLarge(limit);
		return { code: 'answer-coding', what: 'sends an answer that is damaged and cannot be unpacked' };
	}
}

function tooLarge(limit: number): Trouble {
	return { code: 'answer-large', what: `sends an answer of more than ${sizeText(limit)} when it is unpacked` };
}

/** A number of bytes, for people. */
export function sizeText(bytes: number): string {
	return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${Math.floor(bytes / 1024 / 1024)} MiB`;
}

function tokens(header: string): string[] {
	return header
		.split(',')
		.map((token) => token.trim().toLowerCase())
		.filter((token) => token !== '');
}

function isKnown(coding: string): coding is keyof typeof unpackers {
	return Object.hasOwn(unpackers, coding);
}
