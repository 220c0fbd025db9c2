import { join } from 'node:path';
import type { Problem } from '../errors.js';
import { type KeptRecords, openRecords } from '../lib/kept-records.js';
import { keyOf } from '../lib/key-of.js';
import { byteHash } from '../lib/text-hash.js';
import { type AskedTarget, answersAreTheSame, askingResolver } from '../markdown/asked-targets.js';
import { type RenderedText, type RenderOptions, renderText } from '../markdown/render.js';
import type { TargetResolver } from '../markdown/target.js';
import { stringsFor } from '../strings/index.js';
import type { BuildCache } from './build-cache.js';
import { type DraftEntry, draftFrom, type EntryFacts, factsOfDraft, type ReadEntry, readEntry } from './read-entry.js';

/** A file as it was read before, without what stands in the file itself. */
interface KeptText {
	problems: Problem[];
	entry?: EntryFacts;
	rendered?: KeptRendering;
}

/** A text as it was rendered before, and what that depended on beside the file. */
interface KeptRendering {
	lang: string;
	asked: AskedTarget[];
	text: Omit<RenderedText, 'ids'> & { ids: string[] };
}

/**
 * Reads and renders the files of a handbook, and keeps what came of it from one build to the next: a file that is as it was gives what it
 * gave, unless one of its links leads elsewhere now.
 */
export class KeptTexts {
	readonly #records: KeptRecords;
	readonly #program: string;
	readonly #known = new Map<string, { key: string; kept: KeptText }>();

	constructor(cache: BuildCache | undefined) {
		this.#records = openRecords(cache && join(cache.folder, 'texts'));
		this.#program = cache?.program ?? '';
	}

	/** Reads one file of `content/`. */
	read(path: string, text: string): ReadEntry {
		const key = keyOf([this.#program, path, byteHash(text)]);
		const kept = this.#records.get(key) as KeptText | undefined;
		if (kept) {
			this.#known.set(path, { key, kept });
			const { problems, entry } = kept;
			return { problems, ...(entry && { entry: draftFrom(entry, text) }) };
		}
		const read = readEntry(path, text);
		const now: KeptText = { problems: read.problems, ...(read.entry && { entry: factsOfDraft(read.entry) }) };
		this.#known.set(path, { key, kept: now });
		this.#records.put(key, now);
		return read;
	}

	/**
	 * Renders the text of an entry that was read here.
	 * @throws Error when MDX has a mistake in its code, RangeError for a text that is too deeply nested.
	 */
	render({ path, body, fields }: DraftEntry, lang: string, resolver: TargetResolver): RenderedText {
		const known = this.#known.get(path);
		const rendered = known?.kept.rendered;
		if (rendered?.lang === lang && answersAreTheSame(rendered.asked, resolver)) return { ...rendered.text, ids: new Set(rendered.text.ids) };
		const asking = askingResolver(resolver);
		const options: RenderOptions = { title: fields.title, labels: stringsFor(lang).text, resolver: asking.resolver, trust: 'own', syntax: syntaxOf(path) };
		const text = renderText(body, options);
		if (known) this.#records.put(known.key, { ...known.kept, rendered: { lang, asked: asking.asked, text: { ...text, ids: [...text.ids] } } } satisfies KeptText);
		return text;
	}

	/** Keeps everything that was read and rendered, and drops the rest. */
	save(): void {
		this.#records.save();
	}
}

/** How a file is written. */
export function syntaxOf(path: string): 'md' | 'mdx' {
	return path.endsWith('.mdx') ? 'mdx' : 'md';
}
