/** What a link or an image in a text leads to, as its handbook sees it. */
export type Target =
	/** Another entry, or a list or page of the site. `id` is set for an entry. */
	| { type: 'internal'; href: string; id?: string; fragment?: string }
	/** A heading or note of the same text. */
	| { type: 'fragment'; fragment: string }
	/** A file beside the text, published with it. */
	| { type: 'file'; href: string }
	| { type: 'image'; href: string; width: number; height: number }
	/** Another host. */
	| { type: 'external'; href: string }
	/** Nothing: `message` says what was looked for, `hint` may name the nearest match. */
	| { type: 'broken'; code: 'link-broken' | 'image-missing' | 'image-unreadable'; message: string; hint?: string };

/** Finds what the addresses in one text lead to. */
export interface TargetResolver {
	link(address: string): Target;
	image(address: string): Target;
}
