import { byteHash } from './text-hash.js';

/** Stands for plain data: what is the same has the same key, 64 lower-case hex digits of SHA-256. */
export function keyOf(data: unknown): string {
	return byteHash(JSON.stringify(data));
}
