import { expect, test } from 'vitest';
import type { Entry } from '../../src/markdown/entry.js';
import { mentionsOf } from '../../src/site/mentions.js';

/** A text of a member of a network, as far as this is about. */
function mirrored(member: string, name: string, fields: Partial<Entry['fields']> = {}): Entry {
	const handbook = `https://${member}.example/`;
	return { kind: 'agreement', id: `groups/${member}/${name}`, title: name, fields, mirrorOf: { member, handbook, url: `${handbook}${name}/` } } as Entry;
}

test('in an index, the group itself says what took the place of its text, and nobody else', () => {
	const old = mirrored('moss', 'old');
	const own = mirrored('moss', 'new', { supersedes: ['https://moss.example/old/'] } as Partial<Entry['fields']>);
	const stranger = mirrored('rook', 'better', { supersedes: ['https://moss.example/old/'] } as Partial<Entry['fields']>);
	const entries = [old, own, stranger];
	const mentions = mentionsOf(entries, new Map(entries.map((entry) => [entry.id, entry])), 'https://index.example/');
	expect([...mentions]).toEqual([[old.id, expect.objectContaining({ successors: [own] })]]);
});
