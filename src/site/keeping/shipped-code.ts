import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyOf } from '../../lib/key-of.js';
import { ownHash } from '../engine-stamp.js';
import type { SiteKind } from '../site-kind.js';
import type { CodePlace, PageCode } from './page-code.js';

/** One folder for each kind of site, bundled when the package was built. */
const folder = fileURLToPath(new URL('../../page-code/', import.meta.url));

/**
 * The code that the package brings for the pages of every site that has neither code nor settings of its own. `madeFrom` stands for the
 * program and for what the site is made from beside its content. Undefined where none was bundled from the files that the program has now.
 */
export function shippedCode({ name }: Pick<SiteKind<never>, 'name'>, madeFrom: string, place: CodePlace): PageCode | undefined {
	const record = join(folder, name, 'record.json');
	if (!existsSync(record)) return undefined;
	const { program, entry, pages } = JSON.parse(readFileSync(record, 'utf8')) as Pick<PageCode, 'entry' | 'pages'> & { program: string };
	if (program !== ownHash()) return undefined;
	const setting = keyOf([madeFrom, place]);
	return { folder: join(folder, name), entry, pages, setting, shared: setting, place };
}
