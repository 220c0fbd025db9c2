import { posix } from 'node:path';
import { emptyNames, guarded, layers, permissions, strangers } from './layers.js';
import { type Import, usesIn } from './uses.js';

/** One breach of the architecture. */
export interface Violation {
	rule: 'name' | 'layer' | 'computed import' | keyof typeof guarded;
	/** Path below `src/`. */
	file: string;
	/** What the file does that it may not. */
	because: string;
}

/** Checks the files of `src/`, given by their paths below it, against the architecture. */
export function violationsIn(files: ReadonlyMap<string, string>): Violation[] {
	const uses = usesIn(files);
	return [...files.keys()].flatMap((file) => {
		const { imports, globals } = uses.get(file) ?? { imports: [], globals: [] };
		return [...nameViolations(file), ...imports.flatMap((used) => importViolations(file, used)), ...globals.flatMap((name) => guardViolations(file, 'globals', name))];
	});
}

function nameViolations(file: string): Violation[] {
	const [top = '', ...below] = file.split('/');
	const problems: string[] = [];
	if (rowOf(top) === -1) problems.push(`“${top}” is in no layer`);
	const folders = file.split('/').slice(0, -1);
	const base = posix.basename(file);
	const isRoute = file.startsWith('site/routes/');
	const isFitting = (isRoute && ROUTE.test(base)) || (base.endsWith('.astro') ? COMPONENT.test(base) : KEBAB.test(base));
	if (!isFitting) problems.push(base.endsWith('.astro') ? `“${base}” is not in PascalCase` : `“${base}” is not in kebab-case`);
	for (const folder of folders) if (!KEBAB.test(folder) && !(isRoute && ROUTE.test(folder))) problems.push(`the folder “${folder}” is not in kebab-case`);
	for (const name of [...folders, base.split('.')[0] ?? '']) if (emptyNames.includes(name.toLowerCase())) problems.push(`the name “${name}” says nothing about what is inside`);
	return (below.length === 0 && rowOf(top) === -1 ? problems.slice(0, 1) : problems).map((because) => ({ rule: 'name', file, because }));
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const COMPONENT = /^([A-Z][a-z0-9]*)+\.astro$/;
/** File routes of Astro: `404.astro`, `[...id].md.ts`, `handbook.json.ts`. */
const ROUTE = /^(\[(\.\.\.)?[a-z][a-zA-Z]*\]|[a-z0-9]+(-[a-z0-9]+)*|[.-])+$/;

function importViolations(file: string, { specifier, isType }: Import): Violation[] {
	if (specifier === undefined) return isAllowed(file, permissions.computedImports) ? [] : [{ rule: 'computed import', file, because: 'imports what only the running program can name' }];
	const isRelative = /^\.{0,2}\//.test(specifier);
	if (!isRelative && specifier !== 'sporeprint') return guardViolations(file, 'modules', specifier.replace(/^node:/, ''));
	const target = isRelative ? posix.join(posix.dirname(file), specifier) : 'index.js';
	const from = topOf(file);
	const to = topOf(target);
	if (target.startsWith('..') || specifier.startsWith('/')) return [{ rule: 'layer', file, because: `imports ${specifier}, outside src/` }];
	// A file beside the layers: its own name is already reported.
	if (from === to || rowOf(from) === -1) return [];
	const stranger = strangers.find((pair) => pair.from === from && pair.to === to);
	if (rowOf(to) !== -1 && rowOf(to) < rowOf(from) && !(stranger && !(stranger.unless === 'type' && isType))) return [];
	return [{ rule: 'layer', file, because: `imports ${target}: ${from} may not know ${to}` }];
}

function guardViolations(file: string, kind: 'modules' | 'globals', name: string): Violation[] {
	const rules = Object.entries(guarded) as [keyof typeof guarded, (typeof guarded)[keyof typeof guarded]][];
	return rules
		.filter(([rule, things]) => things[kind].some((pattern) => matches(pattern, name)) && !isAllowed(file, permissions[rule]))
		.map(([rule]) => ({ rule, file, because: kind === 'modules' ? `imports ${name}` : `uses the global ${name}` }));
}

function matches(pattern: string, name: string): boolean {
	return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function isAllowed(file: string, places: readonly string[]): boolean {
	return places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));
}

/** The name in `layers` that a path belongs to; `index.js` in an import is `index.ts`. */
function topOf(path: string): string {
	const [top = '', below] = path.split('/');
	return below === undefined ? top.replace(/\.js$/, '.ts') : top;
}

function rowOf(top: string): number {
	return layers.findIndex((row) => row.includes(top));
}
