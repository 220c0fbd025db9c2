import { stringify } from 'yaml';
import { slugSegment } from '../../lib/slug.js';
import { kindFolders } from '../../schema/kinds.js';
import type { Lineage } from '../../schema/lineage.js';
import { licenceTerms } from '../adopt/licence-terms.js';
import type { PlannedFile } from '../adopt/plan-adoption.js';
import type { HandbookEntry } from '../handbook.js';
import { licenceFault, type ParentNow } from './plan-merge.js';
import { type ProposalContent, proposalText } from './proposal-text.js';

/** What a proposal is made from. */
export interface ProposalWish {
	own: Pick<HandbookEntry, 'id' | 'path' | 'title'>;
	ownLicence: string;
	lineage: Lineage;
	upstream: ParentNow;
	today: string;
	content: Pick<ProposalContent, 'facts' | 'parts' | 'since' | 'reasons' | 'versions' | 'canMerge'>;
}

/** As in the schema of every entry. */
const longestTitle = 200;
/** Some file systems take no more than 143 bytes, and a name should be readable. */
const longestName = 80;

/** Plans an open decision about the change of a parent, or says in a sentence why there can be none. */
export function planProposal({ own, ownLicence, lineage, upstream, today, content }: ProposalWish): { file: PlannedFile; title: string } | { fault: string } {
	const fault = licenceFault(lineage, upstream, ownLicence);
	if (fault !== undefined) return { fault };
	const title = proposalTitle(own.title, upstream.group);
	const terms = licenceTerms(upstream.licence, upstream.statedLicence, ownLicence);
	const fields = {
		title,
		status: 'open',
		date: today,
		// The texts in it are theirs as well.
		...((terms.licence !== ownLicence || terms.isShareAlike) && terms.licence !== undefined && { licence: terms.licence }),
		related: [own.id],
		basedOn: [{ url: upstream.url, title: upstream.title, group: upstream.group, ...(terms.licence !== undefined && { licence: terms.licence }), relation: 'inspired', retrieved: today }],
	};
	const body = proposalText({
		...content,
		own: { id: own.id, title: own.title, address: `../${encodeURI(own.path)}` },
		group: upstream.group,
		url: upstream.url,
		retrieved: lineage.retrieved,
		sha256: upstream.sha256,
	});
	const name = `${today}-${slugSegment(own.title).slice(0, longestName).replace(/-+$/, '')}`;
	return { title, file: { path: `${kindFolders.decision}/${name}.md`, bytes: new TextEncoder().encode(`---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}\n`) } };
}

function proposalTitle(title: string, group: string): string {
	const whole = `Take over the change of “${title}” from ${group}?`;
	if (whole.length <= longestTitle) return whole;
	const short = (text: string): string => (text.length > 80 ? `${[...text].slice(0, 70).join('')}…` : text);
	return `Take over the change of “${short(title)}” from ${short(group)}?`;
}
