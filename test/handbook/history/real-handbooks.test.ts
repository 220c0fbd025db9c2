import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { changesView } from '../../../src/site/view/changes-view.js';
import { historyPaths } from '../../../src/site/view/history-view.js';
import { callSporeprint, emptyFolder, packageRoot } from '../../mini-handbook.js';
import { commit, git } from '../../mini-repository.js';
import { siteAt } from '../../site/mini-site.js';

const corpora = join(packageRoot, '..', 'shared', 'corpora');
const handbooks = existsSync(corpora) ? readdirSync(corpora, { withFileTypes: true }).flatMap((item) => (item.isDirectory() ? item.name : [])) : [];

describe.skipIf(handbooks.length === 0)('a real handbook', () => {
	test.for(handbooks)('%s has no history without git, and begins one with it', async (name) => {
		const root = join(emptyFolder(), 'handbook');
		await callSporeprint(['import', join(corpora, name), '--to', root]);
		const site = siteAt(root);
		expect(site.entries.length).toBeGreaterThan(5);
		expect([site.handbook.history.entries.size, historyPaths(site, 'below'), changesView(site).days]).toEqual([0, [], []]);

		git(root, ['init', '--quiet', '-b', 'main']);
		commit(root, {}, '2021-01-01T12:00:00Z', 'Begun');
		const { entries, history } = readHandbook(root).value;
		expect([...history.entries.keys()].sort()).toEqual(entries.map(({ id }) => id).sort());
		expect(new Set([...history.entries.values()].map(({ changes }) => changes.length))).toEqual(new Set([1]));
	});
});
