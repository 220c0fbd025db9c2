import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemKinds } from '../../errors.js';
import type { Handbook } from '../../handbook/handbook.js';
import { indexFilePath, readIndexFile } from '../../handbook/index-file.js';
import { readHandbook } from '../../handbook/read-handbook.js';
import { Refusal, writeOver } from '../../handbook/update/write-update.js';
import { usedTexts, usersOf } from '../../handbook/users.js';
import { withSlash } from '../../lib/with-slash.js';
import { openWeb } from '../../network/fetch.js';
import { fetchUsage } from '../../network/upstream/fetch-usage.js';
import type { Command, Context } from '../command.js';

export const usedByCommand: Command = {
	summary: 'Asks a network who uses your texts, for your pages to say so',
	usage: 'used-by [URL] [options]',
	about:
		'Asks the index of a network which texts of other groups are based on yours, and keeps the answer in content/.network.json.\n' +
		'From then on your pages name these groups. Without an address, it asks the first network that content/group.md names.',
	options: { 'allow-private': { type: 'boolean', about: 'Asks sites on this computer and in private networks too. For tests and local demos only' } },
	positionals: { min: 0, max: 1 },
	async run({ values, positionals }, context) {
		const { value } = readHandbook(context.cwd);
		const { url, networks = [] } = value.group.fields;
		const index = positionals[0] ?? networks[0];
		if (url === undefined) return misuse('content/group.md does not say where your handbook is published (url), so nobody can say what is based on it.', context);
		if (index === undefined) return misuse('content/group.md names no network. Name one under networks, or give its address.', context);
		if (!networks.some((network) => withSlash(network) === withSlash(index)))
			return misuse(`content/group.md does not name ${index} among its networks, so its word is not shown. Name it there first.`, context);
		const { version } = JSON.parse(readFileSync(join(context.packageRoot, 'package.json'), 'utf8')) as { version: string };
		const web = openWeb({ userAgent: `sporeprint/${version}`, allowPrivate: values['allow-private'] === true });
		try {
			const found = await fetchUsage(web, index, withSlash(url), context.now);
			if ('fault' in found) {
				context.note(`${found.fault.message}\n  ${found.fault.hint ?? problemKinds[found.fault.code].remedy}`);
				return 1;
			}
			return keep(found.excerpt, value, withSlash(url), context);
		} finally {
			await web.close();
		}
	},
};

function keep(excerpt: Record<string, unknown>, { entries, redirects, group }: Handbook, home: string, { cwd, print, note }: Context): number {
	try {
		writeOver(cwd, { path: indexFilePath, bytes: new TextEncoder().encode(`${JSON.stringify(excerpt, null, '\t')}\n`) });
	} catch (error) {
		note(error instanceof Refusal ? error.message : `The answer could not be kept: ${(error as Error).message}`);
		return 1;
	}
	const { index } = readIndexFile(cwd, group.fields.networks);
	const texts = usedTexts(
		home,
		entries.map(({ id }) => id),
		redirects,
	);
	const users = index ? usersOf(index, texts) : new Map<string, never[]>();
	for (const entry of entries) {
		const names = users.get(entry.id)?.map(({ group: name, isOver }) => (isOver ? `${name} (gave it up)` : name));
		if (names) print(`“${entry.title}” (${entry.id}): ${names.join(', ')}`);
	}
	print(users.size === 0 ? 'Nobody in this network says that a text of theirs is based on one of yours.' : `Kept in content/${indexFilePath}. Your pages say so from the next build on.`);
	return 0;
}

function misuse(sentence: string, { note }: Context): number {
	note(`${sentence} See: sporeprint used-by --help`);
	return 2;
}
