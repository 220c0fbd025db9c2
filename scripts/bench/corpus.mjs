// Made-up entries of a handbook: the same number always gives the same bytes.
import { subjects, textMaker, upper } from './made-up-texts.mjs';

/**
 * As many entries as asked for, of about 600 words. Half are agreements, half practices, twenty to a folder; they link to each
 * other by absolute paths and hold lists, tables, quotes and some code.
 */
export function madeEntries(count) {
	const { between, pick, words, title: madeTitle, date, body } = textMaker(count);

	const entries = Array.from({ length: count }, (_, index) => {
		const folder = Math.floor(index / 20);
		const kind = folder % 2 === 0 ? 'agreements' : 'practices';
		const subject = `${subjects[folder % subjects.length]}-${Math.floor(folder / subjects.length) + 1}`;
		const title = madeTitle();
		const id = `${kind}/${subject}/${title.toLowerCase().replaceAll(' ', '-')}-${index}`;
		return { index, kind, title, id, href: `/${id}/` };
	});

	const facts = ({ kind }) =>
		kind === 'practices'
			? [`duration: { min: ${between(1, 6) * 5}, max: ${between(7, 24) * 5} }`, `groupSize: { min: ${between(2, 4)}, max: ${between(5, 30)} }`, `setting: [${pick(['inPerson', 'online', 'hybrid'])}]`]
			: [`status: ${pick(['adopted', 'adopted', 'trial', 'retired'])}`, `adoptedOn: ${date(2015, 2026)}`, `reviewOn: ${date(2026, 2028)}`];

	return entries.map((entry) => ({
		...entry,
		related: Array.from({ length: between(0, 4) }, () => pick(entries).id),
		summary: upper(words(14).join(' ')),
		tags: [pick(subjects), pick(subjects)],
		facts: facts(entry),
		body: body(entry.index, entries),
	}));
}
