import type { Entry } from '../../markdown/entry.js';
import { isOutOfUse } from '../../output/out-of-use.js';
import type { Strings } from '../../strings/index.js';
import type { Tone } from './fact.js';

/** How an entry stands, in a word; undefined when it does not say. */
export function entryState(entry: Entry, { values }: Strings): { label: string; tone: Tone } | undefined {
	if (isOutOfUse(entry)) return { label: values.status['status' in entry.fields && entry.fields.status === 'superseded' ? 'superseded' : 'retired'], tone: 'over' };
	if ((entry.kind === 'agreement' || entry.kind === 'decision') && entry.fields.status) {
		return { label: values.status[entry.fields.status], tone: statusTones[entry.fields.status] };
	}
	if (entry.kind === 'story' && entry.fields.outcome) return { label: values.outcome[entry.fields.outcome], tone: entry.fields.outcome === 'worked' ? 'holds' : 'over' };
	return undefined;
}

const statusTones: Record<keyof Strings['values']['status'], Tone> = {
	draft: 'moving',
	proposed: 'moving',
	trial: 'moving',
	adopted: 'holds',
	paused: 'moving',
	superseded: 'over',
	retired: 'over',
	open: 'moving',
	passed: 'holds',
	notPassed: 'over',
	withdrawn: 'over',
};
