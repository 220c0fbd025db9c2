import { type Problem, problem } from '../../errors.js';
import type { Position } from '../../markdown/front-matter.js';
import { readYaml } from '../../markdown/read-yaml.js';
import { type HiddenItem, moderationSchema } from '../../schema/moderation.js';
import { parseFields } from '../../schema/validate.js';
import type { RegistryFile } from './registry-files.js';
import { fileProblem } from './registry-problem.js';

/** Where the list is. */
export const moderationFile = 'content/moderation.yml';

/** What the network hides, and where each item stands in the list. */
interface Moderation {
	hidden: HiddenItem[];
	places: Position[];
	problems: Problem[];
}

/** Reads what the network hides. An item with a slip in it still hides what it names, and rather more than less. */
export function readModeration(read: RegistryFile): Moderation {
	if ('fault' in read) return { hidden: [], places: [], problems: read.fault === 'missing' ? [] : [fileProblem('front-matter-invalid', moderationFile, read.fault)] };
	const { data, fault, locate } = readYaml(read.text);
	if (fault) return { hidden: [], places: [], problems: [problem('front-matter-invalid', { file: moderationFile, ...fault }, fault.message)] };
	const { faults } = parseFields(moderationSchema, { ...data, hidden: data.hidden ?? [] });
	const problems = faults.map(({ code, path, message, hint }) => problem(code, { file: moderationFile, ...locate(path) }, message, hint));
	const list: unknown[] = Array.isArray(data.hidden) ? data.hidden : [];
	const items = list.flatMap((item, index) => {
		const hidden = hiddenItem(item);
		return hidden ? [{ hidden, place: locate(['hidden', index, hidden.entry === undefined ? 'member' : 'entry']) }] : [];
	});
	return { hidden: items.map(({ hidden }) => hidden), places: items.map(({ place }) => place), problems };
}

function hiddenItem(item: unknown): HiddenItem | undefined {
	if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
	const { fields } = parseFields(moderationSchema.shape.hidden.element, item as Record<string, unknown>);
	return fields.member === undefined ? undefined : { ...fields, reason: fields.reason ?? '' };
}
