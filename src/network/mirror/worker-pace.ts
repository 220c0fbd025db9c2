import { readForeignText } from './read-foreign-text.js';

/** Milliseconds that the sample takes a fresh worker on a machine that is neither fast nor busy. */
const usualPace = 200;

/** No machine of use is slower, or busier, by more. */
const slowest = 10;

const sample = `---
title: Check-in
tags: [meeting, care]
duration: { min: 10, max: 20 }
---
# Check-in

${Array.from({ length: 40 }, (_, at) => `## Round ${at + 1}\n\nEach *says* how they **are**, see [the next round](#round-${at + 2}) or <https://example.org/>. Use \`none\`.\n\n- One\n- Two[^${at}]\n  - Three\n\n> Nobody answers.\n\n| Who | What |\n|---|---|\n| a | b |\n\n[^${at}]: A note.\n`).join('\n')}`;

/**
 * How many times as long as usual this worker takes now: at least once. It reads a sample, which also warms a fresh worker up. So what
 * a text may take is counted in work and not by the clock, and a busy or an old machine gives the same answer as any other.
 */
export function measureSlowness(): number {
	const start = performance.now();
	readForeignText(
		{ kind: 'practice', lang: 'en', source: sample, place: { base: '/', member: 'sample', home: 'https://example.org/', id: 'practices/check-in', url: 'https://example.org/practices/check-in/' } },
		{ ids: new Set(), aliases: new Map() },
	);
	return Math.min(Math.max(1, (performance.now() - start) / usualPace), slowest);
}
