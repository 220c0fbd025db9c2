import type { Command } from '../command.js';
import { checkCommand } from './check.js';
import { demoCommand } from './demo.js';
import { importCommand } from './import.js';
import { initCommand } from './init.js';
import { newCommand } from './new.js';

/** Every command, in the order of the help. */
export const commands: Record<string, Command> = {
	init: initCommand,
	new: newCommand,
	check: checkCommand,
	import: importCommand,
	demo: demoCommand,
};
