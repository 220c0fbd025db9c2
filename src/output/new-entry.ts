import { fieldReference } from '../schema/field-reference.js';
import type { Kind } from '../schema/kinds.js';

const headings: Record<Kind, string[]> = {
	agreement: ['What we agreed', 'Why'],
	practice: ['What', 'Why', 'Steps', 'Facilitator notes'],
	role: ['What this role is like'],
	decision: ['The question', 'What we decided', 'Why'],
	story: ['What we tried', 'What happened', 'What we learned'],
	page: [],
};

/** The source of a new entry: its title, every other field explained and switched off, and headings to fill. */
export function newEntryText(kind: Kind, title: string): string {
	const sections = fieldReference().filter(({ section }) => section === kind || section === 'entry');
	const fields = sections.toSorted((a) => (a.section === kind ? -1 : 1)).flatMap(({ fields }) => fields);
	return [
		'---',
		`title: ${JSON.stringify(title)}`,
		'#',
		'# Everything below is optional. To use a field, take the # away before it.',
		...fields.filter(({ name }) => name !== 'title').flatMap(({ name, about, form }) => ['#', `# ${about} (${form.replaceAll('`', '')})`, `#${name}:`]),
		'---',
		'',
		...headings[kind].flatMap((heading) => [`## ${heading}`, '', '']),
	].join('\n');
}
