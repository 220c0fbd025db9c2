import type { entrySchemas } from '../../schema/kinds.js';

type KeysOf<T> = T extends unknown ? keyof T : never;

/** Every field that an entry of some kind may have. */
type FieldName = KeysOf<{ [K in keyof typeof entrySchemas]: (typeof entrySchemas)[K]['shape'] }[keyof typeof entrySchemas]>;

/** What becomes of a field in a copy: it is kept, it is made anew, or it stays with the other group, for the reason given. */
type FieldRule = 'kept' | 'made' | { dropped: string };

const place = { dropped: 'it names entries of their handbook' };
const care = { dropped: 'they look after their text, and you after yours' };
const trail = { dropped: 'what they decided is not decided here' };
const review = { dropped: 'it says when they look at it again; set your own' };
const life = { dropped: 'it dates their use of it, not yours' };
const dissent = { dropped: 'it was said in their group' };
const ended = { dropped: 'they gave it up; here it only begins' };
const hiding = { dropped: 'it is about their site' };

/** The rule for each field of FORMAT.md. The type makes sure that none is forgotten. */
export const fieldRules: Readonly<Record<FieldName, FieldRule>> = {
	title: 'made',
	lang: 'made',
	licence: 'made',
	basedOn: 'made',
	status: 'made',
	delegator: 'made',
	summary: 'kept',
	tags: 'kept',
	reasons: 'kept',
	authors: 'kept',
	context: 'kept',
	appliesTo: 'kept',
	reviewEvery: 'kept',
	evaluation: 'kept',
	purpose: 'kept',
	whenToUse: 'kept',
	duration: 'kept',
	groupSize: 'kept',
	frequency: 'kept',
	setting: 'kept',
	difficulty: 'kept',
	materials: 'kept',
	participants: 'kept',
	variations: 'kept',
	risks: 'kept',
	origin: 'kept',
	responsibilities: 'kept',
	authority: 'kept',
	limits: 'kept',
	selectedBy: 'kept',
	term: 'kept',
	started: 'kept',
	ended: 'kept',
	outcome: 'kept',
	whyItWorked: 'kept',
	whyItFailed: 'kept',
	evidence: 'kept',
	id: place,
	aliases: place,
	translationOf: place,
	related: place,
	supersedes: place,
	overrides: place,
	resultsIn: place,
	about: place,
	parent: place,
	order: place,
	stewards: care,
	holders: care,
	since: life,
	updated: life,
	adoptedOn: life,
	effectiveOn: life,
	expiresOn: life,
	inUseSince: life,
	decisions: trail,
	date: trail,
	method: trail,
	passingCriteria: trail,
	decisionMakers: trail,
	consulted: trail,
	informed: trail,
	tally: trail,
	sourceUrl: trail,
	reviewOn: review,
	reviewedBy: review,
	reviews: review,
	objections: dissent,
	concerns: dissent,
	retiredReason: ended,
	draft: hiding,
	private: hiding,
	published: hiding,
};
