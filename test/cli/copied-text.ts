import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Context } from '../../src/cli/command.js';
import { readFrontMatter } from '../../src/markdown/front-matter.js';
import { callSporeprint, type MiniFiles, miniHandbook } from '../mini-handbook.js';
import { type HandbookServer, type PlayedHandbook, serveHandbooks } from '../network/handbook-server.js';

/** The text that is copied, as Moss has it at first. */
export const checkIn = [
	'---',
	'title: Check-in',
	'duration: 15',
	'tags: [meetings]',
	'reviews: [{ date: 2026-01-10, outcome: kept }]',
	'---',
	'',
	'One after the other, for two minutes each.',
	'',
	'Nobody interrupts. See [safety](../agreements/safety.md).',
	'',
	'End with a song.',
	'',
].join('\n');

const safety = '---\ntitle: Safety\nstatus: adopted\n---\n\nMind the ladder.\n';

/** A group that published texts, and another that copied its check-in on 17 May 2026. */
export interface Copied {
	server: HandbookServer;
	moss: PlayedHandbook;
	/** Folder of the handbook that has the copy. */
	root: string;
	/** Publishes another version of the text, with others beside it. */
	change(edit: (source: string) => string, others?: MiniFiles): void;
	/** `sporeprint update` in that folder, on 1 June 2026, with the address of the server taken out of what it says. */
	update(...args: string[]): Promise<{ code: number; out: string; err: string }>;
	/** A file below `content/`. */
	read(path: string): string;
	/** Changes a file of ours. */
	edit(path: string, change: (text: string) => string): void;
	/** Names of the files that are kept as they were taken. */
	kept(): string[];
	/** What our copy says of its parent. */
	parent(): Record<string, unknown>;
}

/** Plays the two groups. */
export async function copiedText({
	licence = 'CC-BY-4.0',
	texts = {},
	files = {},
	reply = () => undefined,
}: {
	licence?: string;
	texts?: MiniFiles;
	files?: MiniFiles;
	reply?: PlayedHandbook['reply'];
} = {}): Promise<Copied> {
	const server = await serveHandbooks();
	let sources: MiniFiles = { 'practices/check-in.md': checkIn, 'agreements/safety.md': safety, ...texts };
	const moss = server.handbook('moss', { texts: sources, group: { licence } });
	moss.reply = (path, request) => {
		const source = sources[path];
		return reply(path, request) ?? (typeof source === 'string' && path.endsWith('.md') ? { headers: { 'content-type': 'text/markdown' }, body: source } : undefined);
	};
	const root = miniHandbook({ 'group.md': '---\nname: Fern\nlicence: CC-BY-SA-4.0\n---\n', ...files });
	const call = async (args: string[], context: Partial<Context>): Promise<{ code: number; out: string; err: string }> => {
		const { code, out, err } = await callSporeprint([...args, '--allow-private'], { cwd: root, ...context });
		const said = (text: string): string => text.replace(/127\.0\.0\.1:\d{4,}/g, 'SERVER');
		return { code, out: said(out), err: said(err) };
	};
	const adopted = await call(['adopt', `${moss.url}practices/check-in.md`], { today: '2026-05-17' });
	expect(adopted).toMatchObject({ code: 0, err: '' });
	const read = (path: string): string => readFileSync(join(root, 'content', path), 'utf8');
	return {
		server,
		moss,
		root,
		change(edit, others = {}) {
			sources = { ...sources, 'practices/check-in.md': edit(checkIn), ...others };
			moss.publish({ texts: sources });
		},
		update: (...args) => call(['update', ...args], { today: '2026-06-01' }),
		read,
		edit: (path, change) => writeFileSync(join(root, 'content', path), change(read(path))),
		kept: () => (existsSync(join(root, 'content/.upstream')) ? readdirSync(join(root, 'content/.upstream')).sort() : []),
		parent: () => (readFrontMatter(read('practices/check-in.md')).data.basedOn as Record<string, unknown>[])[0] ?? {},
	};
}
