import type { Command } from './command.js';

/** The help of the whole program. */
export function programHelp(commands: Record<string, Command>): string {
	const width = Math.max(...Object.values(commands).map((command) => usageStart(command).length));
	const list = Object.values(commands).map((command) => `  ${usageStart(command).padEnd(width)}  ${command.summary}`);
	return ['Sporeprint builds open group handbooks.', '', 'Use: sporeprint COMMAND', '', ...list, '', 'Each command explains itself: sporeprint COMMAND --help'].join('\n');
}

/** The help of one command. */
export function commandHelp({ usage, summary, about, options }: Command): string {
	const flags = Object.entries(options).map(([name, { short, value, about: text }]) => [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, text] as const);
	const width = Math.max(0, ...flags.map(([flag]) => flag.length));
	return [`Use: sporeprint ${usage}`, '', summary, ...(about ? ['', about] : []), ...(flags.length > 0 ? ['', ...flags.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`)] : [])].join('\n');
}

function usageStart({ usage }: Command): string {
	return usage.replace(/ \[options\]$/, '');
}
