import { stringify } from 'yaml';
import { slugSegment } from '../../lib/slug.js';
import { homeAddress } from '../../network/home-address.js';
import { readMemberFile } from '../../network/registry/read-member-file.js';
import type { Registry } from '../../network/registry/read-registry.js';
import { handbookAddress, wordsOfAddress } from './handbook-address.js';
import type { JoinAnswers } from './join-form.js';

/** A member's file, ready to be written. */
export interface MemberDraft {
	id: string;
	/** Path in the repository. */
	file: string;
	url: string;
	text: string;
}

/** What a field is called where the person gave it. */
export type FieldNames = Readonly<Record<keyof JoinAnswers, string>>;

const longest: Readonly<Record<keyof JoinAnswers, number>> = { url: 500, id: 200, since: 10, note: 300 };
/** As the registry has it. */
const longestId = 60;
/** Controls, line separators, and marks that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Makes a member's file from what a stranger may have written: every fault as a sentence, or a draft that the registry can read. */
export function draftMember(given: JoinAnswers, names: FieldNames): { draft: MemberDraft } | { faults: string[] } {
	const faults = (Object.entries(given) as [keyof JoinAnswers, string][]).flatMap(([field, value]) => lineFault(value, longest[field]).map((fault) => `“${names[field]}” ${fault}.`));
	if (faults.length > 0) return { faults };
	const found = handbookAddress(given.url ?? '');
	if ('fault' in found) return { faults: [given.url === undefined ? `“${names.url}” is missing.` : `“${names.url}” ${found.fault}.`] };

	const id = slugSegment(given.id?.trim() || wordsOfAddress(found.address))
		.slice(0, longestId)
		.replace(/-+$/, '');
	const { since, note } = given;
	const text = stringify({ url: found.address, ...(since && { since }), ...(note && { note: note.normalize('NFC') }) }, { lineWidth: 0 });
	const { problems } = readMemberFile(`${id}.yml`, id, { text });
	if (problems.length > 0) return { faults: problems.map(({ message, hint }) => `${nameFields(message, names)} ${hint}`) };
	return { draft: { id, file: `content/members/${id}.yml`, url: found.address, text } };
}

/** The file of a member that has the same address. */
export function twinOf({ url }: MemberDraft, { members }: Registry): string | undefined {
	return members.find(({ fields }) => homeAddress(fields.url) === url)?.file;
}

function lineFault(value: string, limit: number): string[] {
	if (unseen.test(value)) return ['should be one line, without signs that cannot be seen'];
	return value.length > limit ? [`should have at most ${limit} characters`] : [];
}

/** Says a field as the person knows it. */
function nameFields(message: string, names: FieldNames): string {
	return message.replace(/^“(url|since|note)”/, (_, field: 'url' | 'since' | 'note') => `“${names[field]}”`);
}
