import { describe, expect, test } from 'vitest';
import { hasConflicts } from '../../../src/handbook/merge/conflict-marks.js';
import { type MergedSource, mergeSources } from '../../../src/handbook/merge/merge-sources.js';
import type { Versions } from './versions.js';

const fields = ['title', 'tags', 'duration', 'risks'];

function merge(versions: Versions): MergedSource {
	return mergeSources({ ...versions, oursName: 'Example Pod', theirsName: 'Enspiral' }, fields);
}

/** A source with fields and a text. */
function entry(facts: string, body: string): string {
	return `---\n${facts}---\n${body}`;
}

const base = entry('title: Check-in\ntags: [care]\nduration: 20\n', '\nEach says how they are.\n');

describe('an entry', () => {
	test('that we have not changed becomes theirs, and its other fields stay ours', () => {
		const ours = base.replace('duration: 20\n', 'duration: 20 # our note\nbasedOn:\n  - url: https://example.org/check-in/\nstatus: trial\n');
		const theirs = entry('title: Check-in\ntags: [care, health]\nstatus: adopted\nduration: 30\n', '\n\nEach says how they are, in turn.\n\n- no cross-talk');
		expect(merge({ base, ours, theirs })).toEqual({
			source: entry(
				'title: Check-in\ntags: [care, health]\nduration: 30 # our note\nbasedOn:\n  - url: https://example.org/check-in/\nstatus: trial\n',
				'\n\nEach says how they are, in turn.\n\n- no cross-talk',
			),
			conflicts: 0,
		});
	});

	test('that they have not changed stays ours to the byte', () => {
		const ours = "---\ntitle:   'Check-in'\n# a note\ntags: [ care,talk ]\n---\n\n\n  Each says how they are .  \n\n\n";
		expect(merge({ base, ours, theirs: base })).toEqual({ source: ours, conflicts: 0 });
	});

	test('that both changed has the changes of both, and says where to decide', () => {
		const ours = entry('title: Check-in\ntags: [care, talk]\nduration: 25\n', '\nEach says how they are, first thing.\n');
		const theirs = entry('title: Check-in\ntags: [care, health]\nduration: 30\nrisks: [It gets long]\n', '\nEach says how they are, last thing.\n');
		const { source, conflicts } = merge({ base, ours, theirs });
		expect(conflicts).toBe(2);
		expect(hasConflicts(source)).toBe(true);
		expect(source).toMatchInlineSnapshot(`
			"---
			title: Check-in
			tags: [care, talk, health]
			# TO DECIDE, then delete this line. Enspiral has: duration: 30
			duration: 25
			risks:
			  - It gets long
			---

			###### TO DECIDE 1: ours (Example Pod)
			Each says how they are, first thing.
			###### TO DECIDE 1: theirs (Enspiral)
			Each says how they are, last thing.
			###### TO DECIDE 1: end. Keep what you want of the two, and delete these three lines.
			"
		`);
	});
});

describe('front matter', () => {
	test('that only the parent has comes along, field by field', () => {
		expect(merge({ base: 'One.\n', ours: 'One.\n\nTwo.\n', theirs: entry('title: One\nlang: en\n', 'One.\n') })).toEqual({ source: entry('title: One\n', 'One.\n\nTwo.\n'), conflicts: 0 });
	});

	test('that the parent has taken out is gone, but for our own fields', () => {
		expect(merge({ base, ours: base.replace('---\ntitle', '---\nstewards: [us]\ntitle'), theirs: '\nEach says how they are.\n' }).source).toBe(
			entry('stewards: [us]\n', '\nEach says how they are.\n'),
		);
	});

	test('is never made of a text that begins with a line', () => {
		const { source } = merge({ base: 'One.\n', ours: 'One.\n', theirs: entry('lang: en\n', '---\ndraft: true\n---\nOne.\n') });
		expect(source).toBe('---\n---\n---\ndraft: true\n---\nOne.\n');
	});

	test('at the end of a file gets a line of its own when a text comes below', () => {
		expect(merge({ base: '---\ntitle: A\n---', ours: '---\ntitle: A\n---', theirs: '---\ntitle: A\n---\nOne.\n' }).source).toBe('---\ntitle: A\n---\nOne.\n');
	});

	test.each(['base', 'ours', 'theirs'] as const)('that cannot be read in %s leaves ours as it is', (side) => {
		const versions = { base, ours: base.replace('20', '25'), theirs: base.replace('care]', 'health]') };
		const broken = { ...versions, [side]: versions[side].replace('title: ', 'title: [') };
		expect(merge(broken)).toEqual({ source: broken.ours, conflicts: 0, unreadable: side });
	});
});

test('values that stand for others are for the group alone, since a stranger could make a small text large with them', () => {
	const aliases = entry('title: Check-in\ntags: &topics [care]\nrelated: *topics\n', '\nEach says how they are.\n');
	expect(merge({ base, ours: aliases, theirs: base }).unreadable).toBeUndefined();
	expect(merge({ base, ours: base, theirs: aliases }).unreadable).toBe('theirs');
});

test('line ends of Windows make no difference, and come out as plain ones', () => {
	const windows = (text: string): string => `\uFEFF${text.replace(/\n/g, '\r\n')}`;
	const theirs = base.replace('Each', 'Everyone');
	expect(merge({ base, ours: windows(base), theirs })).toEqual({ source: theirs, conflicts: 0 });
	expect(merge({ base: windows(base), ours: base, theirs: windows(theirs) })).toEqual({ source: theirs, conflicts: 0 });
});
