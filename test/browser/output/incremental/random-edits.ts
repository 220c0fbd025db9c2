import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commit, git } from '../../../mini-repository.js';

/** Numbers by chance that are the same for the same seed (mulberry32). */
export class Chance {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	below(end: number): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * end);
	}

	pick<T>(list: readonly T[]): T {
		if (list.length === 0) throw new Error('There is nothing to pick from.');
		return list[this.below(list.length)] as T;
	}
}

/** A handbook that is edited by chance: its own repository, the package that builds it, and its site. */
export interface EditedHandbook {
	root: string;
	/** Folder of `dist/` of the package. */
	engine: string;
	/** Folder of the built site. */
	site: string;
	/** Where it is published. */
	address: { site: string; base: string };
	/** How many edits there were. */
	count: number;
}

type Edit = (book: EditedHandbook, chance: Chance) => void;

const kinds = ['agreements', 'practices', 'roles', 'decisions', 'stories', 'pages'];
const words = 'circle garden money kitchen winter promise bread ladder window summer pot repair'.split(' ');

/** Everything that somebody may do to a handbook between two builds. */
export const edits: Record<string, Edit> = {
	text: (book, chance) => change(anyText(book, chance), (text) => `${text}\nOne more ${chance.pick(words)}.\n`),
	heading: (book, chance) => change(anyText(book, chance), (text) => `${text}\n## About the ${chance.pick(words)}\n\nMore.\n`),
	title: (book, chance) => change(anyText(book, chance), (text) => withFact(text, 'title', `The ${chance.pick(words)} ${book.count}`)),
	summary: (book, chance) => change(anyText(book, chance), (text) => withFact(text, 'summary', `About a ${chance.pick(words)}`)),
	link: (book, chance) =>
		change(anyText(book, chance), (text) => `${text}\nSee [another](/${idOf(book, anyText(book, chance))}) and [a place](/${idOf(book, anyText(book, chance))}#about-the-${chance.pick(words)}).\n`),
	brokenLink: (book, chance) => change(anyText(book, chance), (text) => `${text}\nSee [nothing](/pages/${chance.pick(words)}).\n`),
	address: (book, chance) => change(anyText(book, chance), (text) => `${text}\nhttps://example.org/${chance.pick(words)}\n`),
	tags: (book, chance) => change(anyText(book, chance), (text) => withFact(text, 'tags', `[${chance.pick(words)}, ${chance.pick(words)}]`)),
	related: (book, chance) => change(anyText(book, chance), (text) => withFact(text, 'related', `[${idOf(book, anyText(book, chance))}]`)),
	hidden: (book, chance) => change(anyText(book, chance), (text) => withFact(text, 'draft', chance.pick(['true', 'false']))),
	language: (book, chance) => change(anyText(book, chance), (text) => withFact(text, 'lang', chance.pick(['en', 'es', 'ar']))),
	translation: (book, chance) => {
		const original = idOf(book, anyText(book, chance));
		writeText(book, `pages/de-${book.count}.md`, `---\ntitle: Text ${book.count}\nlang: de\ntranslationOf: ${original}\n---\n\nEin Text.\n`);
	},
	parent: (book, chance) => writeText(book, `pages/below-${book.count}.md`, `---\ntitle: Below ${book.count}\nparent: ${idOf(book, anyText(book, chance))}\n---\n\nWords.\n`),
	add: (book, chance) => writeText(book, `${chance.pick(kinds)}/new-${book.count}.md`, `---\ntitle: New ${book.count}\n---\n\nA ${chance.pick(words)}.\n`),
	introduction: (book, chance) => writeText(book, `${chance.pick(kinds)}/README.md`, `# All of them\n\nA ${chance.pick(words)}.\n`),
	rename: (book, chance) => {
		const path = anyText(book, chance);
		renameSync(path, join(dirname(path), `moved-${book.count}.md`));
	},
	renameWithAlias: (book, chance) => {
		const path = anyText(book, chance);
		const moved = join(dirname(path), `moved-${book.count}.md`);
		const former = idOf(book, path);
		renameSync(path, moved);
		change(moved, (text) => withFact(text, 'aliases', `[${former}]`));
	},
	remove: (book, chance) => {
		if (textsOf(book).length > 8) rmSync(anyText(book, chance));
	},
	withdraw: (book, chance) => {
		if (textsOf(book).length <= 8) return;
		const path = anyText(book, chance);
		const list = join(book.root, 'content', 'withdrawn.yml');
		const before = existsSync(list) ? readFileSync(list, 'utf8') : 'withdrawn:\n';
		writeFileSync(list, `${before}  - id: ${idOf(book, path)}\n    date: 2026-05\n    reason: No more ${chance.pick(words)}\n`);
		rmSync(path);
	},
	group: (book, chance) => change(join(book.root, 'content', 'group.md'), (text) => withFact(text, chance.pick(['name', 'purpose', 'locality']), `The ${chance.pick(words)} group`)),
	licence: (book, chance) => change(join(book.root, 'content', 'group.md'), (text) => withFact(text, 'licence', chance.pick(['CC0-1.0', 'CC-BY-4.0']))),
	navigation: (book, chance) => change(join(book.root, 'content', 'group.md'), (text) => withFact(text, 'nav', `[${idOf(book, anyText(book, chance))}, ${idOf(book, anyText(book, chance))}]`)),
	image: (book, chance) => writeText(book, 'practices/circle.svg', `<svg xmlns="http://www.w3.org/2000/svg" width="${10 + chance.below(90)}" height="40"></svg>`),
	accent: (book, chance) => change(join(book.root, 'astro.config.mjs'), (text) => text.replace(/handbook\(.*?\)\]/, `handbook({ accent: ${chance.below(360)} })]`)),
	base: (book, chance) => {
		book.address = { ...book.address, base: chance.pick(['/', '/book/']) };
	},
	site: (book, chance) => {
		book.address = { ...book.address, site: chance.pick(['https://pod.example', 'https://moss.example']) };
	},
	published: (book, chance) => {
		const path = join(book.root, 'public', chance.pick(['robots.txt', `${idOf(book, anyText(book, chance))}/index.html`]));
		if (existsSync(path)) rmSync(path);
		else write(path, `A ${chance.pick(words)}.`);
	},
	commit: (book) => void commit(book.root, {}, `2024-${String(1 + (book.count % 12)).padStart(2, '0')}-03T12:00:00Z`, `Change ${book.count}`),
	goBack: (book, chance) => {
		const commits = git(book.root, ['log', '--format=%H']).split('\n');
		git(book.root, ['checkout', '--quiet', '--force', chance.pick(commits.slice(0, 5)), '--', '.']);
	},
	styles: (book, chance) => change(join(book.engine, 'site/styles/prose.css'), (text) => `${text}\n.prose { --measured: ${chance.below(100)}; }\n`),
	component: (book, chance) =>
		change(join(book.engine, 'site/components/Footer.astro'), (text) => text.replace(/<p class="made-with"[^>]*>/, `<p class="made-with" data-word="${chance.pick(words)}">`)),
	words: (book, chance) => {
		change(join(book.engine, 'strings/en.js'), (text) =>
			text.replace(/backToText: '[^']*'/, `backToText: 'Back to the ${chance.pick(words)}'`).replace(/madeWith: (['"`]).*?\1/, `madeWith: 'Made with ${chance.pick(words)}'`),
		);
		newEngine(book);
	},
	engine: (book) => newEngine(book),
	touchSite: (book, chance) => {
		const files = globSync('**/*.{html,md,json,css}', { cwd: book.site });
		if (files.length > 0) change(join(book.site, chance.pick(files)), (text) => text.replace(/e/, 'E'));
	},
	removeFromSite: (book, chance) => {
		const files = globSync('**/*.{html,md}', { cwd: book.site });
		if (files.length > 0) rmSync(join(book.site, chance.pick(files)));
	},
	addToSite: (book, chance) => write(join(book.site, chance.pick(kinds), `stray-${book.count}.html`), 'Not ours.'),
	tearCache: (book, chance) => {
		const files = globSync('node_modules/.astro/sporeprint/{texts,site-*/**/*.{json,mjs,css}}', { cwd: book.root });
		if (files.length > 0) change(join(book.root, chance.pick(files)), (text) => text.slice(0, chance.below(text.length)));
	},
	nothing: () => {},
};

/** Another version of the program, as in this project's own repository. */
function newEngine(book: EditedHandbook): void {
	writeFileSync(join(book.engine, 'another.txt'), `engine ${book.count}`);
}

function textsOf({ root }: EditedHandbook, folder = '{agreements,practices,roles,decisions,stories,pages}'): string[] {
	return globSync(`content/${folder}/**/*.md`, { cwd: root })
		.filter((path) => !path.endsWith('README.md'))
		.sort()
		.map((path) => join(root, path));
}

function anyText(book: EditedHandbook, chance: Chance): string {
	return chance.pick(textsOf(book));
}

function idOf({ root }: EditedHandbook, path: string): string {
	return path.slice(join(root, 'content').length + 1).replace(/\.md$/, '');
}

/** Puts a fact into front matter, in place of what stood there. */
function withFact(text: string, name: string, value: string): string {
	const [, head = '', body = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
	const others = head.replace(new RegExp(`^${name}:.*(?:\\n[ -].*)*\\n?`, 'm'), '');
	return `---\n${name}: ${value}\n${others}\n---\n${body}`;
}

function change(path: string, edit: (text: string) => string): void {
	writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

function writeText({ root }: EditedHandbook, path: string, text: string): void {
	write(join(root, 'content', path), text);
}

function write(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
