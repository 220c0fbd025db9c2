import { editLink } from '../../lib/edit-link.js';
import { hrefOfId } from '../../lib/href.js';
import { languageName, textDirection } from '../../lib/language.js';
import type { Entry } from '../../markdown/entry.js';
import type { Heading } from '../../markdown/plugins/headings.js';
import { sourcePath } from '../../output/print.js';
import { countText } from '../../strings/index.js';
import { familyOf, hrefOfEntry, hrefOfKind, hrefOfTag, type Site } from '../site.js';
import { type CopyView, copyView } from './copy-view.js';
import { elsewhereFacts } from './elsewhere-view.js';
import { entryState } from './entry-state.js';
import type { Fact, FactLink, Tone } from './fact.js';
import { type EntryFacts, entryFacts } from './facts.js';
import { licenceLink } from './licence-link.js';
import { type LineageLine, lineageLines } from './lineage-view.js';
import { type MirrorView, mirrorView } from './mirror-view.js';
import { type OutOfUseView, outOfUseView } from './out-of-use-view.js';
import { type ShownDate, shownDate } from './shown-date.js';
import { type UsageView, usageView } from './usage-view.js';

/** One entry, ready to be shown. */
export interface EntryView {
	id: string;
	title: string;
	/** Where links to the text's own first heading lead. */
	titleId?: string | undefined;
	summary?: string | undefined;
	/** Language and direction of title, summary and text. */
	lang: string;
	dir: 'ltr' | 'rtl';
	kind: { label: string; href: string };
	/** The page it stands under. */
	parent?: FactLink | undefined;
	/** The pages that stand under it and that its text does not link to itself. */
	children: FactLink[];
	state?: { label: string; tone: Tone } | undefined;
	/** Undefined for a text that is in use. */
	outOfUse?: OutOfUseView | undefined;
	facts: EntryFacts;
	/** Safe HTML. */
	html: string;
	toc: Heading[];
	tags: { label: string; href: string }[];
	reasons: string[];
	related: FactLink[];
	backlinks: FactLink[];
	translations: (FactLink & { language: string })[];
	lineage: LineageLine[];
	/** Who else uses it. */
	usage?: UsageView | undefined;
	authors: string[];
	licence: { name: string; href?: string | undefined };
	updated?: ShownDate | undefined;
	/** The page about what became of it. */
	historyHref?: string | undefined;
	sourceHref: string;
	copy?: CopyView | undefined;
	editHref?: string | undefined;
	earlier?: FactLink | undefined;
	later?: FactLink | undefined;
	/** The page about its variants in other groups. */
	family?: FactLink | undefined;
	/** What its variants met in other groups. */
	elsewhere: Fact[];
	/** Whose text it is, when this is a copy. */
	mirror?: MirrorView | undefined;
}

/** Everything a page says about an entry. */
export function entryView(entry: Entry, site: Site): EntryView {
	const { fields } = entry;
	const { strings } = site;
	return {
		id: entry.id,
		title: entry.title,
		titleId: entry.text.titleId,
		summary: fields.summary,
		lang: entry.lang,
		dir: textDirection(entry.lang),
		kind: { label: strings.kinds[entry.kind].one, href: hrefOfKind(site, entry.kind) },
		parent: entry.kind === 'page' ? links([entry.fields.parent ?? ''], site)[0] : undefined,
		children: links(childrenOf(entry, site), site),
		state: entryState(entry, strings),
		outOfUse: outOfUseView(entry, site),
		facts: entryFacts(entry, site),
		html: entry.text.html,
		toc: tableOfContents(entry.text.headings),
		tags: (fields.tags ?? []).map((tag) => ({ label: tag, href: hrefOfTag(site, tag) })),
		reasons: (fields.reasons ?? []).map((reason) => strings.values.reasons[reason]),
		related: links(fields.related ?? [], site),
		backlinks: links(
			entry.backlinks.filter((id) => !fields.related?.includes(id)),
			site,
		),
		translations: translationsOf(entry, site),
		lineage: lineageLines(fields.basedOn, site, { group: entry.mirrorOf?.group ?? site.name, words: entry.text.text }),
		usage: usageView(entry, site),
		authors: fields.authors ?? [],
		licence: { name: entry.licence, href: licenceLink(entry.licence) },
		updated: shownDate(entry.updated, site.lang),
		historyHref: historyHref(entry, site),
		sourceHref: `${site.base}${sourcePath(entry)}`,
		copy: copyView(entry, site),
		editHref: entry.path === undefined ? undefined : editLink(site.repository?.url, `${site.repository?.content ?? ''}${entry.path}`),
		earlier: neighbour(entry, -1, site),
		later: neighbour(entry, 1, site),
		mirror: mirrorView(entry, site),
		family: familyLink(entry, site),
		elsewhere: elsewhereFacts(entry, site),
	};
}

function historyHref({ id }: Entry, { base, histories }: Site): string | undefined {
	const address = histories.get(id);
	return address === undefined ? undefined : hrefOfId(base, address);
}

function familyLink({ id }: Entry, site: Site): FactLink | undefined {
	const family = site.families.get(id);
	if (!family) return undefined;
	return { label: `${family.title} (${countText(site.lang, family.variants.length, site.strings.families.members)})`, href: hrefOfId(site.base, `families/${family.id}`) };
}

/** The text before or after an entry in its handbook. */
function neighbour(entry: Entry, step: -1 | 1, site: Site): FactLink | undefined {
	const other = site.entries[(site.position.get(entry.id) ?? 0) + step];
	return other?.mirrorOf?.member === entry.mirrorOf?.member ? links([other?.id ?? ''], site)[0] : undefined;
}

/** Sections and their parts, when there are enough of them that a table of contents helps. */
function tableOfContents(headings: readonly Heading[]): Heading[] {
	const shown = headings.filter(({ depth }) => depth <= 3);
	const sections = shown.filter(({ depth }) => depth === 2).length;
	if (shown.length < 3) return [];
	return shown.length > 24 && sections >= 3 ? shown.filter(({ depth }) => depth === 2) : shown;
}

function links(ids: readonly string[], site: Site): FactLink[] {
	return ids.flatMap((id) => {
		const entry = site.byId.get(id);
		return entry ? [{ label: entry.title, href: hrefOfEntry(site, entry), lang: entry.lang }] : [];
	});
}

function childrenOf({ id, text }: Entry, site: Site): string[] {
	const linked = new Set(text.entryLinks.map((link) => link.id));
	return (site.children.get(id) ?? []).map((child) => child.id).filter((child) => !linked.has(child));
}

function translationsOf(entry: Entry, site: Site): EntryView['translations'] {
	const family = site.translations.get(familyOf(entry, site.byId)) ?? [];
	return family.filter(({ id }) => id !== entry.id).map((other) => ({ label: other.title, href: hrefOfEntry(site, other), lang: other.lang, language: languageName(other.lang, other.lang) }));
}
