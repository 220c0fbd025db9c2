/** A fact about an entry or a group, ready to be shown. */
export interface Fact {
	/** The field it comes from: a name for styles, never shown. */
	key: string;
	label: string;
	value: FactValue;
}

/** The forms that a fact takes on a page. */
export type FactValue =
	| { type: 'text'; text: string }
	| { type: 'time'; text: string; date: string }
	| { type: 'items'; items: string[] }
	| { type: 'links'; links: FactLink[] }
	| { type: 'records'; records: FactRecord[] };

/** A link in a fact; without an address it is only words. */
export interface FactLink {
	label: string;
	href?: string | undefined;
	lang?: string | undefined;
}

/** One of several things that happened: a decision, a review, an objection. */
export interface FactRecord {
	/** How it stands, such as "Integrated"; `tone` chooses its colour. */
	state?: { label: string; tone: Tone } | undefined;
	date?: { text: string; date: string } | undefined;
	text?: string | undefined;
	by?: string | undefined;
	response?: string | undefined;
	link?: { href: string; label: string } | undefined;
}

/** Whether something holds, is under way, or is over. */
export type Tone = 'holds' | 'moving' | 'over';
