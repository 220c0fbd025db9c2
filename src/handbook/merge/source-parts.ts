import { readFrontMatter } from '../../markdown/front-matter.js';

/** A source taken apart: its front matter as lines, and the text below. */
export interface SourceParts {
	/** The line that opens the front matter; empty if there is none. */
	opening: string;
	/** The lines of the front matter, each with its line end. */
	facts: string;
	/** The line that closes it. */
	closing: string;
	body: string;
	/** What the front matter says. */
	data: Record<string, unknown>;
}

/** Takes a clean source apart, so that `joinSource` gives it back to the byte. `undefined` if its front matter cannot be read. */
export function splitSource(source: string, options: { foreign?: boolean } = {}): SourceParts | undefined {
	const { body, data, fault } = readFrontMatter(source, options);
	if (fault) return undefined;
	const head = source.slice(0, source.length - body.length);
	const factsAt = head.indexOf('\n') + 1;
	const closingAt = head.lastIndexOf('---');
	if (head === '') return { opening: '', facts: '', closing: '', body, data };
	return { opening: head.slice(0, factsAt), facts: head.slice(factsAt, closingAt), closing: head.slice(closingAt), body, data };
}

/** Puts a source together. A text alone gets empty front matter if its first lines would otherwise be taken for some. */
export function joinSource({ opening, facts, closing, body }: Pick<SourceParts, 'opening' | 'facts' | 'closing' | 'body'>): string {
	const hasHead = opening !== '' || facts !== '' || splitSource(body)?.body !== body;
	const head = hasHead ? (opening || '---\n') + facts + (closing || '---\n') : '';
	return head === '' || head.endsWith('\n') || body === '' ? head + body : `${head}\n${body}`;
}
