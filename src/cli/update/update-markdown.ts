import { isDeclined } from '../../handbook/update/decided.js';
import { inCode } from '../reporters/in-code.js';
import type { AskedEntry } from './source-state.js';

/** What one issue should not be longer than; GitHub takes 65,536 characters. */
const longest = 40_000;

/** The changes that the group has not decided about as the text of an issue; empty when there are none. Words of others are code, so that they call nobody. */
export function updateMarkdown(asked: readonly AskedEntry[]): string {
	const changed = asked.flatMap(({ entry, lineage, state }) => (state.type === 'changed' && !isDeclined(state.decision) ? [{ entry, lineage, state }] : []));
	if (changed.length === 0) return '';
	const items = changed.map(({ entry, lineage, state: { now, upstream, reasons, decision, base, theirs } }) =>
		[
			`- ${inCode(entry.title)} (\`${entry.id}\`), from ${inCode(lineage.group ?? upstream.group.name)}: <${now.url}>`,
			...reasons.map(({ date, text }) => `  - ${date === undefined ? '' : `${date}: `}${inCode(text)}`),
			...(decision ? [`  - Your decision about it: \`content/${decision.path}\` (${decision.status})`] : []),
			...(theirs ? [] : ['  - It has HTML or code in it that cannot be made harmless. Look at it there.']),
			...(base && theirs ? [`  - To take it over: \`npx sporeprint update --merge ${entry.id}\``] : []),
			...(theirs && !decision ? [`  - To let the group decide first: \`npx sporeprint update --propose ${entry.id}\``] : []),
		].join('\n'),
	);
	const shown: string[] = [];
	let length = 0;
	for (const item of items) {
		length += item.length;
		if (length > longest) break;
		shown.push(item);
	}
	const left = items.length - shown.length;
	return [
		'Other groups have changed texts that we copied. Nothing has changed here, and nothing has to.',
		shown.join('\n'),
		...(left > 0 ? [`And ${left} more.`] : []),
		'To see what changed, run `npx sporeprint update`. This issue is brought up to date every week, and closed when nothing is left.',
	].join('\n\n');
}
