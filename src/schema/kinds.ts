import { agreementSchema } from './agreement.js';
import { decisionSchema } from './decision.js';
import { pageSchema } from './page.js';
import { practiceSchema } from './practice.js';
import { roleSchema } from './role.js';
import { storySchema } from './story.js';

/** Every kind of entry, in the order a reader meets them. */
export const kinds = ['agreement', 'practice', 'role', 'decision', 'story', 'page'] as const;

/** What sort of entry a text is. */
export type Kind = (typeof kinds)[number];

/** The schema of each kind's front matter. */
export const entrySchemas = {
	agreement: agreementSchema,
	practice: practiceSchema,
	role: roleSchema,
	decision: decisionSchema,
	story: storySchema,
	page: pageSchema,
} as const;

/** The folder below `content/` that holds each kind, which is also the address of its list. */
export const kindFolders: Record<Kind, string> = {
	agreement: 'agreements',
	practice: 'practices',
	role: 'roles',
	decision: 'decisions',
	story: 'stories',
	page: 'pages',
};

/** The kind of an entry by its path below `content/`; whatever is in no kind's folder is a page. */
export function kindOfPath(path: string): Kind {
	const folder = path.split('/')[0];
	return kinds.find((kind) => kindFolders[kind] === folder) ?? 'page';
}
