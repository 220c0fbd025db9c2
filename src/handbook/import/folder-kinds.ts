import { slugSegment } from '../../lib/slug.js';
import { type Kind, kindFolders } from '../../schema/kinds.js';

/** Names of folders that say what they hold. */
const kindOfName: Readonly<Record<string, Kind>> = {
	agreements: 'agreement',
	agreement: 'agreement',
	policies: 'agreement',
	policy: 'agreement',
	practices: 'practice',
	practice: 'practice',
	rituals: 'practice',
	patterns: 'practice',
	methods: 'practice',
	roles: 'role',
	role: 'role',
	decisions: 'decision',
	decision: 'decision',
	proposals: 'decision',
	stories: 'story',
	story: 'story',
	'case-studies': 'story',
};

/** The kind of a text and what it was decided by. */
export interface KindChoice {
	kind: Kind;
	/** The folder that decided, `''` when none did. */
	folder: string;
	/** `name`: guessed from the folder's name. `person`: told with `--kind`. `none`: nothing said so, it is a page. */
	by: 'name' | 'person' | 'none';
}

/** Kinds told by a person, by folder (or file) below the layout's root, `''` for all of it. */
export type KindOverrides = ReadonlyMap<string, Kind>;

/**
 * The kind of the text at a path: as a person said for the nearest folder, else as the outermost folder's name says.
 * `from` is its path in the source, where that is another: a person may mean either.
 */
export function chooseKind(path: string, overrides: KindOverrides, from = path): KindChoice {
	const isWithin = (folder: string, of: string): boolean => folder === '' || of === folder || of.startsWith(`${folder}/`);
	const told = [...overrides.keys()].filter((folder) => isWithin(folder, path) || isWithin(folder, from)).sort((a, b) => b.length - a.length)[0];
	const kind = told !== undefined && overrides.get(told);
	if (kind) return { kind, folder: isWithin(told, path) ? told : path.split('/').slice(0, told.split('/').length).join('/'), by: 'person' };

	const folders = path.split('/').slice(0, -1);
	const index = folders.findIndex((name) => kindOfFolderName(name) !== undefined);
	const guess = kindOfFolderName(folders[index] ?? '');
	return guess ? { kind: guess, folder: folders.slice(0, index + 1).join('/'), by: 'name' } : { kind: 'page', folder: '', by: 'none' };
}

/** The folder below `content/` for what lies in a folder of the source, given the kind chosen there. */
export function destinationFolder(folder: string, { kind, folder: deciding }: KindChoice): string {
	const parts = folder.split('/').filter(Boolean);
	const decider = deciding.split('/').filter(Boolean).length - 1;
	const home = kindFolders[kind];
	const slugs = parts.flatMap((name, index) => {
		// docs/agreements/x.md becomes agreements/docs/x.md, not agreements/docs/agreements/x.md.
		if (index === decider && kind !== 'page' && slugSegment(withoutNumber(name)) === home) return [];
		return [slugSegment(name)];
	});
	if (kind === 'page') return Object.values(kindFolders).some((reserved) => reserved === slugs[0]) && slugs[0] !== 'pages' ? ['pages', ...slugs].join('/') : slugs.join('/');
	return slugs[0] === home ? slugs.join('/') : [home, ...slugs].join('/');
}

function kindOfFolderName(name: string): Kind | undefined {
	const slug = slugSegment(withoutNumber(name));
	return Object.hasOwn(kindOfName, slug) ? kindOfName[slug] : undefined;
}

/** Folders are often numbered to keep them in order: `40.governance`, `02-policies`. */
function withoutNumber(name: string): string {
	return name.replace(/^\d+[-._ ]+/, '') || name;
}
