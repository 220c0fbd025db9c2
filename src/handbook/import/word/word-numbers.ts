import type { Element, Root } from 'xast';
import { childAt, childrenOf, settingOf } from './word-file.js';

/** The number of a paragraph, as Word shows it. */
export interface ParagraphNumber {
	/** `3.`, `2.1`, `a)`, `§ 4`. */
	label: string;
	/** The number alone, when the label is no more than one number and a mark that Markdown knows. */
	plain: number | undefined;
	/** How deep in its list, from 0. */
	level: number;
}

/** Counts the numbered paragraphs of a document, in its order. */
export interface NumberCounter {
	/** The number of the next paragraph, by its numbering; undefined for one without a number, or with a bullet. */
	next(numbering: Element | undefined): ParagraphNumber | undefined;
}

interface Level {
	start: number;
	format: string;
	text: string;
}

/** Reads `word/numbering.xml`, and counts. */
export function numberCounter(numbering: Root | undefined): NumberCounter {
	const root = childAt(numbering, 'w:numbering');
	const lists = new Map(childrenOf(root, 'w:abstractNum').map((list) => [list.attributes['w:abstractNumId'] ?? '', levelsOf(list)]));
	const uses = new Map(childrenOf(root, 'w:num').map((use) => [use.attributes['w:numId'] ?? '', use]));
	/** By list: uses of one list count together. */
	const counts = new Map<string, (number | undefined)[]>();
	const restarted = new Set<string>();

	return {
		next: (asked) => {
			const id = settingOf(childAt(asked, 'w:numId')) ?? '';
			const use = uses.get(id);
			const list = settingOf(childAt(use, 'w:abstractNumId')) ?? '';
			const levels = lists.get(list);
			const level = Number(settingOf(childAt(asked, 'w:ilvl')) ?? 0);
			const own = levels?.[level];
			if (id === '0' || !levels || !own) return undefined;

			const count = counts.get(list) ?? [];
			counts.set(list, count);
			const override = childrenOf(use, 'w:lvlOverride').find((each) => each.attributes['w:ilvl'] === String(level));
			const start = Number(settingOf(childAt(override, 'w:startOverride')) ?? own.start);
			const begins = override !== undefined && childAt(override, 'w:startOverride') !== undefined && !restarted.has(`${id} ${level}`);
			restarted.add(`${id} ${level}`);
			const number = begins ? start : (count[level] ?? start - 1) + 1;
			count.length = Math.min(count.length, level + 1);
			count[level] = number;
			if (own.format === 'bullet' || own.format === 'none' || own.text === '') return undefined;

			const label = own.text.replace(/%([1-9])/g, (_all, digit: string) => {
				const index = Number(digit) - 1;
				const shown = levels[index];
				return written(count[index] ?? shown?.start ?? 1, shown?.format ?? 'decimal');
			});
			const plain = own.format === 'decimal' && /^%[1-9][.)]?$/.test(own.text) && own.text.startsWith(`%${level + 1}`) ? number : undefined;
			return { label: label.trim(), plain, level };
		},
	};
}

function levelsOf(list: Element): (Level | undefined)[] {
	const levels: (Level | undefined)[] = [];
	for (const level of childrenOf(list, 'w:lvl')) {
		const index = Number(level.attributes['w:ilvl'] ?? Number.NaN);
		if (!(index >= 0 && index < 9)) continue;
		levels[index] = {
			start: Number(settingOf(childAt(level, 'w:start')) ?? 1),
			format: settingOf(childAt(level, 'w:numFmt')) ?? 'decimal',
			text: settingOf(childAt(level, 'w:lvlText')) ?? '',
		};
	}
	return levels;
}

/** A number in a list's own signs. */
function written(number: number, format: string): string {
	switch (format) {
		case 'lowerLetter':
			return letters(number);
		case 'upperLetter':
			return letters(number).toUpperCase();
		case 'lowerRoman':
			return roman(number).toLowerCase();
		case 'upperRoman':
			return roman(number);
		case 'decimalZero':
			return String(number).padStart(2, '0');
		default:
			return String(number);
	}
}

/** a to z, then aa, bb and so on, as Word counts. */
function letters(number: number): string {
	if (number < 1 || number > 780) return String(number);
	return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

function roman(number: number): string {
	if (number < 1 || number > 3999) return String(number);
	const signs: readonly (readonly [number, string])[] = [
		[1000, 'M'],
		[900, 'CM'],
		[500, 'D'],
		[400, 'CD'],
		[100, 'C'],
		[90, 'XC'],
		[50, 'L'],
		[40, 'XL'],
		[10, 'X'],
		[9, 'IX'],
		[5, 'V'],
		[4, 'IV'],
		[1, 'I'],
	];
	let rest = number;
	let text = '';
	for (const [value, sign] of signs) {
		while (rest >= value) {
			text += sign;
			rest -= value;
		}
	}
	return text;
}
