import { type Problem, problem, type Result } from '../errors.js';
import { readYaml } from '../markdown/read-yaml.js';
import { type Tombstone, withdrawnSchema } from '../schema/tombstone.js';
import { parseFields } from '../schema/validate.js';
import { isReservedId } from './entry-id.js';
import { referenceProblem } from './references.js';

/** Where the list of withdrawn texts is, below `content/`. */
export const withdrawnFile = 'withdrawn.yml';

/** Reads what a group has withdrawn. What the list gets wrong is a problem: none of its texts may quietly come back, or leave without a word. */
export function readWithdrawn(text: string, ids: ReadonlySet<string>, aliases: ReadonlyMap<string, string>): Result<Tombstone[]> {
	const file = `content/${withdrawnFile}`;
	const { data, fault, locate } = readYaml(text);
	if (fault) return { value: [], problems: [problem('front-matter-invalid', { file, ...fault }, fault.message)] };
	const { fields, faults } = parseFields(withdrawnSchema, { ...data, withdrawn: data.withdrawn ?? [] });
	const problems = faults.map(({ code, path, message, hint }) => problem(code, { file, ...locate(path) }, message, hint));

	const tombstones = new Map<string, Tombstone>();
	for (const [index, tombstone] of (fields.withdrawn ?? []).entries()) {
		const { id, successor } = tombstone;
		const at = (field: string) => ({ file, ...locate(['withdrawn', index, field]) });
		const clash = clashOf(id, tombstones, ids, aliases);
		if (clash) problems.push(problem(clash.code, at('id'), clash.message));
		else tombstones.set(id, tombstone);
		problems.push(...referenceProblem('successor', successor, () => at('successor'), ids, aliases));
	}
	return { value: [...tombstones.values()], problems };
}

/** What else has the address of a withdrawn text. */
function clashOf(id: string, seen: ReadonlyMap<string, Tombstone>, ids: ReadonlySet<string>, aliases: ReadonlyMap<string, string>): Pick<Problem, 'code' | 'message'> | undefined {
	if (seen.has(id)) return { code: 'withdrawn-clash', message: `“${id}” is listed twice.` };
	if (ids.has(id)) return { code: 'withdrawn-clash', message: `“${id}” is listed as withdrawn, but there is a text with this id.` };
	const alias = aliases.get(id);
	if (alias !== undefined) return { code: 'withdrawn-clash', message: `“${id}” is listed as withdrawn, but it is a former address of “${alias}”.` };
	return isReservedId(id) ? { code: 'id-reserved', message: `The address “${id}” belongs to a page of the site.` } : undefined;
}
