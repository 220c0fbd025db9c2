import { expect, test } from 'vitest';
import { cleanMessage } from '../../../src/handbook/history/clean-message.js';

test.each([
	['a subject and a text stay', 'We begin\n\nBecause it is time.\n', 'We begin\n\nBecause it is time.'],
	['trailers go', 'We begin\n\nWhy.\n\nSigned-off-by: Moss <moss@example.org>\nCo-authored-by: Fern <fern@example.org>\nChange-Id: I123\n', 'We begin\n\nWhy.'],
	['credits go, wherever they stand', '* One\n\nCo-authored-by: Fern <fern@example.org>\n\n* Two\nReviewed-by: Moss', '* One\n\n* Two'],
	['trailers below a rule go, as a host writes them', 'One (#3)\n\n---------\n\nCo-authored-by: Fern <f@example.org>', 'One (#3)'],
	['e-mail addresses go', 'Thanks to <fern@example.org> and mailto:moss@example.org, at last', 'Thanks to and, at last'],
	['a subject that looks like a trailer stays', 'fixes: the door', 'fixes: the door'],
	['what git writes about a merge goes', "Merge branch 'side' into main\n\n# Conflicts:\n#\tcontent/a.md", ''],
	['what a host writes about a merge goes', 'Merge pull request #1 from moss/side\n\nA title', ''],
	['a message that speaks of merging stays', 'Merge our two kitchens', 'Merge our two kitchens'],
	['signs that turn the text around them go', 'a\u202eb\u0000c', 'abc'],
	['the note of a copied change goes', 'One\n\n(cherry picked from commit 0123456789abcdef)', 'One'],
])('%s', (_, raw, clean) => {
	expect(cleanMessage(raw)).toBe(clean);
});
