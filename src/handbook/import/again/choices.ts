import type { KindOverrides } from '../folder-kinds.js';
import type { ImportChoices } from './import-memory.js';

/** What a person says about an import. */
export interface ToldChoices {
	kinds: KindOverrides;
	leave: readonly string[];
	/** Pages that were split into their sections. */
	split: readonly string[];
	language?: string | undefined;
	licence?: string | undefined;
}

/** What was said at earlier imports, and what is said now. A folder that gets a kind is left out no more. */
export function choicesNow({ kinds, leave, split, language, licence }: ToldChoices, before: ImportChoices = { kinds: {}, leave: [], split: [] }): ImportChoices {
	const said = { language: language ?? before.language, licence: licence ?? before.licence };
	return {
		kinds: { ...before.kinds, ...Object.fromEntries(kinds) },
		leave: [...new Set([...before.leave.filter((folder) => !kinds.has(folder)), ...leave])],
		split: [...new Set([...before.split, ...split])],
		...(said.language !== undefined && { language: said.language }),
		...(said.licence !== undefined && { licence: said.licence }),
	};
}
