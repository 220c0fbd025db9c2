/** What a kind of problem means, in words for somebody who has never seen a terminal. */
export interface ProblemKind {
	/** `error` stops a build; `warning` does not. */
	severity: 'error' | 'warning';
	title: string;
	/** What happened and why it matters. */
	explanation: string;
	/** What to do about it. */
	remedy: string;
}

/** Every problem there is. Codes are permanent; `content/errors/<code>.md` is written from this table. */
export const problemKinds = {
	'content-missing': {
		severity: 'error',
		title: 'There is no content folder',
		explanation: 'A handbook is made from the Markdown files in a folder called content. This folder has none, so there is nothing to build.',
		remedy: 'Run the command in the folder that holds content, or make a new handbook with: npx sporeprint init handbook my-handbook',
	},
	'group-missing': {
		severity: 'error',
		title: 'The group has not introduced itself',
		explanation: 'The file content/group.md says who the group is. Without it the handbook has no name.',
		remedy: 'Add a file content/group.md that begins with a line of three dashes, a line such as name: Our Group, and another line of three dashes.',
	},
	'front-matter-invalid': {
		severity: 'error',
		title: 'The facts at the top cannot be read',
		explanation: 'The part between the two lines of three dashes is not valid YAML. The entry is held back until it is mended, so that nothing is published by mistake.',
		remedy: 'Look at the line named. Text with a colon, a hash or a quotation mark in it needs quotes around it, and lists need two spaces before each dash.',
	},
	'front-matter-unclosed': {
		severity: 'error',
		title: 'The facts at the top have no end',
		explanation: 'The file begins with a line of three dashes, but the second line of three dashes, which ends the facts, is missing.',
		remedy: 'Add a line of three dashes below the last fact, before the text begins.',
	},
	'front-matter-language': {
		severity: 'error',
		title: 'The facts at the top are in another language than YAML',
		explanation: 'Only YAML between two lines of three dashes is read. Other languages are refused, because some of them can run programs.',
		remedy: 'Rewrite the facts as lines of name: value between two lines of three dashes.',
	},
	'field-unknown': {
		severity: 'error',
		title: 'There is no such field',
		explanation: 'A name among the facts at the top is not one that Sporeprint knows for this kind of entry. It would be ignored, so we rather tell you.',
		remedy: 'Correct the name, move the fact into the text, or take the line out. Every field is listed on the page "Every field".',
	},
	'field-invalid': {
		severity: 'error',
		title: 'A field has a value that does not fit',
		explanation: 'The value of a field is not of the form that the field needs.',
		remedy: 'Change the value as the message says. Every field and its form is listed on the page "Every field".',
	},
	'hidden-not-boolean': {
		severity: 'error',
		title: 'It is not clear whether the entry is hidden',
		explanation: 'draft, private and published take only true or false, without quotes. Anything else might be read either way, so the entry stays hidden until it is mended.',
		remedy: 'Write true or false, without quotes.',
	},
	'title-missing': {
		severity: 'warning',
		title: 'The entry has no title',
		explanation: 'There is neither a title among the facts nor a heading in the text, so the name of the file is shown as the title.',
		remedy: 'Add a line such as title: "Our title" to the facts at the top.',
	},
	'id-duplicate': {
		severity: 'error',
		title: 'Two entries have the same address',
		explanation: 'Each entry needs an address of its own. Two files lead to the same one, so the second would replace the first.',
		remedy: 'Rename one of the files, or give one of them an id of its own.',
	},
	'id-reserved': {
		severity: 'error',
		title: 'The address is taken by a page of the site',
		explanation: "The entry's address is one that the site uses itself, for its search or for a list.",
		remedy: 'Rename the file, or give the entry another id.',
	},
	'alias-clash': {
		severity: 'error',
		title: 'A former address is in use',
		explanation: 'An address listed under aliases belongs to another entry or is listed twice, so a reader could not be led to both.',
		remedy: 'Take the alias out of one of the entries.',
	},
	'name-twins': {
		severity: 'error',
		title: 'Two names differ in a way that some computers cannot see',
		explanation: 'Two files have names that differ only in capital letters or in how an accent is stored. On many computers one would overwrite the other.',
		remedy: 'Rename one of the two files.',
	},
	'reference-unknown': {
		severity: 'warning',
		title: 'A field names an entry that is not there',
		explanation: 'A field refers to another entry by its id, but no visible entry has that id.',
		remedy: 'Correct the id, or take it out.',
	},
	'link-broken': {
		severity: 'warning',
		title: 'A link leads nowhere',
		explanation: 'A link in the text points to a file, an entry or a heading that is not there. The words stay; the link is taken off so that no reader runs into a missing page.',
		remedy: 'Correct the link. If the text was hidden on purpose, take the link out.',
	},
	'image-missing': {
		severity: 'warning',
		title: 'An image is not there',
		explanation: 'The text shows an image, but no such file is beside it. Readers see its description instead.',
		remedy: 'Add the file, or correct its name in the text.',
	},
	'image-unreadable': {
		severity: 'warning',
		title: 'An image cannot be read',
		explanation: 'The file is there, but its size cannot be found out, so it may be damaged. Readers see its description instead.',
		remedy: 'Save the image again as PNG, JPEG, WebP, AVIF, GIF or SVG.',
	},
	'media-remote': {
		severity: 'warning',
		title: 'Something from another site was turned into a link',
		explanation: 'An image, video or frame on another site would tell that site who reads your handbook. Readers get a link to it instead.',
		remedy: 'Put the image into the folder beside the text, if its licence allows. A link to a video is fine as it is.',
	},
	'file-symlink': {
		severity: 'error',
		title: 'A file is a link that leads out of the content folder',
		explanation: 'The file is a symbolic link to a place outside content. Following it could publish something that was never meant to be.',
		remedy: 'Replace the link with a copy of the file.',
	},
	'file-encoding': {
		severity: 'error',
		title: 'A file is not stored as UTF-8',
		explanation: 'The file is stored in another encoding, so some of its letters would come out wrong. It is held back until it is mended.',
		remedy: 'Open the file in your editor and save it with the encoding UTF-8.',
	},
	'text-invalid': {
		severity: 'error',
		title: 'A text cannot be read as MDX',
		explanation: 'The file ends in .mdx, so braces and angle brackets in it are code, and this code has a mistake. The entry is held back until it is mended.',
		remedy: 'Mend the line named, or rename the file so that it ends in .md, if it needs no components.',
	},
} as const satisfies Record<string, ProblemKind>;

/** The permanent name of a kind of problem. */
export type ProblemCode = keyof typeof problemKinds;

/** A problem is a value: lower layers collect it, `site/` and `cli/` decide what to do. */
export interface Problem {
	code: ProblemCode;
	severity: ProblemKind['severity'];
	/** Path relative to the handbook's root, with `/`. */
	file: string;
	/** From 1. */
	line: number;
	/** From 1. */
	column: number;
	/** What happened, in a sentence. */
	message: string;
	/** What to do, in a sentence. */
	hint: string;
}

/** A place in a file; line and column count from 1. */
export interface Place {
	file: string;
	line?: number;
	column?: number;
}

/** A value and what was wrong on the way to it. */
export interface Result<T> {
	value: T;
	problems: Problem[];
}

/** Makes a problem. Without a hint of its own it carries the remedy of its kind. */
export function problem(code: ProblemCode, { file, line = 1, column = 1 }: Place, message: string, hint?: string): Problem {
	const kind = problemKinds[code];
	return { code, severity: kind.severity, file, line, column, message, hint: hint ?? kind.remedy };
}

/** Orders problems by file, line, column and code. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
	return [...problems].sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code) || compare(a.message, b.message));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** A problem for people: where, what, and what to do. */
export function problemText({ file, line, column, severity, code, message, hint }: Problem): string {
	return `${file}:${line}:${column} ${severity} ${code}\n  ${message}\n  ${hint}`;
}
