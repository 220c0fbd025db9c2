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
	'withdrawn-clash': {
		severity: 'error',
		title: 'A withdrawn text is still there',
		explanation:
			'The list content/withdrawn.yml says that a text was withdrawn, and a text has its id or names it as a former address; or the list names it twice. Nobody could tell whether it may be read.',
		remedy: 'If the text is to go, delete its file. If it is to stay, take its lines out of content/withdrawn.yml.',
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
	'entry-vanished': {
		severity: 'warning',
		title: 'A text that was published is gone',
		explanation: 'Others may have linked to the text, or copied it. Now its address leads nowhere, and nobody can tell whether it was given up, moved, or lost by mistake.',
		remedy: 'Bring the file back, add its address to aliases in the text that took its place, or say why it is gone: npx sporeprint withdraw ID --reason "..."',
	},
	'history-shallow': {
		severity: 'warning',
		title: 'The earlier commits are not here',
		explanation: 'The repository was fetched without its history, to save time. Dates and changes found in such a copy would be wrong, so none are shown.',
		remedy:
			'In the file that builds the site, such as .github/workflows/publish.yml, add two lines below “uses: actions/checkout@...”: “with:” and, further in, “fetch-depth: 0”. On your own computer, run: git fetch --unshallow',
	},
	'merge-undecided': {
		severity: 'error',
		title: 'Something in a text is still to be decided',
		explanation: 'An update from another group, or another import, left marks where both sides have changed the same words. Readers would see both, and could not tell what holds.',
		remedy: 'Keep what you want of the two, and delete the lines that begin with TO DECIDE.',
	},
	'text-invalid': {
		severity: 'error',
		title: 'A text cannot be read as MDX',
		explanation: 'The file ends in .mdx, so braces and angle brackets in it are code, and this code has a mistake. The entry is held back until it is mended.',
		remedy: 'Mend the line named, or rename the file so that it ends in .md, if it needs no components.',
	},
	'network-missing': {
		severity: 'error',
		title: 'The network has not introduced itself',
		explanation: 'The file content/network.md says what the network is called and where its index is published. Without it there is no index to build.',
		remedy: 'Run the command in the folder that holds content/network.md, or make a new index with: npx sporeprint init network my-network',
	},
	'network-url-missing': {
		severity: 'error',
		title: 'The network does not say where it is published',
		explanation: 'Groups agree to be in an index by naming its address. Without an address nobody can agree, so nothing is gathered.',
		remedy: 'Add a line such as url: https://our-network.example/ to content/network.md.',
	},
	'member-unreadable': {
		severity: 'error',
		title: 'The file of a member cannot be read',
		explanation: 'The file is not valid YAML, lacks the address of the handbook, or has a name that cannot be an address. The member is left as it was.',
		remedy: 'Give the file a name of small letters, digits and hyphens that ends in .yml, and a line such as url: https://our-group.example/handbook/',
	},
	'member-twice': {
		severity: 'error',
		title: 'Two members have the same address',
		explanation: 'Two files name one handbook, so its texts would be there twice. Only the first counts.',
		remedy: 'Remove one of the two files.',
	},
	'snapshot-damaged': {
		severity: 'warning',
		title: 'A snapshot cannot be read',
		explanation: 'A file below snapshots/ is not as the crawl wrote it. The member is shown without its texts until it is gathered again.',
		remedy: 'Undo the change to the file, or run: npx sporeprint crawl',
	},
	'crawl-stopped': {
		severity: 'error',
		title: 'The crawl could not write',
		explanation: 'A snapshot could not be written: the disk is full, or the folder may not be written to. What was there before is unharmed.',
		remedy: 'Make room or mend the permissions, and run the crawl again.',
	},
	'address-refused': {
		severity: 'warning',
		title: 'The address is not one on the public web',
		explanation:
			'The address, or one that it leads to, belongs to a private network or is not a web address that starts with https://. Asking there could reach machines that were never meant to be public.',
		remedy: 'Publish the handbook at a public address that starts with https://.',
	},
	'address-unknown': {
		severity: 'warning',
		title: 'The name of the site is not known',
		explanation: 'No computer on the web answers to the name in the address. The name may have a slip in it, or its registration may have run out.',
		remedy: 'Check the address, or renew the name.',
	},
	'connection-failed': {
		severity: 'warning',
		title: 'The site does not answer',
		explanation: 'The connection was refused, broke off, or its certificate is not valid.',
		remedy: 'Open the address in a browser. If it does not open there either, ask whoever hosts the site.',
	},
	'answer-slow': {
		severity: 'warning',
		title: 'The site takes too long',
		explanation: 'A handbook has ten seconds to send its print, and ten for its texts.',
		remedy: 'Often this passes by itself. If it stays, ask whoever hosts the site.',
	},
	'answer-large': {
		severity: 'warning',
		title: 'The site sends too much',
		explanation: 'A print may have 1 MiB on the wire and 4 MiB unpacked, and the texts 8 MiB and 16 MiB. This protects the network from being filled up.',
		remedy: 'Split the handbook into two, or shorten it.',
	},
	'answer-coding': {
		severity: 'warning',
		title: 'The answer is packed in a way that is not read',
		explanation: 'The answer is packed twice, in an unknown way, or is damaged.',
		remedy: 'Ask whoever hosts the site to send it as it is, or packed once with gzip or br.',
	},
	'answer-redirects': {
		severity: 'warning',
		title: 'The address leads on and on',
		explanation: 'The site sends us from one address to the next more than three times, or in a circle.',
		remedy: 'Use the address at which the handbook finally stands.',
	},
	'answer-refused': {
		severity: 'warning',
		title: 'The site answers with an error',
		explanation: 'The site is there, but refuses to send the print or has a fault of its own.',
		remedy: 'Open the address of the print in a browser, and ask whoever hosts the site.',
	},
	'answer-later': {
		severity: 'warning',
		title: 'The site asks for patience',
		explanation: 'The site said that it is asked too often and when to come back. It is not asked again before that.',
		remedy: 'Nothing needs to be done. If it stays, ask whoever hosts the site.',
	},
	'robots-refused': {
		severity: 'warning',
		title: 'The site asks not to be gathered',
		explanation: 'Its robots.txt forbids programs to fetch the handbook, and this is honoured.',
		remedy: 'To be in the network, allow sporeprint in robots.txt.',
	},
	'print-missing': {
		severity: 'warning',
		title: 'There is no handbook at the address',
		explanation: 'Neither handbook.json nor a page that names it is at the address. What was gathered before is kept.',
		remedy: 'Check the address, and that the handbook is published there.',
	},
	'print-invalid': {
		severity: 'warning',
		title: 'The print cannot be read',
		explanation: 'What the site sends as its print is not JSON, or not in the form that prints have.',
		remedy: 'Build the handbook again with the newest version of Sporeprint, and publish it.',
	},
	'print-elsewhere': {
		severity: 'warning',
		title: 'The handbook says that it stands elsewhere',
		explanation: 'The print names another address than the one it was fetched from. It may be a mirror, or the handbook may have moved.',
		remedy: "If it has moved, change url in the member's file. If the address is the right one, build the handbook with that address.",
	},
	'print-older': {
		severity: 'warning',
		title: 'The handbook is older than what was gathered before',
		explanation: 'Somebody may be serving an old copy, so the newer state is kept.',
		remedy: 'Build and publish the handbook again from its newest state.',
	},
	'bundle-different': {
		severity: 'warning',
		title: 'Print and texts do not belong together',
		explanation: 'The texts are not those that the print describes. It may have been fetched in the middle of being published, or been tampered with. Nothing of it is taken over.',
		remedy: 'Often this passes by itself. If it stays, build and publish the handbook again.',
	},
	'index-file-unusable': {
		severity: 'warning',
		title: 'The file of an index is not used',
		explanation: 'content/.network.json holds what a network knew of who uses your texts. It is shown only when it can be read and when your handbook names that network, so now nothing is shown.',
		remedy: 'Name the network in content/group.md under networks, take the file down again with: npx sporeprint used-by, or delete it.',
	},
	'consent-missing': {
		severity: 'warning',
		title: 'The group does not name this network',
		explanation: 'A handbook is gathered only when its group agrees, by naming the network among its networks.',
		remedy: "Add the network's address to networks in content/group.md of the handbook, and publish it.",
	},
	'repo-changed': {
		severity: 'warning',
		title: 'The site came back as somebody else',
		explanation: 'The site was gone, and what stands there now comes from another repository. The address may belong to somebody else today, so nothing is taken over.',
		remedy: "If it is the same group, remove the member's folder below snapshots/ and crawl again.",
	},
	'handbook-gone': {
		severity: 'warning',
		title: 'The handbook was withdrawn',
		explanation: 'The site says with the answer 410 that the handbook is gone for good. Its texts were erased here too.',
		remedy: "Remove the member's file, or publish the handbook again.",
	},
	'index-depth': {
		severity: 'warning',
		title: 'Indexes within indexes go too deep',
		explanation: 'An index that is gathered through three others is not followed any further.',
		remedy: 'Make the index a member itself.',
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
