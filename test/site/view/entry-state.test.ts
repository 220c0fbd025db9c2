import { describe, expect, test } from 'vitest';
import { entryState } from '../../../src/site/view/entry-state.js';
import { miniSite } from '../mini-site.js';

describe('how an entry stands', () => {
	test.each([
		['agreements/x.md', 'status: trial', { label: 'On trial', tone: 'moving' }],
		['decisions/x.md', 'status: notPassed', { label: 'Not passed', tone: 'over' }],
		['stories/x.md', 'outcome: worked', { label: 'It worked', tone: 'holds' }],
		['stories/x.md', 'outcome: failed', { label: 'It failed', tone: 'over' }],
		['practices/x.md', 'retiredReason: too long', { label: 'Retired', tone: 'over' }],
		['agreements/x.md', 'status: adopted\nretiredReason: too long', { label: 'Retired', tone: 'over' }],
		['decisions/x.md', 'status: superseded', { label: 'Superseded', tone: 'over' }],
		['practices/x.md', 'duration: 5', undefined],
		['pages/x.md', '', undefined],
	])('%s with %s', (path, field, expected) => {
		const site = miniSite({ [path]: `---\ntitle: X\n${field}\n---\n` });
		const entry = site.byId.get(path.replace('.md', ''));
		expect(entry && entryState(entry, site.strings)).toEqual(expected);
	});
});
