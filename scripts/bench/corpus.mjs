// A made-up handbook of any size: the same number always gives the same bytes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { subjects, textMaker, upper } from './made-up-texts.mjs';

/**
 * Writes a handbook of `count` entries of about 600 words to `root`. Half are agreements, half practices,
 * twenty to a folder; they link to each other and hold lists, tables, quotes and some code.
 */
export function writeCorpus(root, count) {
	const { between, pick, words, title: madeTitle, date, body } = textMaker(count);

	const entries = Array.from({ length: count }, (_, index) => {
		const folder = Math.floor(index / 20);
		const kind = folder % 2 === 0 ? 'agreements' : 'practices';
		const subject = `${subjects[folder % subjects.length]}-${Math.floor(folder / subjects.length) + 1}`;
		const title = madeTitle();
		const id = `${kind}/${subject}/${title.toLowerCase().replaceAll(' ', '-')}-${index}`;
		return { index, kind, title, id, href: `/${id}/` };
	});

	const facts = ({ kind }) =>
		kind === 'practices'
			? [`duration: { min: ${between(1, 6) * 5}, max: ${between(7, 24) * 5} }`, `groupSize: { min: ${between(2, 4)}, max: ${between(5, 30)} }`, `setting: [${pick(['inPerson', 'online', 'hybrid'])}]`]
			: [`status: ${pick(['adopted', 'adopted', 'trial', 'retired'])}`, `adoptedOn: ${date(2015, 2026)}`, `reviewOn: ${date(2026, 2028)}`];

	rmSync(root, { recursive: true, force: true });
	const write = (path, text) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	write('content/group.md', '---\nname: A made-up group\nlicence: CC0-1.0\n---\n\nWords without meaning, to measure with.\n');
	write(
		'astro.config.mjs',
		"import { defineConfig } from 'astro/config';\nimport { handbook } from 'sporeprint';\nexport default defineConfig({ site: 'https://handbook.example', integrations: [handbook()] });\n",
	);
	for (const entry of entries) {
		const related = Array.from({ length: between(0, 4) }, () => pick(entries).id);
		const head = [
			'---',
			`title: ${entry.title}`,
			`summary: ${JSON.stringify(upper(words(14).join(' ')))}`,
			`tags: [${pick(subjects)}, ${pick(subjects)}]`,
			...facts(entry),
			...(related.length > 0 ? [`related: [${related.join(', ')}]`] : []),
			'---',
		];
		write(`content/${entry.id}.md`, `${head.join('\n')}\n\n${body(entry.index, entries)}\n`);
	}
	return entries.map(({ id }) => `content/${id}.md`);
}
