import { isFormerAddress } from '../../lib/former-address.js';
import { isReservedId } from '../entry-id.js';
import type { PreparedText } from './prepare-text.js';

/**
 * Notes as aliases where each text was published, so that links to it go on working. An address that another text has now,
 * or had before, cannot lead to two places: it goes to the report. `earlier` gives the addresses that a text had at earlier imports,
 * by its path in the source folder; `used`, addresses that other texts of the handbook have.
 */
export function keepOldAddresses(texts: readonly PreparedText[], { earlier = new Map(), used = [] }: { earlier?: ReadonlyMap<string, readonly string[]>; used?: readonly string[] } = {}): void {
	const taken = new Set([...texts.map(({ id }) => id), ...used].map(twinKey));
	const keep = (text: PreparedText, address: string): boolean => {
		const alias = plainAddress(address);
		const isFree = isFormerAddress(alias) && !taken.has(twinKey(alias)) && !isReservedId(alias);
		if (isFree) {
			taken.add(twinKey(alias));
			text.fields.kept.aliases = [...aliasesOf(text), alias];
		}
		return isFree || alias === text.id || alias === '';
	};
	// What an author said goes before what a program did.
	for (const text of texts) {
		const said = aliasesOf(text);
		delete text.fields.kept.aliases;
		for (const alias of said) if (!keep(text, alias)) text.fields.dropped.push({ key: 'aliases', value: alias });
	}
	for (const text of texts) {
		for (const address of text.facts.addresses ?? []) if (!keep(text, address)) text.fields.dropped.push({ key: 'address', value: address });
	}
	for (const text of texts) for (const address of earlier.get(text.from) ?? []) keep(text, address);
}

/** Former addresses that a text has. */
export function aliasesOf({ fields: { kept } }: PreparedText): string[] {
	return Array.isArray(kept.aliases) ? kept.aliases.map(String) : [];
}

/** An address of a page as an alias: without slashes at its ends, and without the file that a folder opens with. */
export function plainAddress(address: string): string {
	return address
		.replace(/^\/+/, '')
		.replace(/(^|\/)index\.html?$/i, '$1')
		.replace(/\/+$/, '');
}

/** Equal for addresses that some computers cannot hold side by side. */
function twinKey(address: string): string {
	return address.normalize('NFC').toLowerCase();
}
