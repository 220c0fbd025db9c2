import { parseDocument } from 'yaml';

/**
 * Reads a settings file of another program as far as it can be read: tags that only that program knows are passed over,
 * and so is what is no YAML. JSON is YAML too. Undefined when nothing can be read.
 */
export function readLooseYaml(text: string): unknown {
	try {
		return parseDocument(text.replace(/^\uFEFF/, ''), { logLevel: 'silent', uniqueKeys: false, prettyErrors: false, merge: true }).toJS({ maxAliasCount: 1000 });
	} catch {
		return undefined;
	}
}
