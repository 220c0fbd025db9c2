// Measures the import of a made-up mdBook: once into an empty folder, and again with nothing changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { moveAside } from './aside.mjs';
import { subjects, textMaker } from './made-up-texts.mjs';
import { measureOutput } from './measure.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `--n COUNT` for other sizes than 1,000 and 5,000 texts, `--json` for programs. */
export async function benchImport(args) {
	const { values } = parseArgs({ args, options: { n: { type: 'string', multiple: true, default: ['1000', '5000'] }, json: { type: 'boolean', default: false } } });
	const reports = [];
	for (const count of values.n.map(Number)) {
		const folder = join(root, '.cache', 'bench', `import-${count}`);
		const target = `${folder}-result`;
		writeBook(folder, count);
		moveAside(target);
		const run = async () => (await measureOutput(process.execPath, [join(root, 'dist/cli/main.js'), 'import', folder, '--to', target], { cwd: root, env: process.env })).figures;
		const report = { texts: count, first: await run(), again: await run() };
		reports.push(report);
		if (!values.json) print(report);
	}
	if (values.json) process.stdout.write(`${JSON.stringify(reports, null, '\t')}\n`);
}

/** Texts of about 600 words, twenty to a folder, that link to each other by their files. */
function writeBook(folder, count) {
	moveAside(folder);
	const { title, body } = textMaker(count);
	const write = (path, text) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	const texts = Array.from({ length: count }, (_, index) => {
		const path = `${subjects[Math.floor(index / 20) % subjects.length]}-${Math.floor(index / 20)}/text-${index}`;
		return { path, title: title(), href: `/${path}.html` };
	});
	write('book.toml', '[book]\ntitle = "A made-up book"\n');
	write('src/SUMMARY.md', `# Summary\n\n${texts.map((text) => `- [${text.title}](${text.path}.md)`).join('\n')}\n`);
	for (const [index, text] of texts.entries()) write(`src/${text.path}.md`, `# ${text.title}\n\n${body(index, texts)}\n`);
}

function print({ texts, ...runs }) {
	process.stdout.write(`${texts} texts\n`);
	for (const [name, { wall, cpu, peak }] of Object.entries(runs)) {
		process.stdout.write(`  ${name.padEnd(6)} ${wall.toFixed(1).padStart(6)} s wall ${cpu.toFixed(1).padStart(6)} s CPU ${(peak / 2 ** 20).toFixed(0).padStart(6)} MB at its peak\n`);
	}
}
