const form = /import\s+(?:type\s+)?([\w$*{},\s]{1,2000}?)\s+from\s+["']([^"'\n]+)["']/g;

/** What each imported name leads to, as it stands in the source. */
export function importsOf(scripts: readonly string[]): Map<string, string> {
	const imports = new Map<string, string>();
	for (const script of scripts) {
		for (const [, names = '', target = ''] of script.matchAll(form)) {
			for (const name of names.split(/[{},]/)) {
				const own = name
					.trim()
					.split(/\s+as\s+/)
					.at(-1);
				if (own) imports.set(own, target);
			}
		}
	}
	return imports;
}
