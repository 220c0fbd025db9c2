import { describe, expect, test } from 'vitest';
import { conflictMark, findConflicts, hasConflicts } from '../../../src/handbook/merge/conflict-marks.js';
import { mergeBodies } from '../../../src/handbook/merge/merge-bodies.js';
import { merge } from './versions.js';

const base = 'We meet on Mondays.\n\nBring a cup.\n';
const ours = 'We meet on Tuesdays.\n\nBring a cup.\n';
const theirs = 'We meet on Fridays.\n\nBring a cup.\n';

describe('the marks', () => {
	test('name both groups, and say what to do', () => {
		expect(merge({ base, ours, theirs }).text).toMatchInlineSnapshot(`
			"###### TO DECIDE 1: ours (Example Pod)
			We meet on Tuesdays.
			###### TO DECIDE 1: theirs (Enspiral)
			We meet on Fridays.
			###### TO DECIDE 1: end. Keep what you want of the two, and delete these three lines.

			Bring a cup.
			"
		`);
	});

	test('say so when a side has nothing there', () => {
		expect(merge({ base, ours: 'Bring a cup.\n', theirs }).text).toMatchInlineSnapshot(`
			"###### TO DECIDE 1: ours (Example Pod) has nothing here
			###### TO DECIDE 1: theirs (Enspiral)
			We meet on Fridays.
			###### TO DECIDE 1: end. Keep what you want of the two, and delete these three lines.

			Bring a cup.
			"
		`);
	});

	test('have other numbers than those that are in a text already', () => {
		const marked = merge({ base, ours, theirs }).text;
		const again = merge({ base: `${base}\nThe end.\n`, ours: `${marked}\nThe end of ours.\n`, theirs: `${base}\nThe end of theirs.\n` });
		expect(again.conflicts).toBe(1);
		expect(again.text).toContain('###### TO DECIDE 2: ours (Example Pod)\nThe end of ours.\n');
		expect(findConflicts(again.text)).toEqual([1, 9]);
	});

	test('cannot be broken by the name of a group', () => {
		const { text } = mergeBodies({ base, ours, theirs, oursName: 'A\n\n# <b>loud</b> [name](https://example.org) `x`', theirsName: 'ع\u2028#' });
		expect(text.split('\n').slice(0, 4)).toEqual([
			'###### TO DECIDE 1: ours (A # bloud/b name(https://example.org) x)',
			'We meet on Tuesdays.',
			'###### TO DECIDE 1: theirs (ع #)',
			'We meet on Fridays.',
		]);
	});

	test('stand apart from HTML, which would swallow them', () => {
		const { text } = merge({ base: '<p>\none\n', ours: '<p>\ntwo\n', theirs: '<p>\nthree\n' });
		expect(text).toContain('<p>\ntwo\n\n###### TO DECIDE 1: theirs (Enspiral)\n<p>\nthree\n\n###### TO DECIDE 1: end');
	});
});

describe('what is still to decide is found', () => {
	test('in a text and among fields, each place once and by its line', () => {
		const source = `---\n# TO DECIDE, then delete this line. Enspiral has: duration: 30\nduration: 20\n---\n\n${merge({ base, ours, theirs }).text}`;
		expect(findConflicts(source)).toEqual([2, 6]);
		expect(hasConflicts(source)).toBe(true);
	});

	test('when some of the marks are gone', () => {
		const lines = merge({ base, ours, theirs }).text.split('\n');
		expect(lines.filter((line) => conflictMark.test(line))).toHaveLength(3);
		for (const line of lines.filter((each) => conflictMark.test(each))) expect(findConflicts(`Text\n${line}\nText\n`)).toEqual([2]);
	});

	test('and nothing else is', () => {
		for (const text of [base, '###### To decide 1: ours\n', 'See ###### TO DECIDE 1: ours (us)\n', '    ###### TO DECIDE 1: ours (us)\n', '# TO DECIDE\n']) expect(findConflicts(text)).toEqual([]);
	});
});
