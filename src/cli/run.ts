import { parseArgs } from 'node:util';
import { nearest } from '../lib/nearest.js';
import type { Arguments, Command, Context } from './command.js';
import { allCommands, commands } from './commands/index.js';
import { commandHelp, programHelp } from './help.js';

/** Runs `sporeprint ARGS`. Returns the exit code: 0 fine, 1 problems found, 2 wrong use. */
export async function run(args: readonly string[], context: Context, version: string): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		context.print(programHelp(await allCommands()));
		return name === undefined ? 2 : 0;
	}
	if (name === '--version' || name === '-v') {
		context.print(version);
		return 0;
	}
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!load) {
		const guess = nearest(name, Object.keys(commands));
		context.note(`There is no command “${name}”.${guess ? ` Did you mean “${guess}”?` : ''} See: sporeprint --help`);
		return 2;
	}
	const command = await load();
	if (rest.includes('--help') || rest.includes('-h')) {
		context.print(commandHelp(command));
		return 0;
	}
	const parsed = parse(command, rest);
	if (typeof parsed === 'string') {
		context.note(`${parsed} See: sporeprint ${name} --help`);
		return 2;
	}
	return command.run(parsed, context);
}

/** The arguments, or a sentence that says what is wrong with them. */
function parse(command: Command, args: string[]): Arguments | string {
	const options = Object.fromEntries(Object.entries(command.options).map(([name, { type, short, multiple }]) => [name, { type, ...(short && { short }), ...(multiple && { multiple }) }]));
	try {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		if (positionals.length < command.positionals.min) return `Something is missing. Use: sporeprint ${command.usage}.`;
		if (positionals.length > command.positionals.max) return `“${positionals.at(-1)}” is one thing too many. Put quotes around names with spaces.`;
		return { values, positionals };
	} catch (error) {
		const { message } = error as Error;
		const unknown = /Unknown option '(-{1,2}[^']+)'/.exec(message)?.[1];
		if (unknown === undefined) {
			const known = /--[\w-]+/.exec(message)?.[0] ?? '';
			return `The option ${known} ${message.includes('does not take') ? 'takes no value' : 'needs a value'}.`;
		}
		const guess = nearest(unknown.replace(/^-+/, ''), Object.keys(command.options));
		return `There is no option ${unknown}.${guess ? ` Did you mean --${guess}?` : ''}`;
	}
}
