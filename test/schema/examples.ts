/** Values of a field: those that FORMAT.md documents, those it does not, and those that only a program can tell. */
export interface Examples {
	good: unknown[];
	bad: unknown[];
	/** Wrong, but fit for a JSON Schema. */
	subtle?: unknown[];
}

const oneOf = (values: string): Examples => ({ good: values.split(' '), bad: [values.split(' ')[0]?.toUpperCase(), 'something else', 1, true, [values.split(' ')[0]], ''] });
const listOf = ({ good, bad, subtle = [] }: Examples): Examples => ({
	good: [good, good.slice(0, 1), []],
	bad: [...bad.map((value) => [good[0], value]), 1, { a: 1 }],
	subtle: subtle.map((value) => [value]),
});

const text: Examples = { good: ['words', 'café 会議 كلمة', 'one\ntwo', '12:30', "quote's"], bad: [1, true, ['words'], { a: 1 }, ''], subtle: ['   ', '\n'] };
const texts: Examples = { good: ['words', ['words'], ['one', 'two'], []], bad: [1, [1], ['words', ''], [['words']], { a: 1 }, ''], subtle: [['  ']] };
const date: Examples = {
	good: [2024, '2024', '2024-05', '2024-05-17', '2024-02-29'],
	bad: [24, 2024.5, 20240517, '24', '2024-5', '2024-13', '2024-05-32', '17.05.2024', 'May 2024', '2024-05-17T00:00:00Z', true, ['2024'], ''],
	subtle: ['2024-02-30', '2023-02-29'],
};
const duration: Examples = { good: ['P1Y', 'P6M', 'P2W', 'P90D', 'P1Y6M'], bad: ['P', 'PT1H', '1 year', 'p1y', 'P1.5Y', 12, ''] };
const id: Examples = { good: ['check-in', 'practices/check-in', 'a/b/c', '2024'], bad: ['Check-In', 'check in', 'ü', '/a', 'a/', 'a//b', '../a', 'a.md', '-a', 5, ''] };
const formerAddress: Examples = {
	good: [...id.good, 'Check-In', 'Guides/Check in.html', 'über-uns', '会議/一.html', 'a.md', '-a'],
	bad: ['/a', 'a/', 'a//b', 'a?b', 'a#b', 'a%20b', 'a\\b', 'https://example.org/a', 5, ''],
	subtle: ['../a', 'a/../b', 'a/.', '.a', 'a ', 'index.html', 'a/index.html', '404.html', 'a.html/b'],
};
const address: Examples = {
	good: ['https://example.org', 'http://example.org/a?b=c#d', 'https://xn--nxasmq6b.example/'],
	bad: ['example.org', 'ftp://example.org', 'javascript:alert(1)', 'mailto:us@example.org', 1, ''],
	subtle: [],
};
const idOrAddress: Examples = { good: [...id.good, ...address.good], bad: ['Check In', 'javascript:alert(1)', 5, ''] };
const language: Examples = { good: ['en', 'es', 'pt-BR', 'pt-br', 'zh-Hant-TW'], bad: ['English', 'english!', 'en_GB', 'e', 5, ''] };
const licence: Examples = { good: ['CC-BY-SA-4.0', 'CC0-1.0', 'MIT OR Apache-2.0'], bad: [4, ['MIT']], subtle: ['CC BY-SA', 'free', ''] };
const flag: Examples = { good: [true, false], bad: ['true', 'yes', 1, 0, null, [true], ''] };
const number: Examples = { good: [0, 1, -1, 1.5], bad: ['1', true, [1]] };
const range: Examples = {
	good: [1, 90, { min: 1, max: 2 }, { min: 5, max: 5 }],
	bad: [0, -1, 1.5, '20', '20-30', { min: 1 }, { max: 1 }, { min: 0, max: 1 }, { min: 1, max: 2, mean: 1 }, [1, 2]],
	subtle: [{ min: 2, max: 1 }],
};
const summary: Examples = { ...text, bad: [...text.bad, 'x'.repeat(161)], good: [...text.good, 'x'.repeat(160)] };
const reviews: Examples = {
	good: [
		{ date: 2024, outcome: 'kept' },
		{ date: '2024-05', outcome: 'changed', note: 'n' },
		{ date: '2024-05-17', outcome: 'retired' },
	],
	bad: [{ date: 2024 }, { outcome: 'kept' }, { date: 2024, outcome: 'good' }, { date: 2024, outcome: 'kept', by: 'x' }, 'text'],
};
const objections: Examples = {
	good: [{ text: 't' }, { text: 't', by: 'Kitchen', state: 'open', response: 'r' }, { text: 't', state: 'integrated' }, { text: 't', state: 'withdrawn' }, { text: 't', state: 'stoodAside' }],
	bad: [{ by: 'Kitchen' }, { text: 't', state: 'closed' }, { text: '' }, 'text'],
};
const lineage: Examples = {
	good: [
		{},
		{ url: 'https://example.org/a', title: 't', group: 'g', licence: 'MIT', relation: 'copied', sha256: 'a'.repeat(64), retrieved: '2024-05', changes: 'c' },
		{ relation: 'adapted' },
		{ relation: 'translated' },
		{ relation: 'inspired' },
	],
	bad: [{ url: 'example.org' }, { relation: 'stolen' }, { sha256: 'A'.repeat(64) }, { sha256: 'abc' }, { retrieved: 'May' }, { author: 'x' }, 'https://example.org'],
};
const decisions: Examples = {
	good: [{}, { date: 2024, method: 'consent', url: 'https://example.org', note: 'n' }, { id: 'decisions/a' }],
	bad: [{ date: 'x' }, { url: 'x' }, { id: 'A B' }, { outcome: 'x' }, 'text'],
};
const tally: Examples = { good: [{}, { agree: 5 }, { agree: 5, abstain: 0, disagree: 1, block: 2 }], bad: [{ agree: -1 }, { agree: 1.5 }, { agree: '5' }, { yes: 5 }, 5, [5]] };
const nav: Examples = {
	good: [['pages/a'], [{ title: 'T', items: ['pages/a', { title: 'U', items: [] }] }], []],
	bad: ['pages/a', ['Pages A'], [{ title: 'T' }], [{ items: [] }], [{ title: '', items: [] }], [{ title: 'T', items: ['A B'] }], [5]],
};

/** Every field of FORMAT.md, written from the document and not from the schemas. */
export const fieldsOfFormat: Record<string, Record<string, Examples>> = {
	entry: {
		title: { ...text, bad: [...text.bad, 'x'.repeat(201)] },
		id,
		aliases: listOf(formerAddress),
		summary,
		lang: language,
		translationOf: id,
		tags: texts,
		reasons: listOf(oneOf('habits tolerance care proof resilience')),
		licence,
		stewards: texts,
		authors: texts,
		basedOn: listOf(lineage),
		related: listOf(id),
		updated: date,
		draft: flag,
		private: flag,
		published: flag,
	},
	agreement: {
		status: oneOf('draft proposed trial adopted paused superseded retired'),
		context: text,
		appliesTo: text,
		adoptedOn: date,
		effectiveOn: date,
		expiresOn: date,
		inUseSince: date,
		decisions: listOf(decisions),
		reviewOn: date,
		reviewEvery: duration,
		reviewedBy: text,
		reviews: listOf(reviews),
		evaluation: texts,
		objections: listOf(objections),
		concerns: texts,
		supersedes: listOf(idOrAddress),
		overrides: listOf(idOrAddress),
		retiredReason: text,
	},
	practice: {
		purpose: text,
		whenToUse: texts,
		duration: range,
		groupSize: range,
		frequency: oneOf('once asNeeded daily weekly fortnightly monthly quarterly yearly'),
		setting: listOf(oneOf('inPerson online hybrid async')),
		difficulty: oneOf('easy moderate hard'),
		materials: texts,
		participants: texts,
		variations: texts,
		risks: texts,
		origin: text,
		inUseSince: date,
		reviews: listOf(reviews),
		retiredReason: text,
	},
	role: {
		purpose: text,
		responsibilities: texts,
		authority: texts,
		limits: texts,
		delegator: text,
		holders: texts,
		selectedBy: text,
		term: duration,
		since: date,
		reviewOn: date,
	},
	decision: {
		status: oneOf('open passed notPassed withdrawn superseded'),
		date,
		method: oneOf('consent consensus majority advice delegated other'),
		passingCriteria: text,
		decisionMakers: texts,
		consulted: texts,
		informed: texts,
		tally,
		objections: listOf(objections),
		concerns: texts,
		reviewOn: date,
		resultsIn: listOf(id),
		supersedes: listOf(idOrAddress),
		sourceUrl: address,
	},
	story: {
		about: listOf(idOrAddress),
		started: date,
		ended: date,
		outcome: oneOf('worked mixed failed stopped'),
		whyItWorked: text,
		whyItFailed: text,
		evidence: listOf(address),
	},
	page: { order: number, parent: id },
	group: {
		name: text,
		url: address,
		repo: address,
		purpose: text,
		summary,
		status: oneOf('active dormant closed historical'),
		founded: date,
		closed: date,
		locality: text,
		country: { good: ['NZ', 'DE'], bad: ['nz', 'DEU', 'Germany', 5, ''], subtle: ['XQ'] },
		scope: oneOf('local regional national international'),
		kind: text,
		size: { good: ['1-5', '6-15', '16-50', '51-150', '150+'], bad: ['7', 7, '1–5', ''] },
		languages: { ...listOf(language), good: [['en'], ['es', 'pt-BR']], bad: [[], 'en', ['en', 5]] },
		licence,
		decisionMethod: text,
		contact: text,
		networks: listOf(address),
		partOf: listOf(address),
		inherits: listOf(address),
		uses: listOf(address),
		onGone: oneOf('keep stub erase'),
		history: oneOf('dates names none'),
		successor: address,
		nav,
	},
};
