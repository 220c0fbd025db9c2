import { dayOf, isSettings } from '../../settings.js';

/** A value that is known for certain, `null` included; undefined when only the program could tell. */
export type Known = { value: unknown } | undefined;

/** Gives the value of a name such as `site.title`. */
export type Lookup = (path: readonly string[]) => Known;

/** What an expression of Liquid comes to, filters included. */
export function evaluate(expression: string, lookup: Lookup): Known {
	const [first = '', ...filters] = splitOutsideQuotes(expression, '|');
	let known = operand(first.trim(), lookup);
	for (const filter of filters) {
		const [name = '', ...rest] = splitOutsideQuotes(filter.trim(), ':');
		const given = rest.length === 0 ? [] : splitOutsideQuotes(rest.join(':'), ',').map((each) => operand(each.trim(), lookup));
		if (!known || given.includes(undefined)) return undefined;
		known = filtered(
			known.value,
			name.trim(),
			given.map((each) => each?.value),
		);
	}
	return known;
}

/** Whether a condition holds; undefined when only the program could tell. */
export function holds(condition: string, lookup: Lookup): boolean | undefined {
	const parts = condition.trim().split(/\s+(and|or)\s+/);
	const words = new Set(parts.filter((_part, index) => index % 2 === 1));
	if (words.size > 1) return undefined;
	const results = parts.filter((_part, index) => index % 2 === 0).map((part) => comparison(part, lookup));
	if (words.has('or')) return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
	return results.includes(false) ? false : results.includes(undefined) ? undefined : true;
}

function comparison(text: string, lookup: Lookup): boolean | undefined {
	const [, left = '', sign, right = ''] = /^(.*?)\s*(==|!=|<>|>=|<=|>|<|\scontains\s)\s*(.*)$/s.exec(text) ?? [undefined, text];
	const a = operand(left.trim(), lookup);
	if (!a) return undefined;
	if (sign === undefined) return a.value !== null && a.value !== undefined && a.value !== false;
	const b = operand(right.trim(), lookup);
	if (!b) return undefined;
	const [x, y] = [a.value ?? null, b.value ?? null];
	switch (sign.trim()) {
		case '==':
			return x === y;
		case '!=':
		case '<>':
			return x !== y;
		case 'contains':
			return Array.isArray(x) ? x.includes(y) : typeof x === 'string' && x.includes(String(y));
		default:
			if (typeof x !== 'number' || typeof y !== 'number') return undefined;
			return sign === '>' ? x > y : sign === '<' ? x < y : sign === '>=' ? x >= y : x <= y;
	}
}

function operand(text: string, lookup: Lookup): Known {
	const quoted = /^(?:"([^"]*)"|'([^']*)')$/.exec(text);
	if (quoted) return { value: quoted[1] ?? quoted[2] ?? '' };
	if (/^-?\d+(?:\.\d+)?$/.test(text)) return { value: Number(text) };
	if (['true', 'false'].includes(text)) return { value: text === 'true' };
	if (['nil', 'null'].includes(text)) return { value: null };
	if (['empty', 'blank', ''].includes(text)) return undefined;
	const parts = text.replace(/\[\s*(?:"([^"\]]*)"|'([^'\]]*)'|(\d+))\s*\]/g, (_whole, double?: string, single?: string, index?: string) => `.${double ?? single ?? index ?? ''}`).split('.');
	return parts.every((part) => /^[\p{L}\w-]+$/u.test(part)) ? lookup(parts) : undefined;
}

/** Follows names into data; what is not there is nothing. */
export function within(value: unknown, names: readonly string[]): unknown {
	return names.reduce<unknown>((current, name) => {
		if (Array.isArray(current)) return name === 'size' ? current.length : name === 'first' ? current[0] : /^\d+$/.test(name) ? current[Number(name)] : undefined;
		return isSettings(current) && Object.hasOwn(current, name) ? current[name] : undefined;
	}, value);
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function filtered(value: unknown, name: string, given: readonly unknown[]): Known {
	const [first, second] = given;
	if (name === 'default') return { value: value === null || value === undefined || value === false || value === '' ? first : value };
	if (name === 'date') return dateIn(value, first);
	const text = value === null || value === undefined ? '' : typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
	if (text === undefined) return undefined;
	switch (name) {
		case 'relative_url':
		case 'absolute_url':
			return { value: /^(?:[a-z][\w+.-]*:|\/)/i.test(text) ? text : `/${text}` };
		case 'escape':
		case 'xml_escape':
		case 'escape_once':
			return {
				value: text
					.replace(/&(?!\w+;|#)/g, '&amp;')
					.replace(/</g, '&lt;')
					.replace(/>/g, '&gt;')
					.replace(/"/g, '&quot;'),
			};
		case 'markdownify':
		case 'smartify':
			return { value: text };
		case 'strip':
			return { value: text.trim() };
		case 'upcase':
			return { value: text.toUpperCase() };
		case 'downcase':
			return { value: text.toLowerCase() };
		case 'capitalize':
			return { value: text.charAt(0).toUpperCase() + text.slice(1).toLowerCase() };
		case 'append':
			return { value: text + String(first ?? '') };
		case 'prepend':
			return { value: String(first ?? '') + text };
		case 'remove':
			return typeof first === 'string' && first !== '' ? { value: text.replaceAll(first, '') } : undefined;
		case 'replace':
			return typeof first === 'string' && first !== '' && typeof second === 'string' ? { value: text.replaceAll(first, () => second) } : undefined;
		default:
			return undefined;
	}
}

function dateIn(value: unknown, pattern: unknown): Known {
	const day = dayOf(value);
	if (day === undefined || typeof pattern !== 'string') return undefined;
	const [year = '', month = '', date = ''] = day.split('-');
	const name = months[Number(month) - 1] ?? '';
	const parts: Readonly<Record<string, string>> = {
		'%Y': year,
		'%m': month,
		'%d': date,
		'%B': name,
		'%b': name.slice(0, 3),
		'%-d': String(Number(date)),
		'%-m': String(Number(month)),
		'%e': String(Number(date)).padStart(2),
		'%y': year.slice(2),
		'%F': day,
	};
	const text = pattern.replace(/%-?\w/g, (part) => parts[part] ?? '\0');
	return text.includes('\0') ? undefined : { value: text };
}

function splitOutsideQuotes(text: string, sign: string): string[] {
	const parts: string[] = [];
	let quote = '';
	let from = 0;
	for (let index = 0; index < text.length; index += 1) {
		const character = text[index] ?? '';
		if (quote !== '') quote = character === quote ? '' : quote;
		else if (character === '"' || character === "'") quote = character;
		else if (character === sign) {
			parts.push(text.slice(from, index));
			from = index + 1;
		}
	}
	return [...parts, text.slice(from)];
}
