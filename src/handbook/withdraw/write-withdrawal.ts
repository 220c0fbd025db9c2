import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isThere, localDisk, Refusal, refuseObstacle, type UpdateDisk, writeWhole } from '../update/write-update.js';
import { withdrawnFile } from '../withdrawn.js';
import type { WithdrawalPlan } from './plan-withdrawal.js';

/**
 * The list of withdrawn texts, as it stands; undefined when there is none.
 * @throws Refusal when something is in its place, and what the disk throws.
 */
export function withdrawnList(root: string): string | undefined {
	refuseObstacle(root, withdrawnFile);
	return isThere(root, withdrawnFile) ? readFileSync(join(root, 'content', withdrawnFile), 'utf8') : undefined;
}

/**
 * Withdraws a text: first the word that is left of it, then its file goes. Stopped in between, both are there,
 * which stops a build; doing it again finishes it.
 * @throws Refusal when something is in the way, and what the disk throws.
 */
export function writeWithdrawal(root: string, { path, list }: WithdrawalPlan, disk: UpdateDisk = localDisk): void {
	refuseObstacle(root, path);
	if (withdrawnList(root) !== list.before) throw new Refusal(`content/${withdrawnFile} was changed by somebody meanwhile, so nothing was done. Run the command again.`);
	if (list.after !== list.before) writeWhole(root, { path: withdrawnFile, bytes: new TextEncoder().encode(list.after) }, disk);
	disk.remove(join(root, 'content', path));
}
