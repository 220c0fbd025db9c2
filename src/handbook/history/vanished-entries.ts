import { type Problem, problem } from '../../errors.js';
import type { HandbookHistory } from './handbook-history.js';

/** Texts that were published and are gone without a word. `known` are the ids of entries, their former ids, and those of texts that were withdrawn. */
export function vanishedEntries({ former }: Pick<HandbookHistory, 'former'>, known: ReadonlySet<string>): Problem[] {
	return former
		.filter(({ id }) => !known.has(id))
		.map(({ id, path, movedTo }) => {
			const place = { file: `content/${path}` };
			if (movedTo !== undefined && known.has(movedTo))
				return problem(
					'entry-vanished',
					place,
					`There was a text at the address “${id}”. It is now at “${movedTo}”, and the old address leads nowhere.`,
					`Add this line to the facts of “${movedTo}”: aliases: [${id}]`,
				);
			return problem(
				'entry-vanished',
				place,
				`There was a text at the address “${id}”, and now there is none.`,
				`Bring the file back, add “${id}” to the aliases of the text that took its place, or say why it is gone: npx sporeprint withdraw ${id} --reason "..."`,
			);
		});
}
