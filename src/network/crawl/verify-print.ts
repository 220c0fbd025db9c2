import { z } from 'zod';
import { readableAddress } from '../../lib/readable-address.js';
import { groupSchema } from '../../schema/group.js';
import { type Print, printSchema, printVersion } from '../../schema/print.js';
import { webAddress } from '../../schema/text.js';
import { cleanForeign } from '../clean-foreign.js';
import { addressBelow, homeAddress } from '../home-address.js';
import { type Snapshot, type SnapshotEntry, snapshotSchema } from '../snapshot.js';
import { parseForeignJson } from '../web/json-bounds.js';
import { type Failure, failed } from './outcome.js';
import { isRecord, soundFields } from './sound-fields.js';

/** A text as a print describes it. */
export type PrintedText = Omit<SnapshotEntry, 'text' | 'firstSeen' | 'changed'>;

/** What a print says, as far as it is sound and of use here. Its texts are clean and harmless to show. */
export type SoundPrint = PrintOfBoth & ({ type: 'handbook'; bundle: Print['bundle'] } | { type: 'index' /** Addresses of its handbooks. */; members: string[] });

interface PrintOfBoth {
	/** Address of the handbook or index, in its normal form. */
	home: string;
	generatedAt?: string | undefined;
	repo: Snapshot['repo'];
	group: Snapshot['group'];
	/** None of an index, as is all that follows: every handbook is gathered from its own home. */
	entries: PrintedText[];
	aliases: Snapshot['aliases'];
	tombstones: Print['tombstones'];
}

/** More texts than any handbook has. */
const mostEntries = 5000;
/** More handbooks than an index can ask for within a night. */
const mostMembers = 1000;
/** Longer than any id or title that a person would write. */
const longestName = 200;
/** As long as most programs take. */
const longestAddress = 2000;
/** Of the longest fact about a group, such as the list of its networks. */
const longestFact = 20_000;
/** Clocks differ; further ahead, a date is absurd and counts as none. */
const mostAhead = 2 * 24 * 60 * 60 * 1000;

const name = z.string().max(longestName);
const printedText = snapshotSchema.shape.entries.element.omit({ text: true, firstSeen: true, changed: true });
const repository = z.object({ url: webAddress.optional(), commit: z.hex().max(64).optional() });
const head = z.object({ url: printSchema.shape.url, generatedAt: printSchema.shape.generatedAt });

/** Reads the bytes of a print: everything that is needed must be sound; what else is faulty or unknown is left out. */
export function verifyPrint(bytes: Uint8Array, printUrl: string, now: Date): SoundPrint | Failure {
	const invalid = (message: string): Failure => failed('print-invalid', message);
	const parsed = parseForeignJson(bytes);
	if ('fault' in parsed) return invalid(`${readableAddress(printUrl)} cannot be read as a print. ${parsed.fault}`);
	const data = cleanForeign(parsed.value);
	if (!isRecord(data) || data.sporeprint === undefined) return invalid(`${readableAddress(printUrl)} is not a print: it has no field “sporeprint”.`);
	if (data.sporeprint !== printVersion)
		return invalid(`${readableAddress(printUrl)} is a print of version ${JSON.stringify(data.sporeprint)?.slice(0, 20)}, and this program reads version ${printVersion}.`);

	const top = soundFields(head, data);
	const home = 'fields' in top ? homeAddress(top.fields.url) : undefined;
	if ('faulty' in top || home === undefined) return invalid(`${readableAddress(printUrl)} does not say which handbook it is of: “url” is missing or is no web address.`);
	const group = soundFields(groupSchema.omit({ nav: true }), data.group, longestFact);
	if ('faulty' in group || group.fields.name.length > longestName) return invalid(`${readableAddress(printUrl)} does not say what the group is called.`);
	const repo = soundFields(repository, data.repo);
	const about = { home, generatedAt: soundDate(top.fields.generatedAt, now), repo: 'fields' in repo ? repo.fields : {}, group: group.fields };

	if (Array.isArray(data.members)) {
		const members = listedHomes(data.members);
		if (members.length > mostMembers) return invalid(`${readableAddress(printUrl)} lists ${members.length} handbooks. An index may have ${mostMembers}.`);
		return { ...about, type: 'index', members, entries: [], aliases: [], tombstones: [] };
	}
	const entries = readEntries(data.entries, home);
	if (typeof entries === 'string') return invalid(`${readableAddress(printUrl)} cannot be used: ${entries}`);
	const bundle = soundFields(printSchema.shape.bundle, data.bundle);
	if ('faulty' in bundle) return invalid(`${readableAddress(printUrl)} does not say where the texts are: “bundle › ${bundle.faulty}” is missing or faulty.`);
	const bundleUrl = addressBelow(bundle.fields.url, home);
	if (bundleUrl === undefined) return invalid(`${readableAddress(printUrl)} says that the texts stand at ${readableAddress(bundle.fields.url)}, which is not below ${home}.`);
	return { ...about, type: 'handbook', entries, aliases: readAliases(data.aliases, entries), tombstones: readTombstones(data.tombstones), bundle: { ...bundle.fields, url: bundleUrl } };
}

/** The date, unless it is one from the future. */
export function soundDate(date: string | undefined, now: Date): string | undefined {
	return date !== undefined && Date.parse(date) <= now.getTime() + mostAhead ? date : undefined;
}

/** The texts, or a sentence that says what is wrong with one of them. */
function readEntries(list: unknown, home: string): PrintedText[] | string {
	if (!Array.isArray(list)) return 'it has no list of texts.';
	if (list.length > mostEntries) return `it has ${list.length} texts. A handbook may have ${mostEntries}.`;
	const entries = new Map<string, PrintedText>();
	for (const [index, data] of list.entries()) {
		const read = soundFields(printedText, data);
		const said = `of its text number ${index + 1}`;
		if ('faulty' in read) return `“${read.faulty}” ${said} is missing or faulty.`;
		const entry = read.fields;
		if (!name.safeParse(entry.id).success || !name.safeParse(entry.title).success) return `“id” or “title” ${said} is longer than ${longestName} characters.`;
		if (entries.has(entry.id)) return `two of its texts have the id “${entry.id}”.`;
		const url = addressBelow(entry.url, home);
		const sourceUrl = addressBelow(entry.sourceUrl, home);
		if (url === undefined || sourceUrl === undefined) return `“url” or “sourceUrl” ${said} does not stand below ${home}.`;
		entries.set(entry.id, { ...entry, url, sourceUrl });
	}
	return [...entries.values()];
}

function readAliases(list: unknown, entries: readonly PrintedText[]): Snapshot['aliases'] {
	const ids = new Set(entries.map(({ id }) => id));
	const aliases = new Map<string, string>();
	for (const { from, to } of soundItems(printSchema.shape.aliases.element, list)) {
		if (from.length <= longestName && !ids.has(from) && ids.has(to) && !aliases.has(from)) aliases.set(from, to);
	}
	return [...aliases].map(([from, to]) => ({ from, to }));
}

function readTombstones(list: unknown): Print['tombstones'] {
	return soundItems(printSchema.shape.tombstones.element, list).filter(({ id }) => id.length <= longestName);
}

/** The handbooks of an index, each once, without those that are gone. */
function listedHomes(list: readonly unknown[]): string[] {
	const homes = list.flatMap((item) => (isRecord(item) && item.state !== 'gone' && typeof item.url === 'string' && item.url.length <= longestAddress ? (homeAddress(item.url) ?? []) : []));
	return [...new Set(homes)];
}

/** The sound ones of a list, up to as many as there may be. */
function soundItems<S extends z.ZodObject>(schema: S, list: unknown): z.output<S>[] {
	return (Array.isArray(list) ? list : []).slice(0, mostEntries).flatMap((item) => {
		const read = soundFields(schema, item);
		return 'fields' in read ? [read.fields] : [];
	});
}
