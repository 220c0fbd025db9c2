import { basename, dirname } from 'node:path/posix';
import { byteHash, textHash } from '../../lib/text-hash.js';
import { introducedKind } from '../entry-id.js';
import { choicesNow } from './again/choices.js';
import type { HandbookState } from './again/handbook-state.js';
import type { ImportMemory } from './again/import-memory.js';
import { placesBefore, sourceFile } from './again/places-before.js';
import { memoryOf, recall } from './again/recall.js';
import { linkCheck } from './check-links.js';
import { chooseTexts, isMarkdownPath } from './choose-texts.js';
import { decodeText } from './decode-text.js';
import { Destinations } from './destinations.js';
import { finishText } from './finish-text.js';
import type { KindOverrides } from './folder-kinds.js';
import { folderNames } from './folder-names.js';
import { formerFragments } from './former-fragments.js';
import type { Findings, ImportPlan, KindCount, PlannedFile } from './import-plan.js';
import type { ContentsItem, Layout } from './layout.js';
import { offerSplits } from './offer-splits.js';
import { aliasesOf, keepOldAddresses, plainAddress } from './old-addresses.js';
import { planGroup } from './plan-group.js';
import { linksWithin, type PlannedLink } from './plan-links.js';
import { type PreparedText, prepareText, sourceLine } from './prepare-text.js';
import { leadToSections } from './section-links.js';
import { isDotPath, type SourceFolder } from './source-folder.js';
import { filesByName, type SourceIndex } from './source-targets.js';
import { recogniseLayout } from './sources/index.js';
import { type SplitText, splitText } from './split-text.js';
import { targetTitles } from './target-titles.js';
import { joinTranslations, languageOf } from './translations.js';

/** How a folder is imported. What an earlier import of the same source was told holds until a person says otherwise. */
export interface ImportOptions {
	/** Kinds told by a person, by folder below the texts' folder. */
	kinds?: KindOverrides;
	/** Folders and files below the texts' folder that stay out. */
	leave?: readonly string[];
	/** Pages of which each section becomes a text of its own: paths in the folder, or below the texts' folder. */
	split?: readonly string[];
	/** Language of the handbook, BCP 47. */
	language?: string | undefined;
	/** Licence of the handbook, SPDX. */
	licence?: string | undefined;
	/** The handbook that gets the texts, as it is. */
	state?: HandbookState;
	/** Called again and again while a large folder is planned. */
	progress?: Progress;
}

/** Told how far a step is. */
export type Progress = (step: 'reading' | 'planning' | 'writing', done: number, total: number) => void;

/** A plan, or why there is none. */
export type PlannedImport =
	| { value: ImportPlan }
	| { value: undefined; refusal: 'no-texts' | 'all-left-out' }
	| { value: undefined; refusal: 'no-such-folder' | 'no-such-text' | 'no-sections'; name: string };

/** Plans the import of a folder. Reads, writes nothing; the same folder and the same handbook give the same plan. */
export function planImport(folder: SourceFolder, { kinds = new Map(), leave = [], split = [], language, licence, state, progress = () => {} }: ImportOptions = {}): PlannedImport {
	const recognised = recogniseLayout(folder);
	const below = recognised.root === '' ? '' : `${recognised.root}/`;
	const files = folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
	const known = new Set(files);
	const found = withFoundPaths(recognised, known);
	const chosen = chooseTexts(folder, found, files);
	const names = folderNames(files, chosen, found);
	const unknown = [...kinds.keys()].find((name) => !names.has(name)) ?? leave.find((name) => !names.has(name));
	if (unknown !== undefined) return { value: undefined, refusal: 'no-such-folder', name: unknown };

	const memory =
		state &&
		memoryOf(
			folder.name,
			chosen.map((source) => sourceFile(below, source)),
			state.memories,
		);
	const wanted = split.map((name) => chosen.find(({ path }) => path === name || below + path === name)?.path ?? name).map((path) => (known.has(path) ? below + path : path));
	const unsplit = wanted.find((from) => !chosen.some(({ path }) => below + path === from));
	if (unsplit !== undefined) return { value: undefined, refusal: 'no-such-text', name: unsplit };
	const choices = choicesNow({ kinds, leave, split: wanted, language, licence }, memory?.choices);
	const layout = { ...found, ...(choices.language !== undefined && { language: choices.language }) };
	const [sources, leftOut] = partition(chosen, (source) => !choices.leave.some((name) => names.holds(name, source)));
	if (!sources.some(({ path }) => isMarkdownPath(path) || folder.converted?.has(below + path))) return { value: undefined, refusal: leftOut.length > 0 ? 'all-left-out' : 'no-texts' };

	const before = placesBefore({ below, sources, told: kinds, state, memory });
	const destinations = new Destinations(new Map(Object.entries(choices.kinds)), before.taken);
	const readText = (path: string): string | undefined => (known.has(path) && (!isDotPath(path) || path.includes('.gitbook/includes/')) ? decodeText(folder.bytes(below + path))?.text : undefined);
	const titleAt = targetTitles(sources, layout, known);
	const splits = new Map<string, SplitText['places']>();
	const prepared = sources.flatMap((source, index) => {
		progress('reading', index + 1, sources.length);
		const text = prepareText(source, { layout, destinations, files: known, read: readText, titleAt, placeBefore: (from) => before.texts.get(from) });
		const parts = choices.split.includes(text.from) ? splitText(text, destinations, (from) => before.texts.get(from)) : undefined;
		if (parts) splits.set(source.path, parts.places);
		return parts?.texts ?? [text];
	});
	const whole = wanted.find((from) => !splits.has(from.slice(below.length)));
	if (whole !== undefined) return { value: undefined, refusal: 'no-sections', name: whole };
	joinTranslations(prepared, layout.language);
	keepOldAddresses(prepared, before);
	const index = sourceIndex(prepared, layout, files);
	const inNewTerms = formerFragments(new Map(prepared.map((text) => [text.source.path, text])), layout.headingId);
	const links = new Map(
		prepared.map((text) => [
			text,
			leadToSections(
				linksWithin(text, index).map((link) => inNewTerms(link, text.source.path)),
				text,
				splits,
			),
		]),
	);
	const copied = planFiles(prepared, links, { destinations, layout, folder, below, memory });

	const places = new Map([...prepared.map((text) => [text.source.path, text.destination.path] as const), ...copied.map(({ from, to }) => [from.slice(below.length), to] as const)]);
	const ids = new Map(prepared.filter((text) => !isHidden(text)).map((text) => [text.source.path, text.id]));
	const findings = { ...emptyFindings(), splits: offerSplits(prepared) };
	findings.problems.push(...(layout.leftOut ?? []).map(({ path, why }) => ({ from: below + path, line: 1, message: why })));
	const finished = prepared.map((text, index) => {
		progress('planning', index + 1, prepared.length);
		return finishText(text, links.get(text) ?? [], { places, ids }, findings);
	});

	const sourceOfFile = new Map(copied.map(({ from, to }) => [to, from]));
	const check = linkCheck(
		finished.map(({ text, composed }) => ({ path: text.destination.path, id: text.id, hidden: isHidden(text), aliases: aliasesOf(text), body: composed.body })),
		copied.map(({ to }) => to),
		(path) => folder.bytes(sourceOfFile.get(path) ?? path),
	);
	for (const { text, composed, addresses } of finished) {
		for (const { link, address } of addresses) {
			const why = check(address, link.image, text.destination.path);
			const finding = { from: text.from, line: sourceLine(text, link.line), file: `content/${text.destination.path}`, fileLine: composed.bodyLine + link.line - 1, target: address, why: why ?? '' };
			const led = link.leadsTo !== undefined || link.address.startsWith('#');
			if (why !== undefined) (link.image ? findings.missingImages : findings.brokenLinks).push(finding);
			else if (!led) findings.foundLinks.push(finding);
		}
	}

	const listed = new Set(sources.filter(({ label }) => label !== undefined).map(({ path }) => path));
	const { group, findings: groupFindings } = planGroup(folder, withSections(layout, prepared), new Map(prepared.map(({ source: { path } }) => [path, ids.get(path)])), choices);
	return {
		value: {
			source: folder,
			generator: layout.generator,
			texts: finished.map(({ text, composed }) => ({
				from: text.from,
				to: text.destination.path,
				id: text.id,
				kind: text.kind,
				title: text.title,
				language: languageOf(text),
				sha256: textHash(text.source.text),
				aliases: aliasesOf(text),
				content: composed.content,
			})),
			files: copied,
			kinds: countKinds(prepared),
			group,
			choices,
			leftOut: leftOut.map(({ path }) => below + path),
			findings: {
				...findings,
				...groupFindings,
				problems: [...(layout.notes ?? []), ...findings.problems],
				renamed: [...prepared.map((text) => ({ from: text.from, ...text.destination })), ...copied.map(({ from, to, wanted }) => ({ from, path: to, wanted }))]
					.filter(({ path, wanted }) => path !== wanted)
					.map(({ from, path, wanted }) => ({ from, to: path, wanted })),
				unlisted:
					layout.contents?.file !== undefined
						? prepared
								.filter(({ source, partOf, fields }) => !listed.has(partOf ?? source.path) && fields.kept.translationOf === undefined)
								.map((text) => ({ from: text.from, to: text.destination.path }))
						: [],
				unusedFiles: unusedFiles(
					folder,
					layout.ownFiles.map((name) => below + name),
					[...prepared.map(({ from }) => from), ...copied.map(({ from }) => from), ...leftOut.map(({ path }) => below + path)],
				),
			},
		},
	};
}

/** The layout with the paths in its table of contents as the files have them: accents may be stored in two ways. */
function withFoundPaths(layout: Layout, files: ReadonlySet<string>): Layout {
	const byName = filesByName(files);
	const found = (item: ContentsItem): ContentsItem => ({
		...item,
		...(item.path !== undefined && { path: files.has(item.path) ? item.path : (byName.get(item.path.normalize('NFC')) ?? item.path) }),
		items: item.items.map(found),
	});
	return { ...layout, ...(layout.contents && { contents: { ...layout.contents, items: layout.contents.items.map(found) } }) };
}

/** Every image and other file that a text links to, each once. */
function planFiles(
	texts: readonly PreparedText[],
	links: ReadonlyMap<PreparedText, readonly PlannedLink[]>,
	{
		destinations,
		layout: { ownFiles, placeOfFile = (path) => path },
		folder,
		below,
		memory,
	}: { destinations: Destinations; layout: Layout; folder: SourceFolder; below: string; memory: ImportMemory | undefined },
): (PlannedFile & { wanted: string })[] {
	const isText = new Set(texts.map(({ source }) => source.path));
	const wanted = new Set([...links.values()].flat().flatMap(({ leadsTo }) => leadsTo ?? []));
	const paths = [...wanted].filter((path) => !isText.has(path) && !ownFiles.includes(path) && !isMarkdownPath(path)).sort();
	const hashed = memory ? paths.map((path) => ({ from: below + path, sha256: byteHash(folder.bytes(below + path)) })) : [];
	const before = recall(hashed, memory?.files ?? []);
	return paths.map((path) => {
		const kept = before.get(below + path);
		const { path: to, wanted: name } = kept ? { path: kept.to, wanted: kept.to } : destinations.file(placeOfFile(path));
		return { from: below + path, to, wanted: name };
	});
}

/** Those that fit and those that do not, each in order. */
function partition<Item>(items: readonly Item[], fits: (item: Item) => boolean): [Item[], Item[]] {
	return [items.filter(fits), items.filter((item) => !fits(item))];
}

function isHidden({ fields: { kept } }: PreparedText): boolean {
	return kept.draft === true || kept.private === true || kept.published === false;
}

/** Where links of the source led. The first text at an address is the one that was read there. */
function sourceIndex(texts: readonly PreparedText[], { site, home, ownFiles, addressOfFile, targetOf }: Layout, files: readonly string[]): SourceIndex {
	const own = new Set(ownFiles);
	const others = files.filter((path) => !own.has(path));
	const ofFiles = others.flatMap((path) => {
		const address = addressOfFile?.(path);
		return address === undefined ? [] : [[plainAddress(address), path] as const];
	});
	const ofTexts = texts.flatMap(({ source, facts }) => (facts.addresses ?? []).map((address) => [plainAddress(address), source.path] as const));
	const addressOf = texts.flatMap(({ source, facts: { addresses: [first] = [] } }) => (first === undefined ? [] : [[source.path, first] as const]));
	return { files: new Set(others), byName: filesByName(new Set(others)), published: new Map([...ofFiles, ...ofTexts.toReversed()]), addressOf: new Map(addressOf), targetOf, site, home };
}

/** The layout with the sections of split pages below their pages in the table of contents. */
function withSections(layout: Layout, texts: readonly PreparedText[]): Layout {
	const sections = new Map(texts.flatMap(({ source, sections: parts }) => (parts === undefined ? [] : [[source.path, parts] as const])));
	const withOwn = (item: ContentsItem): ContentsItem => ({
		...item,
		items: [...(sections.get(item.path ?? '') ?? []).map((section) => ({ ...section, line: item.line, items: [] })), ...item.items.map(withOwn)],
	});
	return layout.contents === undefined || sections.size === 0 ? layout : { ...layout, contents: { ...layout.contents, items: layout.contents.items.map(withOwn) } };
}

function countKinds(texts: readonly PreparedText[]): KindCount[] {
	const counts = new Map<string, KindCount>();
	for (const { choice, source, facts, destination } of texts) {
		const path = facts.place ?? source.path;
		const parent = dirname(path) === '.' ? '' : (path.split('/')[0] ?? '');
		const folder = choice.by === 'none' ? parent : choice.folder;
		const key = `${folder}\0${choice.kind}`;
		const count = counts.get(key) ?? { folder, kind: choice.kind, texts: 0, introductions: 0, by: choice.by };
		const introduces = introducedKind(destination.path) !== undefined;
		counts.set(key, { ...count, texts: count.texts + Number(!introduces), introductions: count.introductions + Number(introduces) });
	}
	return [...counts.values()].sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : a.kind < b.kind ? -1 : 1));
}

/** Files that no text links to. What belongs to the generator, and what lies in folders that begin with a dot, is not counted. */
function unusedFiles(folder: SourceFolder, ownFiles: readonly string[], used: readonly string[]): string[] {
	const taken = new Set([...used, ...ownFiles]);
	return folder.files.filter((path) => !taken.has(path) && (!isDotPath(path) || path.includes('.gitbook/assets/')) && !['book.toml', 'book.json'].includes(basename(path)));
}

function emptyFindings(): Findings {
	return {
		brokenLinks: [],
		missingImages: [],
		foundLinks: [],
		problems: [],
		hidden: [],
		splits: [],
		lifted: [],
		unsure: [],
		droppedFields: [],
		renamed: [],
		guesses: [],
		unlisted: [],
		contentsLeft: [],
		unusedFiles: [],
		changedLinks: 0,
		undoneEscapes: 0,
		rewritten: {},
	};
}
