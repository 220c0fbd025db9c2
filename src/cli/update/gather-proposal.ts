import type { PlannedFile } from '../../handbook/adopt/plan-adoption.js';
import { planProposal } from '../../handbook/update/plan-proposal.js';
import type { Version } from '../../handbook/update/proposal-text.js';
import { sourceDifference } from '../../handbook/update/source-difference.js';
import { formatPartialDate } from '../../lib/partial-date.js';
import type { AskOptions } from './ask-sources.js';
import { parentNow } from './merge-entry.js';
import type { AskedEntry, ChangedSource } from './source-state.js';

/** Plans the decision about a change, or says in a sentence why there can be none. */
export function gatherProposal({ entry, lineage }: AskedEntry, state: ChangedSource, { own }: Pick<AskOptions, 'own'>, today: string): { file: PlannedFile; title: string } | { fault: string } {
	const { theirs, base, now, facts, reasons } = state;
	if (!theirs) return { fault: `“${now.title}” has HTML or code in it that cannot be made harmless, so it is not copied. Look at it there: ${now.page}` };
	const taken = lineage.retrieved === undefined ? '' : ` on ${formatPartialDate(lineage.retrieved, 'en-GB')}`;
	const before: Version = base ? { heading: `Their text as we took it${taken}`, source: base.source } : { heading: 'Our text', source: entry.source };
	return planProposal({
		own: entry,
		ownLicence: own.group.licence,
		lineage,
		upstream: parentNow(state),
		today,
		content: {
			facts,
			parts: state.parts ?? sourceDifference(entry.body, theirs.body),
			since: base ? 'taken' : 'own',
			reasons,
			versions: [before, { heading: 'Their text now', source: theirs.source }],
			canMerge: base !== undefined,
		},
	});
}
