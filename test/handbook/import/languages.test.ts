import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { planFor } from './source-folder.js';

/** Language and original of each text, by where it came from. */
function languages(files: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		planFor(files).texts.map(({ from, content }) => {
			const { lang, translationOf } = parse(content.split('---\n')[1] ?? '') as { lang?: string; translationOf?: string };
			return [from, [lang, translationOf].filter(Boolean).join(' of ')];
		}),
	);
}

test('a twin with a language in its name is a translation', () => {
	expect(languages({ 'rules.md': 'a\n', 'rules.de.md': 'b\n', 'rules_pt-br.md': 'c\n', 'alone.de.md': 'd\n', 'x_it.md': 'e\n', 'my.api.md': 'f\n', 'my.md': 'g\n' })).toEqual({
		'rules.md': '',
		'rules.de.md': 'de of rules',
		'rules_pt-br.md': 'pt-BR of rules',
		'alone.de.md': '',
		'x_it.md': '',
		'my.api.md': '',
		'my.md': '',
	});
});

test('folders with the same texts are languages, the guess of the original is told', () => {
	const files = { 'docs/de/a.md': '1\n', 'docs/de/b/c.md': '2\n', 'docs/en/a.md': '3\n', 'docs/en/b/c.md': '4\n', 'docs/en/more.md': '5\n' };
	expect(languages(files)).toEqual({ 'docs/de/a.md': 'de of docs/en/a', 'docs/de/b/c.md': 'de of docs/en/b/c', 'docs/en/a.md': 'en', 'docs/en/b/c.md': 'en', 'docs/en/more.md': 'en' });
	expect(planFor(files).findings.guesses).toContainEqual({ field: 'languages', value: 'en', source: 'the names of its files and folders' });
});

test('folders whose names only look like languages are none', () => {
	expect(languages({ 'it/servers.md': '1\n', 'hr/hiring.md': '2\n', 'is/x.md': '3\n' })).toEqual({ 'it/servers.md': '', 'hr/hiring.md': '', 'is/x.md': '' });
});

test('what the text says of its language goes first', () => {
	expect(languages({ 'a.md': 'x\n', 'a.de.md': '---\nlang: nl\n---\ny\n' })).toEqual({ 'a.md': '', 'a.de.md': 'nl of a' });
});

test('a text in another notation is left and told', () => {
	const plan = planFor({ 'a.md': 'x\n', 'start.txt': '====== Start ======\nWords.\n', 'b.mediawiki': '== B ==\n' });
	expect(plan.findings.problems.map(({ from, message }) => `${from} ${message.slice(0, 34)}`)).toEqual([
		'b.mediawiki This text is written in MediaWiki,',
		'start.txt This text is written in DokuWiki, ',
	]);
});
