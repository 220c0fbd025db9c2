import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { localDisk, type UpdateDisk } from '../../../src/handbook/update/write-update.js';
import { planWithdrawal } from '../../../src/handbook/withdraw/plan-withdrawal.js';
import { withdrawnList, writeWithdrawal } from '../../../src/handbook/withdraw/write-withdrawal.js';
import { miniHandbook } from '../../mini-handbook.js';

/** Withdraws the one text of a handbook on a disk that refuses a call. What is there afterwards? */
function withdrawOn(refused: keyof UpdateDisk): { list: boolean; text: boolean; names: string[] } {
	const root = miniHandbook({ 'pages/a.md': '# A\n' });
	const [entry] = readHandbook(root).value.entries;
	if (!entry) throw new Error('There is no text.');
	const refuse = (): never => {
		throw Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' });
	};
	const plan = planWithdrawal(entry, { date: '2026', reason: 'Old' }, withdrawnList(root));
	expect(() => writeWithdrawal(root, plan, { ...localDisk, [refused]: refuse })).toThrow('The disk is full.');
	return { list: existsSync(join(root, 'content/withdrawn.yml')), text: existsSync(join(root, 'content/pages/a.md')), names: readdirSync(join(root, 'content')).toSorted() };
}

test.each(['makeFolder', 'write', 'rename'] as const)('when the list cannot be written (%s), the text stays, and nothing half done is left', (refused) => {
	expect(withdrawOn(refused)).toEqual({ list: false, text: true, names: ['group.md', 'pages'] });
});

test('when the text cannot be deleted, the list says already that it goes, which stops a build', () => {
	expect(withdrawOn('remove')).toMatchObject({ list: true, text: true });
});

test('a list that somebody changed meanwhile is left as it is, and so is the text', () => {
	const root = miniHandbook({ 'pages/a.md': '# A\n', 'withdrawn.yml': '# ours\n' });
	const [entry] = readHandbook(root).value.entries;
	const plan = entry && planWithdrawal(entry, { date: '2026', reason: 'Old' }, undefined);
	expect(() => plan && writeWithdrawal(root, plan)).toThrow('was changed by somebody meanwhile');
	expect(existsSync(join(root, 'content/pages/a.md'))).toBe(true);
});
