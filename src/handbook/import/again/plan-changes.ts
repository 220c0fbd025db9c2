import { byteHash } from '../../../lib/text-hash.js';
import { cleanSource, readFrontMatter } from '../../../markdown/front-matter.js';
import { isHidden } from '../../../schema/hidden.js';
import type { ImportPlan, PlannedFile, PlannedText } from '../import-plan.js';
import { findPresent, findPresentFiles } from './find-present.js';
import { type HandbookState, importedBase, type PresentText } from './handbook-state.js';
import type { ImportMemory, RememberedFile, RememberedText } from './import-memory.js';
import { emptyOutcome, type ImportOutcome } from './import-outcome.js';
import { mergeImport, type TextMerge } from './merge-import.js';
import { memoryOf, recall } from './recall.js';
import { type PlacesNow, relink } from './relink.js';

/** A file to write below `content/`. */
export interface ContentWrite {
	path: string;
	bytes(): Uint8Array;
	/** The text as it is imported now, which the next import compares with; written right after the file. */
	base?: { to: string; text: string };
}

/** What an import changes in a handbook. */
export interface ImportChanges {
	writes: ContentWrite[];
	/** Files that nobody has changed, which have another place now; below `content/`. */
	removals: string[];
	/** What was remembered so far. */
	before: ImportMemory | undefined;
	texts: RememberedText[];
	files: RememberedFile[];
	outcome: ImportOutcome;
}

interface Circumstances {
	plan: ImportPlan;
	state: HandbookState;
	memory: ImportMemory | undefined;
	present: ReadonlyMap<string, PresentText>;
	textsByPath: ReadonlyMap<string, PresentText>;
	places: PlacesNow;
	force: boolean;
	oursName: string;
}

/** Plans what becomes of a handbook: only what changed in the source since the last import is written, and no edit of an author is lost unless `force` says so. */
export function planChanges(plan: ImportPlan, state: HandbookState, { force }: { force: boolean }): ImportChanges {
	const memory = memoryOf(plan.source.name, plan.texts, state.memories);
	const present = memory ? findPresent(state, memory) : new Map<string, PresentText>();
	const filesNow = memory ? findPresentFiles(state, memory) : new Map<string, string>();
	const places = new Map([...plan.texts, ...plan.files].map(({ to }) => [to, present.get(to)?.path ?? filesNow.get(to) ?? to]));
	const oursName = state.files.has('group.md') ? groupName(state) : plan.group.name;
	const circumstances = { plan, state, memory, present, textsByPath: new Map(state.texts.map((text) => [text.path, text])), places, force, oursName: oursName ?? 'this handbook' };

	const changes: ImportChanges = { writes: [], removals: [], before: memory, texts: [], files: [], outcome: { ...emptyOutcome(), isAgain: memory !== undefined } };
	planFiles(circumstances, filesNow, changes);
	const recalled = memory ? recall(plan.texts, memory.texts) : new Map<string, RememberedText>();
	for (const text of plan.texts) planText(text, recalled.get(text.from), circumstances, changes);

	const stillThere = new Set([...recalled.values()].map(({ to }) => to));
	const leftOut = new Set(plan.leftOut);
	for (const text of memory?.texts ?? []) {
		if (stillThere.has(text.to)) continue;
		const isLeft = leftOut.has(text.from);
		changes.texts.push(isLeft ? text : { ...text, absent: 'gone' });
		const file = present.get(text.to)?.path;
		if (!isLeft && text.absent !== 'gone' && file !== undefined) changes.outcome.goneInSource.push({ from: text.from, file: `content/${file}` });
	}
	return changes;
}

function planText(text: PlannedText, known: RememberedText | undefined, circumstances: Circumstances, changes: ImportChanges): void {
	const { state, memory, present, textsByPath, places, force, oursName, plan } = circumstances;
	const { outcome } = changes;
	const { from, content, sha256 } = text;
	// Told to be of another kind, a text that nobody has changed goes to another folder.
	const record = known?.to === text.to ? known : undefined;
	if (known && !record) {
		changes.removals.push(known.to);
		outcome.moved.push({ from, file: `content/${text.to}`, was: `content/${known.to}` });
	}
	const { to, id, aliases } = { ...text, ...record };
	const remembered: RememberedText = { from, to, id, sha256, aliases: [...new Set([...text.aliases, ...aliases])] };
	const place = { from, file: `content/${places.get(to) ?? to}` };
	const kept = record && memory ? importedBase(state, memory, to) : undefined;
	const write = (path: string, whole: string): void => {
		changes.writes.push({ path, bytes: () => Buffer.from(whole), base: { to, text: content } });
		outcome.written.push({ from, file: `content/${path}`, text: whole, factsBefore: kept === undefined ? {} : readFrontMatter(kept).data });
	};

	const ours = record ? present.get(to) : textsByPath.get(to);
	if (!ours) {
		if (record && memory?.unfinished === undefined && !force) {
			changes.texts.push({ ...remembered, absent: 'deleted' });
			if (record.absent !== 'deleted' || record.sha256 !== sha256) outcome.deletedHere.push({ from, file: `content/${to}` });
			return;
		}
		changes.texts.push(remembered);
		if (memory) outcome.added.push(place);
		write(to, content);
		return;
	}

	const merge = mergedText({ path: ours.path, kept, present: ours.source, content, to, places, oursName, theirsName: plan.source.name });
	const forced = force && !['same', 'replaced'].includes(merge.what) && ours.source !== cleanSource(content);
	if (forced) {
		changes.texts.push(remembered);
		outcome.lost.push(place);
		write(ours.path, relink(content, to, places));
		return;
	}
	if (merge.what === 'stopped') {
		outcome.notWritten.push({ file: place.file, why: record ? merge.why : 'a file of this name is there, and it differs' });
		if (record) changes.texts.push(record);
		return;
	}
	changes.texts.push(remembered);
	if (merge.what === 'kept' || merge.what === 'same') {
		if (merge.what === 'kept' && ours.source !== kept) outcome.keptEdits.push(place);
		if (kept !== cleanSource(content)) changes.writes.push({ path: ours.path, bytes: () => state.content.bytes(ours.path), base: { to, text: content } });
		return;
	}
	write(ours.path, merge.text);
	if (merge.what === 'conflict') outcome.conflicts.push({ ...place, lines: merge.lines });
	else outcome[merge.what].push(place);
	if (isHiddenSource(ours.source ?? '') && !isHiddenSource(merge.text)) outcome.nowVisible.push(place);
}

/** The merge of a text that may have been moved since it was imported, and so may have what it links to. */
function mergedText({
	path,
	kept,
	present,
	content,
	to,
	places,
	oursName,
	theirsName,
}: {
	path: string;
	kept: string | undefined;
	present: string | undefined;
	content: string;
	to: string;
	places: PlacesNow;
	oursName: string;
	theirsName: string;
}): TextMerge {
	if (present === undefined) return { what: 'stopped', why: 'it is not stored as UTF-8' };
	if (present === kept) return cleanSource(content) === kept ? { what: 'kept' } : { what: 'replaced', text: relink(content, to, places) };
	const base = kept === undefined ? undefined : relink(kept, to, places);
	return mergeImport({ path, base, ours: present, theirs: relink(content, to, places), oursName, theirsName });
}

function planFiles({ plan, state, memory, force }: Circumstances, filesNow: ReadonlyMap<string, string>, changes: ImportChanges): void {
	const { outcome } = changes;
	const hashed = plan.files.map((file) => ({ ...file, sha256: byteHash(plan.source.bytes(file.from)) }));
	const recalled = memory ? recall(hashed, memory.files) : new Map<string, RememberedFile>();
	const write = (path: string, { from }: PlannedFile): void => {
		changes.writes.push({ path, bytes: () => plan.source.bytes(from) });
	};
	for (const file of hashed) {
		const known = recalled.get(file.from);
		const record = known?.to === file.to ? known : undefined;
		const remembered = { from: file.from, to: file.to, sha256: file.sha256 };
		const path = record ? filesNow.get(file.to) : state.files.has(file.to) ? file.to : undefined;
		const place = { from: file.from, file: `content/${path ?? file.to}` };
		if (path === undefined) {
			const isDeleted = record && memory?.unfinished === undefined && !force;
			changes.files.push(isDeleted ? { ...remembered, absent: 'deleted' } : remembered);
			if (!isDeleted) write(file.to, file);
			else if (record.absent !== 'deleted' || record.sha256 !== file.sha256) outcome.deletedHere.push(place);
			if (memory && !isDeleted) outcome.added.push(place);
			continue;
		}
		const now = byteHash(state.content.bytes(path));
		const isUntouched = now === record?.sha256;
		if (now === file.sha256 || (!force && record?.sha256 === file.sha256)) {
			changes.files.push(remembered);
			continue;
		}
		if (isUntouched || force) {
			changes.files.push(remembered);
			outcome[isUntouched ? 'replaced' : 'lost'].push(place);
			write(path, file);
			continue;
		}
		outcome.notWritten.push({ file: place.file, why: record ? 'you and the source have both changed it' : 'a file of this name is there, and it differs' });
		if (record) changes.files.push(record);
	}
	const stillThere = new Set([...recalled.values()].map(({ to }) => to));
	changes.files.push(...(memory?.files ?? []).filter(({ to }) => !stillThere.has(to)));
}

function isHiddenSource(source: string): boolean {
	return isHidden(readFrontMatter(cleanSource(source)).data, [], {});
}

function groupName({ content }: HandbookState): string | undefined {
	const { name } = readFrontMatter(cleanSource(content.text('group.md') ?? '')).data;
	return typeof name === 'string' ? name : undefined;
}
