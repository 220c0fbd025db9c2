import { imageSize } from 'image-size';
import type { Web } from '../fetch.js';
import { addressBelow } from '../home-address.js';
import { pageLimits } from './find-upstream.js';
import { isInertSvg } from './inert-svg.js';
import { pageFacts } from './page-facts.js';

/** An image that was brought along. */
export interface UpstreamImage {
	bytes: Uint8Array;
	/** What it is by its content, and the end of its name. */
	extension: string;
}

const MiB = 1024 * 1024;
const most = 20;
const mostBytes = 2 * MiB;
const mostBytesTogether = 8 * MiB;
const extensions: Readonly<Record<string, string>> = { png: 'png', jpg: 'jpg', gif: 'gif', webp: 'webp', avif: 'avif', svg: 'svg' };

/**
 * Fetches the images of a text as its page shows them: its print does not name them. `wanted` are the words for each image in the
 * order of the text; the answer has a place for each of them, which is empty where there is no fit image.
 */
export async function fetchImages(web: Web, { page, home }: { page: string; home: string }, wanted: readonly string[]): Promise<(UpstreamImage | undefined)[]> {
	if (wanted.length === 0) return [];
	const answer = await web.get({ url: page, accept: 'text/html', limits: pageLimits });
	const shown = answer.type === 'body' ? pageFacts(answer.bytes, answer.url).images : [];
	const images: (UpstreamImage | undefined)[] = [];
	let from = 0;
	let left = mostBytesTogether;
	for (const alt of wanted) {
		const at = shown.findIndex((image, index) => index >= from && sameWords(image.alt, alt));
		const src = addressBelow(shown[at]?.src ?? '', home);
		if (at >= 0) from = at + 1;
		const image = src === undefined || images.filter(Boolean).length >= most ? undefined : await fetchImage(web, src, Math.min(mostBytes, left));
		left -= image?.bytes.byteLength ?? 0;
		images.push(image);
	}
	return images;
}

async function fetchImage(web: Web, url: string, limit: number): Promise<UpstreamImage | undefined> {
	const answer = await web.get({ url, accept: 'image/*', limits: { wire: limit, decoded: limit } });
	const extension = answer.type === 'body' ? extensionOf(answer.bytes) : undefined;
	if (answer.type !== 'body' || extension === undefined) return undefined;
	return extension === 'svg' && !isInertSvg(answer.bytes) ? undefined : { bytes: answer.bytes, extension };
}

function extensionOf(bytes: Uint8Array): string | undefined {
	try {
		return extensions[imageSize(bytes).type ?? ''];
	} catch {
		return undefined;
	}
}

function sameWords(a: string, b: string): boolean {
	const words = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
	return words(a) === words(b);
}
