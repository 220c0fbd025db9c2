import type { Command } from '../command.js';

/** Every command, in the order of the help. Each is loaded when it is called, since some need much that others do not. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
	init: async () => (await import('./init.js')).initCommand,
	new: async () => (await import('./new.js')).newCommand,
	'add-member': async () => (await import('./add-member.js')).addMemberCommand,
	build: async () => (await import('./build.js')).buildCommand,
	check: async () => (await import('./check.js')).checkCommand,
	import: async () => (await import('./import.js')).importCommand,
	adopt: async () => (await import('./adopt.js')).adoptCommand,
	update: async () => (await import('./update.js')).updateCommand,
	'used-by': async () => (await import('./used-by.js')).usedByCommand,
	review: async () => (await import('./review.js')).reviewCommand,
	withdraw: async () => (await import('./withdraw.js')).withdrawCommand,
	crawl: async () => (await import('./crawl.js')).crawlCommand,
	demo: async () => (await import('./demo.js')).demoCommand,
};

/** All of them, loaded, by their names. */
export async function allCommands(): Promise<Record<string, Command>> {
	return Object.fromEntries(await Promise.all(Object.entries(commands).map(async ([name, load]) => [name, await load()] as const)));
}
