/** The few settings of `book.toml` that an import needs. */
export interface BookToml {
	/** Strings of the table `[book]`. */
	book: Record<string, string>;
	/** Strings of the table `[output.html]`. */
	html: Record<string, string>;
}

const table = /^\s*\[\s*([\w.-]+)\s*\]\s*(?:#.*)?$/;
const setting = /^\s*"?([\w-]+)"?\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*')\s*(?:#.*)?$/;

/** Reads the strings of two tables of `book.toml`. Every other line is passed over: this is no reader of TOML. */
export function readBookToml(text: string): BookToml {
	const settings: BookToml = { book: {}, html: {} };
	let current: Record<string, string> | undefined;
	for (const line of text.split(/\r?\n/)) {
		const name = table.exec(line)?.[1];
		if (name !== undefined || /^\s*\[/.test(line)) current = name === 'book' ? settings.book : name === 'output.html' ? settings.html : undefined;
		const [, key, value] = setting.exec(line) ?? [];
		if (current && key !== undefined && value !== undefined) current[key] = unquote(value);
	}
	return settings;
}

/** Undoes the escapes of a TOML string; those of a basic string are a part of JSON's. */
function unquote(quoted: string): string {
	if (quoted.startsWith("'")) return quoted.slice(1, -1);
	try {
		return String(JSON.parse(quoted));
	} catch {
		return quoted.slice(1, -1);
	}
}
