// Made-up handbooks as a crawler meets them: prints and bundles as the engine writes them, with its own hashes.
import { byteHash, textHash } from '../../dist/lib/text-hash.js';
import { subjects, textMaker, upper } from './made-up-texts.mjs';

const folders = { agreement: 'agreements', practice: 'practices', role: 'roles', decision: 'decisions', story: 'stories', page: 'pages' };
/** What thirty entries of a group are. */
const mixture = ['agreement', 'practice', 'agreement', 'practice', 'role', 'agreement', 'practice', 'decision', 'practice', 'story'];
const countries = ['NZ', 'DE', 'ES', 'FR', 'GB', 'US', 'NL', 'IT', 'BR', 'AR', 'MX', 'KE', 'IN', 'GR', 'PT', 'SE', 'CA', 'AU', 'EG', 'JP'];
const sizes = ['1-5', '6-15', '16-50', '51-150', '150+'];
const languages = ['en', 'en', 'en', 'es', 'de', 'fr', 'ar', 'pt-BR'];
const reasons = ['habits', 'tolerance', 'care', 'proof', 'resilience'];
const licences = ['CC-BY-SA-4.0', 'CC0-1.0', 'CC-BY-4.0'];
const topics = [
	...subjects,
	...subjects,
	'onboarding',
	'money',
	'decisions',
	'check-in',
	'care work',
	'newcomers',
	'land',
	'childcare',
	'repair',
	'food',
	'power',
	'grief',
	'accounts',
	'tools',
	'rituals',
];

/** A group and its entries of about 600 words each. The same number always gives the same handbook. */
export function makeMember({ number, home, network, count }) {
	const maker = textMaker(number + 1);
	const { between, pick, words, title } = maker;
	const lang = pick(languages);
	const group = {
		name: `${upper(words(1)[0])} ${title()}`,
		networks: [network],
		repo: `https://git.example/group-${number}`,
		purpose: upper(words(9).join(' ')),
		summary: upper(words(12).join(' ')),
		founded: String(between(1975, 2025)),
		country: pick(countries),
		size: pick(sizes),
		scope: pick(['local', 'regional', 'national', 'international']),
		languages: [lang],
		licence: pick(licences),
		decisionMethod: pick(['consent', 'consensus', 'majority']),
	};
	const entries = Array.from({ length: count }, (_, index) => {
		const kind = index === count - 1 ? 'page' : mixture[index % mixture.length];
		const name = title();
		const id = `${folders[kind]}/${name.toLowerCase().replaceAll(' ', '-')}-${index}`;
		return { index, kind, id, title: name, href: new URL(`${id}/`, home).pathname };
	});
	const lines = entries.map((entry) => {
		const fields = madeFields(entry, entries, maker);
		const head = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
		const body = `\n${maker.body(entry.index, entries)}\n`;
		return { id: entry.id, kind: entry.kind, fields, head: `---\n${head.join('\n')}\n---\n`, body };
	});
	return { home, group, lang, lines };
}

/** Facts of an entry, so that every facet of the search has something to show. */
function madeFields({ kind, title, index }, entries, { between, pick, words, date }) {
	const range = (low, high) => ({ min: low, max: high });
	const since = () => (index % 3 === 0 ? { inUseSince: String(between(2005, 2025)) } : {});
	const own = {
		agreement: () => ({ status: pick(['adopted', 'adopted', 'trial', 'proposed', 'paused', 'retired']), adoptedOn: date(2015, 2025), reviewOn: date(2026, 2028), ...since() }),
		practice: () => ({
			purpose: upper(words(8).join(' ')),
			duration: range(between(1, 6) * 5, between(7, 36) * 5),
			groupSize: range(between(2, 4), between(5, 40)),
			frequency: pick(['daily', 'weekly', 'monthly', 'asNeeded']),
			setting: [pick(['inPerson', 'online', 'hybrid', 'async'])],
			...since(),
		}),
		role: () => ({ purpose: upper(words(8).join(' ')), responsibilities: [upper(words(6).join(' ')), upper(words(7).join(' '))], term: 'P1Y' }),
		decision: () => ({ status: pick(['passed', 'passed', 'open', 'notPassed']), date: date(2018, 2025), method: pick(['consent', 'consensus', 'majority']) }),
		story: () => ({ started: String(between(2010, 2024)), outcome: pick(['worked', 'mixed', 'failed']) }),
		page: () => ({ order: index }),
	};
	return {
		title,
		...(index % 4 > 0 && { summary: upper(words(14).join(' ')) }),
		tags: [...new Set([pick(topics), pick(topics)])],
		...(index % 2 === 0 && { reasons: [pick(reasons)] }),
		...(index % 7 === 6 && { lang: 'en' }),
		...(index % 5 === 1 && { related: [pick(entries).id] }),
		...(index % 10 === 3 && { basedOn: [{ url: `https://group-${between(1, 999)}.example/practices/${pick(entries).id.split('/')[1]}/`, relation: 'adapted', licence: pick(licences) }] }),
		updated: date(2019, 2025),
		...own[kind](),
	};
}

/** Print and bundle of a handbook, as objects that may still be changed. */
export function printOf({ home, group, lang, lines }) {
	const at = (path) => new URL(path, home).href;
	return {
		sporeprint: 1,
		generator: 'sporeprint/0.0.0-bench',
		generatedAt: '2026-01-01T00:00:00Z',
		url: home,
		repo: { url: group.repo },
		aliases: [],
		group,
		entries: lines.map(({ id, kind, fields, head, body }) => ({
			id,
			kind,
			...fields,
			lang: fields.lang ?? lang,
			licence: group.licence,
			url: at(`${id}/`),
			sourceUrl: at(`${id}.md`),
			sha256: textHash(head + body),
			bodySha256: textHash(body),
		})),
		tombstones: [],
	};
}

/** The bytes of both files. The print names the hash of the bundle. */
export function published(print, lines) {
	const bundle = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
	const sealed = { ...print, bundle: { url: new URL('handbook.ndjson', print.url).href, sha256: byteHash(bundle), bytes: bundle.length } };
	return { print: Buffer.from(`${JSON.stringify(sealed, null, '\t')}\n`), bundle };
}
