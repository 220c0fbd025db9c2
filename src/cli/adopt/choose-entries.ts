import { isCancel, multiselect } from '@clack/prompts';
import type { Upstream, UpstreamEntry } from '../../network/upstream/upstream.js';

/** Lets a person at a terminal choose among the texts of a handbook. */
export async function chooseEntries({ group, entries }: Upstream): Promise<UpstreamEntry[]> {
	const options = entries.map((entry) => ({ value: entry.url, label: entry.title, hint: entry.kind }));
	const chosen = await multiselect({ message: `Which texts of ${group.name}?`, options, required: true, maxItems: 15 });
	return isCancel(chosen) ? [] : entries.filter(({ url }) => chosen.includes(url));
}
