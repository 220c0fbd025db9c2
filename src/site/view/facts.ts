import { dueDateOf } from '../../handbook/review/due-dates.js';
import type { Entry, EntryOf } from '../../markdown/entry.js';
import type { Site } from '../site.js';
import { decisionTrail } from './decision-trail.js';
import type { Fact } from './fact.js';
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
	const facts = factsOfKind(entry, say, say.list('stewards', entry.fields.stewards));
	const trail = entry.kind === 'agreement' ? [] : say.records('decisions', say.trail(entry));
	return { ...facts, after: [...facts.after, ...trail, ...say.records('stories', say.stories(entry))] };
}

function factsOfKind(entry: Entry, say: FactWriter, looksAfter: Fact[]): EntryFacts {
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
		before: [...say.text('context', f.context), ...say.text('appliesTo', f.appliesTo), ...say.date('effectiveOn', f.effectiveOn)],
		after: [
			...say.list('evaluation', f.evaluation),
			...say.records('decisions', say.trail(entry)),
			...say.records('objections', say.objections(f.objections, decisionTrail(entry, say.site))),
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
		before: [...say.text('purpose', f.purpose), ...say.list('whenToUse', f.whenToUse), ...say.list('participants', f.participants), ...say.list('materials', f.materials)],
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

function decisionFacts(entry: EntryOf<'decision'>, say: FactWriter, looksAfter: Fact[]): EntryFacts {
	const { fields: f } = entry;
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
			...say.results(entry),
			...say.references('supersedes', f.supersedes),
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
