import { expect, test } from 'vitest';
import { sharesOf } from '../../scripts/bench/cpu-shares.mjs';

test('time counts to folders of the package, to packages and to the bundled pages; Node counts to its callers, and waiting to nobody', () => {
	const node = (id: number, url: string, children: number[] = [], functionName = 'f') => ({ id, callFrame: { url, functionName }, children });
	const nodes = [
		node(1, '', [2, 4, 6, 7, 8], '(root)'),
		node(2, 'file:///pack/dist/handbook/read-handbook.js', [3]),
		node(3, 'node:fs'),
		node(4, 'file:///pack/node_modules/micromark/index.js', [5]),
		node(5, 'file:///pack/dist/markdown/render.js'),
		node(6, '', [], '(idle)'),
		node(7, 'file:///pack/.cache/site/node_modules/.astro/chunks/page.mjs'),
		node(8, '', [], '(garbage collector)'),
	];
	const samples = [2, 3, 4, 5, 6, 7, 8];
	const profile = { nodes, samples, timeDeltas: samples.map((_, index) => (index + 1) * 1_000_000) };
	const shares = sharesOf([profile, profile], '/pack/', '/pack/.cache/site');
	expect(Object.fromEntries(shares.map(({ owner, seconds }) => [owner, seconds]))).toEqual({
		'garbage collection': 14,
		'pages, as bundled': 12,
		'Sporeprint: markdown': 8,
		'Sporeprint: handbook': 6,
		'Markdown packages': 6,
	});
	expect(shares[0]?.owner).toBe('garbage collection');
});
