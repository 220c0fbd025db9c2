import { dueDateOf } from '../../handbook/review/due-dates.js';
import type { Entry, EntryOf } from '../../markdown/entry.js';
import type { Strings } from '../../strings/index.js';
import type { Site } from '../site.js';
import type { Fact, Tone } from './fact.js';
import { FactWriter } from './fact-writer.js';

/** The facts of an entry in the three places where a reader looks for them. */
export interface EntryFacts {
	/** What a person asks first. */
	glance: Fact[];
	/** What to know before reading. */
	before: Fact[];
	/** What came of it, and what was said against it. */
	after: Fact[];
}

/** The facts of an entry, in the interface's language. Facts that are absent leave no hole. */
export function entryFacts(entry: Entry, site: Site): EntryFacts {
	const say = new FactWriter(site);
	const { stewards } = entry.fields;
	const looksAfter = say.list('stewards', stewards);
	switch (entry.kind) {
		case 'agreement':
			return agreementFacts(entry, say, looksAfter);
		case 'practice':
			return practiceFacts(entry, say, looksAfter);
		case 'role':
			return roleFacts(entry, say, looksAfter);
		case 'decision':
			return decisionFacts(entry, say, looksAfter);
		case 'story':
			return storyFacts(entry, say, looksAfter);
		case 'page':
			return { glance: [...looksAfter], before: [], after: [] };
	}
}

/** How an entry stands, in a word; undefined when it does not say. */
export function entryState(entry: Entry, { values }: Strings): { label: string; tone: Tone } | undefined {
	if ((entry.kind === 'agreement' || entry.kind === 'decision') && entry.fields.status) {
		return { label: values.status[entry.fields.status], tone: statusTones[entry.fields.status] };
	}
	if (entry.kind === 'story' && entry.fields.outcome) return { label: values.outcome[entry.fields.outcome], tone: entry.fields.outcome === 'worked' ? 'holds' : 'over' };
	if (entry.kind === 'practice' && entry.fields.retiredReason) return { label: values.status.retired, tone: 'over' };
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

function agreementFacts(entry: EntryOf<'agreement'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	const { fields: f } = entry;
	return {
		glance: [
			...say.date('adoptedOn', f.adoptedOn),
			...say.date('inUseSince', f.inUseSince),
			...say.date('expiresOn', f.expiresOn),
			...say.date('reviewOn', dueDateOf(entry, 'review')),
			...say.every('reviewEvery', f.reviewEvery),
			...looksAfter,
		],
		before: [...say.text('retiredReason', f.retiredReason), ...say.text('context', f.context), ...say.text('appliesTo', f.appliesTo), ...say.date('effectiveOn', f.effectiveOn)],
		after: [
			...say.list('evaluation', f.evaluation),
			...say.records(
				'decisions',
				f.decisions?.map((decision) => say.decision(decision)),
			),
			...say.records('objections', say.objections(f.objections)),
			...say.list('concerns', f.concerns),
			...say.records(
				'reviews',
				f.reviews?.map((review) => say.review(review)),
			),
			...say.text('reviewedBy', f.reviewedBy),
			...say.references('supersedes', f.supersedes),
			...say.references('overrides', f.overrides),
		],
	};
}

function practiceFacts({ fields: f }: EntryOf<'practice'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	return {
		glance: [
			...say.range('duration', f.duration, say.strings.amounts.minutes),
			...say.range('groupSize', f.groupSize, say.strings.amounts.people),
			...say.words('setting', f.setting),
			...say.words('frequency', f.frequency && [f.frequency]),
			...say.words('difficulty', f.difficulty && [f.difficulty]),
			...say.date('inUseSince', f.inUseSince),
			...looksAfter,
		],
		before: [
			...say.text('retiredReason', f.retiredReason),
			...say.text('purpose', f.purpose),
			...say.list('whenToUse', f.whenToUse),
			...say.list('participants', f.participants),
			...say.list('materials', f.materials),
		],
		after: [
			...say.list('variations', f.variations),
			...say.list('risks', f.risks),
			...say.text('origin', f.origin),
			...say.records(
				'reviews',
				f.reviews?.map((review) => say.review(review)),
			),
		],
	};
}

function roleFacts({ fields: f }: EntryOf<'role'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	return {
		glance: [
			...say.list('holders', f.holders),
			...say.date('since', f.since),
			...say.duration('term', f.term),
			...say.date('reviewOn', f.reviewOn),
			...say.text('selectedBy', f.selectedBy),
			...say.referenceOrText('delegator', f.delegator),
			...looksAfter,
		],
		before: [...say.text('purpose', f.purpose), ...say.list('responsibilities', f.responsibilities), ...say.list('authority', f.authority), ...say.list('limits', f.limits)],
		after: [],
	};
}

function decisionFacts({ fields: f }: EntryOf<'decision'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	return {
		glance: [...say.date('date', f.date), ...say.words('method', f.method && [f.method]), ...say.list('decisionMakers', f.decisionMakers), ...say.date('reviewOn', f.reviewOn), ...looksAfter],
		before: [],
		after: [
			...say.tally(f.tally),
			...say.text('passingCriteria', f.passingCriteria),
			...say.list('consulted', f.consulted),
			...say.list('informed', f.informed),
			...say.records('objections', say.objections(f.objections)),
			...say.list('concerns', f.concerns),
			...say.references('resultsIn', f.resultsIn),
			...say.references('sourceUrl', f.sourceUrl ? [f.sourceUrl] : undefined),
		],
	};
}

function storyFacts({ fields: f }: EntryOf<'story'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	return {
		glance: [...say.date('started', f.started), ...say.date('ended', f.ended), ...say.references('about', f.about), ...looksAfter],
		before: [],
		after: [...say.text('whyItWorked', f.whyItWorked), ...say.text('whyItFailed', f.whyItFailed), ...say.references('evidence', f.evidence)],
	};
}
