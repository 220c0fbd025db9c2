import { parse, type TomlTable, type TomlValue } from 'smol-toml';

/** The settings of `book.toml` that an import needs. */
export interface BookToml {
	/** The table `[book]`. */
	book: TomlTable;
	/** The table `[output.html]`. */
	html: TomlTable;
	/** Keys of `[output.html.redirect]` and what they lead to. */
	redirects: ReadonlyMap<string, string>;
	/** Names below `[preprocessor]`. */
	preprocessors: readonly string[];
	/** Why it could not be read. */
	fault?: string;
}

/** Reads `book.toml`. What cannot be read has no settings and a fault. */
export function readBookToml(text: string): BookToml {
	try {
		const toml = parse(text.replace(/^\uFEFF/, ''));
		const html = tableAt(tableAt(toml.output).html);
		const redirects = Object.entries(tableAt(html.redirect)).flatMap(([from, to]) => (typeof to === 'string' ? [[from, to] as const] : []));
		return { book: tableAt(toml.book), html, redirects: new Map(redirects), preprocessors: Object.keys(tableAt(toml.preprocessor)) };
	} catch (error) {
		const [fault = ''] = String(error instanceof Error ? error.message : error).split('\n');
		return { book: {}, html: {}, redirects: new Map(), preprocessors: [], fault };
	}
}

/** A setting that is a text with words in it. */
export function wordsOf(value: TomlValue | undefined): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function tableAt(value: TomlValue | undefined): TomlTable {
	return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date) ? value : {};
}
