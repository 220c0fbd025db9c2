import type { Command } from '../command.js';
import { addMemberCommand } from './add-member.js';
import { adoptCommand } from './adopt.js';
import { checkCommand } from './check.js';
import { crawlCommand } from './crawl.js';
import { demoCommand } from './demo.js';
import { importCommand } from './import.js';
import { initCommand } from './init.js';
import { newCommand } from './new.js';
import { reviewCommand } from './review.js';
import { updateCommand } from './update.js';
import { usedByCommand } from './used-by.js';
import { withdrawCommand } from './withdraw.js';

/** Every command, in the order of the help. */
export const commands: Record<string, Command> = {
	init: initCommand,
	new: newCommand,
	'add-member': addMemberCommand,
	check: checkCommand,
	import: importCommand,
	adopt: adoptCommand,
	update: updateCommand,
	'used-by': usedByCommand,
	review: reviewCommand,
	withdraw: withdrawCommand,
	crawl: crawlCommand,
	demo: demoCommand,
};
