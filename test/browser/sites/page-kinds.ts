import type { SiteName } from './site-list.js';

/** One page of each kind of a site: what it is, and its path below the base. */
export const pageKinds = {
	example: {
		home: '',
		'list of practices': 'practices/',
		'list of decisions': 'decisions/',
		feeds: 'feeds/',
		'text that is no longer in use': 'agreements/equal-shares/',
		'full agreement': 'agreements/income-sharing/',
		'full practice': 'practices/monday-check-in/',
		page: 'pages/welcome/',
		'text in another language': 'practices/rueda-de-lunes/',
		topics: 'tags/',
		topic: 'tags/care/',
		search: 'search/',
		reviews: 'review/',
		copy: 'copy/',
		book: 'book/',
		'not found': '404.html',
	},
	arabic: {
		home: '',
		'list with an introduction': 'agreements/',
		'list with sections': 'pages/',
		'full agreement': 'agreements/shared-tools/',
		'full practice': 'practices/morning-circle/',
		'text in another language': 'practices/evening-round/',
		role: 'roles/keeper/',
		decision: 'decisions/buy-saw/',
		'list of decisions': 'decisions/',
		'text that was withdrawn': 'agreements/open-cupboard/',
		'text that is no longer in use': 'agreements/locked-cupboard/',
		story: 'stories/lost-hammer/',
		'title alone': 'practices/only-a-title/',
		reviews: 'review/',
		search: 'search/',
		book: 'book/',
	},
	bare: { home: '', 'list of nothing': 'roles/', 'title alone': 'pages/only/', 'no topics': 'tags/' },
	ownHtml: {
		home: '',
		'list with an introduction': 'practices/',
		'raw HTML': 'pages/raw/',
		'text with components': 'pages/component/',
		'long words': 'practices/long-words/',
		topic: 'tags/kraftfahrzeughaftpflichtversicherungsbeitragsrueckerstattungsanspruchsberechtigung/',
		book: 'book/',
	},
	network: {
		home: '',
		groups: 'groups/',
		group: 'groups/example-pod/',
		'group in another language': 'groups/dalil/',
		'group that does not answer': 'groups/far-away/',
		'mirrored agreement': 'groups/example-pod/agreements/income-sharing/',
		'mirrored text in another language': 'groups/dalil/agreements/shared-tools/',
		'list of practices': 'practices/',
		topics: 'tags/',
		status: 'status/',
		feeds: 'feeds/',
		search: 'search/',
		'not found': '404.html',
	},
} as const satisfies Partial<Record<SiteName, Record<string, string>>>;

/** The address of a text that was withdrawn: no link leads there. */
export const withdrawnAddresses: Partial<Record<SiteName, string>> = { arabic: 'agreements/open-cupboard/' };

/** A former address in a site: it leads on. */
export const formerAddresses = { example: 'agreements/one-pot/', arabic: 'agreements/old-tools/' } as const;
