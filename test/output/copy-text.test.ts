import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textHash } from '../../src/lib/text-hash.js';
import { copyText } from '../../src/output/copy-text.js';
import { homeOf } from '../../src/site/homes.js';
import { callSporeprint, type MiniFiles, miniHandbook } from '../mini-handbook.js';
import { serveHandbooks } from '../network/handbook-server.js';
import { miniSite } from '../site/mini-site.js';

const copied = (id: string, files: MiniFiles): string => {
	const site = miniSite({ 'group.md': '---\nname: Moss\nlicence: CC-BY-4.0\n---\n', ...files });
	const entry = site.byId.get(id);
	if (!entry) throw new Error(`There is no ${id}.`);
	return copyText(entry, homeOf(entry, site));
};

describe('a text that is ready for another handbook', () => {
	const source = [
		'---',
		'title: Check-in',
		'duration: 15',
		'stewards: [Facilitator]',
		'reviews: [{ date: 2026-01-10, outcome: kept }]',
		'basedOn: [{ url: https://fern.example/round/, title: Round, group: Fern, relation: adapted }]',
		'---',
		'',
		'See [safety](../agreements/safety.md#ladders), [the list](/practices/) and [the web](https://web.example/).',
		'',
		'![A circle](circle.svg) [below](#end) [old][ref]',
		'',
		'[ref]: ../agreements/former.md',
		'',
		'## End',
		'',
	].join('\n');
	const files = {
		'practices/check-in.md': source,
		'practices/circle.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"></svg>',
		'agreements/safety.md': '---\ntitle: Safety\naliases: [agreements/former]\n---\n\n## Ladders\n\nMind them.\n',
	};

	test('has its lineage written in, nothing about the group it is from, and addresses that hold anywhere', () => {
		expect(copied('practices/check-in', files)).toMatchInlineSnapshot(`
			"---
			title: Check-in
			duration: 15
			lang: en
			licence: CC-BY-4.0
			basedOn:
			  - url: https://moss.example/book/practices/check-in/
			    title: Check-in
			    group: Moss
			    licence: CC-BY-4.0
			    relation: copied
			    sha256: 9adc838624b227e171a2f98b22d74533f31e9835e2c54a69a6e486e1b529bdda
			  - url: https://fern.example/round/
			    title: Round
			    group: Fern
			    relation: adapted
			---

			See [safety](https://moss.example/book/agreements/safety/#ladders), [the list](https://moss.example/book/practices/) and [the web](https://web.example/).

			![A circle](https://moss.example/book/practices/check-in/) [below](#end) [old][ref]

			[ref]: https://moss.example/book/agreements/safety/

			## End
			"
		`);
	});

	test('is a proposal where it is an agreement, whatever it was at home', () => {
		expect(copied('agreements/safety', files)).toContain('title: Safety\nstatus: proposed\nlang: en\n');
	});

	test('is read without a problem and found at its source, and what it was taken from can be kept for later merges', async () => {
		const server = await serveHandbooks();
		const source = files['agreements/safety.md'];
		const moss = server.handbook('moss', { texts: { 'agreements/safety.md': source }, group: { licence: 'CC-BY-4.0' } });
		moss.reply = (path) => (path === 'agreements/safety.md' ? { headers: { 'content-type': 'text/markdown' }, body: source } : undefined);
		const text = copied('agreements/safety', files).replaceAll('https://moss.example/book/', moss.url);
		const root = miniHandbook({ 'group.md': '---\nname: Fern\n---\n', 'agreements/safety.md': text });
		const call = (...args: string[]) => callSporeprint(args, { cwd: root });
		expect(await call('check')).toMatchObject({ code: 0 });

		expect((await call('update', '--allow-private')).out).toMatch(/1 as before[\s\S]*Copied by hand[\s\S]*agreements\/safety/);
		expect(await call('update', '--keep', '--allow-private')).toMatchObject({ code: 0, out: expect.stringContaining('Kept what “Safety”') });
		expect(readFileSync(join(root, 'content/.upstream', `${textHash(source.replace(/^---[\s\S]*?---\n/, ''))}.md`), 'utf8')).toBe(source);
		expect((await call('update', '--allow-private')).out).not.toContain('by hand');
	});
});
