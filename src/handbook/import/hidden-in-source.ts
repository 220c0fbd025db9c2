import { nearest } from '../../lib/nearest.js';

/** Fields of this and other programs that hide a text when they are true. */
const hidingWhenTrue = ['draft', 'drafts', 'private', 'hidden', 'unlisted', 'unpublished'];
/** Fields that hide a text when they are false. */
const hidingWhenFalse = ['published', 'publish', 'visible', 'public'];

/**
 * The field that hid a text where it comes from, or that may have been meant to: such a text stays hidden.
 * A date under `published` says when, not whether.
 */
export function hidingField(data: Readonly<Record<string, unknown>>): string | undefined {
	return Object.entries(data).find(([key, value]) => {
		const meant = nearest(key.toLowerCase(), [...hidingWhenTrue, ...hidingWhenFalse]);
		if (meant === undefined || value === null) return false;
		return hidingWhenTrue.includes(meant) ? !saysNo(value) : saysNo(value) || !(saysYes(value) || /^\d{4}/.test(String(value)));
	})?.[0];
}

/** The same for front matter that cannot be read, line by line. */
export function hidingLine(block: string): string | undefined {
	const lines = block.split(/\r?\n/).flatMap((line) => {
		const [, key, value] = /^\s*["']?([\w-]+)["']?\s*[:=]\s*["']?([^"'#,]*)/.exec(line) ?? [];
		return key !== undefined && value !== undefined ? [[key, value.trim()] as const] : [];
	});
	return lines.find(([key, value]) => hidingField({ [key]: value }) !== undefined)?.[0];
}

function saysNo(value: unknown): boolean {
	return /^(?:false|no|off|0)$/i.test(String(value));
}

function saysYes(value: unknown): boolean {
	return /^(?:true|yes|on|1)$/i.test(String(value));
}
