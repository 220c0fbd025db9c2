import { basename, dirname } from 'node:path/posix';
import { introducedKind } from '../entry-id.js';
import { linkCheck } from './check-links.js';
import { chooseTexts, isMarkdownPath } from './choose-texts.js';
import { decodeText } from './decode-text.js';
import { Destinations } from './destinations.js';
import { finishText } from './finish-text.js';
import type { KindOverrides } from './folder-kinds.js';
import { formerFragments } from './former-fragments.js';
import type { Findings, ImportPlan, KindCount, PlannedFile } from './import-plan.js';
import type { ContentsItem, Layout } from './layout.js';
import { aliasesOf, keepOldAddresses, plainAddress } from './old-addresses.js';
import { planGroup } from './plan-group.js';
import { linksWithin, type PlannedLink } from './plan-links.js';
import { type PreparedText, prepareText, sourceLine } from './prepare-text.js';
import { isDotPath, type SourceFolder } from './source-folder.js';
import { filesByName, type SourceIndex } from './source-targets.js';
import { recogniseLayout } from './sources/index.js';
import { targetTitles } from './target-titles.js';
import { joinTranslations } from './translations.js';

/** How a folder is imported. */
export interface ImportOptions {
	/** Kinds told by a person, by folder below the texts' folder. */
	kinds?: KindOverrides;
}

/** A plan, or why there is none. */
export type PlannedImport = { value: ImportPlan } | { value: undefined; refusal: 'no-texts' | 'no-such-folder'; name?: string };

/** Plans the import of a folder. Reads, writes nothing; the same folder gives the same plan. */
export function planImport(folder: SourceFolder, { kinds = new Map() }: ImportOptions = {}): PlannedImport {
	const recognised = recogniseLayout(folder);
	const below = recognised.root === '' ? '' : `${recognised.root}/`;
	const files = folder.files.filter((path) => path.startsWith(below)).map((path) => path.slice(below.length));
	const known = new Set(files);
	const layout = withFoundPaths(recognised, known);
	const unknown = [...kinds.keys()].find((name) => name !== '' && !files.some((path) => path === name || path.startsWith(`${name}/`)));
	if (unknown !== undefined) return { value: undefined, refusal: 'no-such-folder', name: unknown };

	const sources = chooseTexts(folder, layout, files);
	if (!sources.some(({ path }) => isMarkdownPath(path))) return { value: undefined, refusal: 'no-texts' };

	const destinations = new Destinations(kinds);
	const readText = (path: string): string | undefined => (known.has(path) && (!isDotPath(path) || path.includes('.gitbook/includes/')) ? decodeText(folder.bytes(below + path))?.text : undefined);
	const titleAt = targetTitles(sources, layout, known);
	const prepared = sources.map((source) => prepareText(source, { layout, destinations, files: known, read: readText, titleAt }));
	joinTranslations(prepared, layout.language);
	keepOldAddresses(prepared);
	const index = sourceIndex(prepared, layout, known);
	const inNewTerms = formerFragments(new Map(prepared.map((text) => [text.source.path, text])), layout.headingId);
	const links = new Map(prepared.map((text) => [text, linksWithin(text, index).map((link) => inNewTerms(link, text.source.path))]));
	const copied = planFiles(prepared, links, destinations, layout, below);

	const places = new Map([...prepared.map((text) => [text.source.path, text.destination.path] as const), ...copied.map(({ from, to }) => [from.slice(below.length), to] as const)]);
	const findings = emptyFindings();
	const finished = prepared.map((text) => finishText(text, links.get(text) ?? [], places, findings));

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
	const { group, findings: groupFindings } = planGroup(folder, layout, new Map(prepared.map((text) => [text.source.path, isHidden(text) ? undefined : text.id])));
	return {
		value: {
			source: folder,
			generator: layout.generator,
			texts: finished.map(({ text, composed }) => ({ from: text.from, to: text.destination.path, id: text.id, kind: text.kind, title: text.title, content: composed.content })),
			files: copied,
			kinds: countKinds(prepared),
			group,
			findings: {
				...findings,
				...groupFindings,
				renamed: [...prepared.map((text) => ({ from: text.from, ...text.destination })), ...copied.map(({ from, to, wanted }) => ({ from, path: to, wanted }))]
					.filter(({ path, wanted }) => path !== wanted)
					.map(({ from, path, wanted }) => ({ from, to: path, wanted })),
				unlisted: layout.contents?.file !== undefined ? prepared.filter(({ source }) => !listed.has(source.path)).map((text) => ({ from: text.from, to: text.destination.path })) : [],
				unusedFiles: unusedFiles(
					folder,
					layout.ownFiles.map((name) => below + name),
					[...prepared.map(({ from }) => from), ...copied.map(({ from }) => from)],
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
	destinations: Destinations,
	{ ownFiles, placeOfFile = (path) => path }: Layout,
	below: string,
): (PlannedFile & { wanted: string })[] {
	const isText = new Set(texts.map(({ source }) => source.path));
	const wanted = new Set([...links.values()].flat().flatMap(({ leadsTo }) => leadsTo ?? []));
	return [...wanted]
		.filter((path) => !isText.has(path) && !ownFiles.includes(path) && !isMarkdownPath(path))
		.sort()
		.map((path) => {
			const { path: to, wanted: name } = destinations.file(placeOfFile(path));
			return { from: below + path, to, wanted: name };
		});
}

function isHidden({ fields: { kept } }: PreparedText): boolean {
	return kept.draft === true || kept.private === true || kept.published === false;
}

/** Where links of the source led. The first text at an address is the one that was read there. */
function sourceIndex(texts: readonly PreparedText[], { site, home }: Layout, files: ReadonlySet<string>): SourceIndex {
	const addresses = texts.flatMap(({ source, facts }) => (facts.addresses ?? []).map((address) => [plainAddress(address), source.path] as const));
	const own = texts.flatMap(({ source, facts: { addresses: [first] = [] } }) => (first === undefined ? [] : [[source.path, first] as const]));
	return { files, byName: filesByName(files), published: new Map(addresses.toReversed()), addressOf: new Map(own), site, home };
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
