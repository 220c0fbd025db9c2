/**
 * A line that marks a place where an author has to decide. In a text it is a small heading: a mark that everyone who writes
 * Markdown has seen, that needs no blank line above or below, and that readers see if it is published by accident, because two
 * agreements that contradict each other must not pass for one. Above a field it is a comment.
 */
export const conflictMark: RegExp = /^(?:###### TO DECIDE (\d{1,6}):|# TO DECIDE, then delete this line\.).*$/m;

/** True if an author has still to decide something in a source. */
export function hasConflicts(source: string): boolean {
	return conflictMark.test(source);
}

/**
 * The line of each place of a source where an author has to decide, from 1. Marks count wherever they stand at the left margin,
 * in code too, because half of a conflict can hold code that does not end. To show what they look like, indent them.
 */
export function findConflicts(source: string): number[] {
	if (!hasConflicts(source)) return [];
	const numbers = new Set<string>();
	return source.split('\n').flatMap((line, index) => {
		const mark = conflictMark.exec(line);
		const number = mark?.[1];
		if (!mark || (number !== undefined && numbers.has(number))) return [];
		if (number !== undefined) numbers.add(number);
		return [index + 1];
	});
}

/** The marks of one place. */
export interface ConflictMarks {
	ours: string;
	theirs: string;
	end: string;
}

/** What to write around two texts, of which the first or the second may be missing. */
export function conflictMarks(number: number, sides: { oursName: string; theirsName: string; ours: string; theirs: string }): ConflictMarks {
	const mark = (whose: string, name: string, text: string): string => `###### TO DECIDE ${number}: ${whose} (${inLine(name)})${text === '' ? ' has nothing here' : ''}`;
	return {
		ours: mark('ours', sides.oursName, sides.ours),
		theirs: mark('theirs', sides.theirsName, sides.theirs),
		end: `###### TO DECIDE ${number}: end. Keep what you want of the two, and delete these three lines.`,
	};
}

/** The comment above a field of which both sides changed the value. `field` is what the other side has. */
export function fieldMark(theirsName: string, field: string): string {
	return `# TO DECIDE, then delete this line. ${inLine(theirsName)} has: ${field}`;
}

/** The first number that no mark in any of the texts has. */
export function firstFreeNumber(texts: readonly string[]): number {
	const every = new RegExp(conflictMark.source, 'gm');
	const numbers = texts.flatMap((text) => [...text.matchAll(every)].map(([, number]) => Number(number ?? 0)));
	return numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1;
}

/** A name that cannot break out of its line, or be more than a name. */
function inLine(name: string): string {
	return name
		.replace(/[\p{Cc}\p{Z}]+/gu, ' ')
		.replace(/[<>[\]`]/g, '')
		.trim();
}
