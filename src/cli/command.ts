/** The world as a command sees it. */
export interface Context {
	/** Folder the command was called in. */
	cwd: string;
	env: Readonly<Record<string, string | undefined>>;
	/** True when a person sits at a terminal, who can be asked. */
	interactive: boolean;
	/** Today, `YYYY-MM-DD`. */
	today: string;
	now: Date;
	/** Folder of the installed package, or of the checkout: holds `templates/` and `content/`. */
	packageRoot: string;
	/** Prints a line of the answer. */
	print(line: string): void;
	/** Prints a line about the command itself: progress, misuse. */
	note(line: string): void;
}

/** One option of a command. */
export interface OptionSpec {
	type: 'boolean' | 'string';
	short?: string;
	multiple?: boolean;
	/** What the value stands for in the help, such as `DIR`. */
	value?: string;
	about: string;
}

/** Options and arguments as given. */
export interface Arguments {
	values: Record<string, string | boolean | (string | boolean)[] | undefined>;
	positionals: string[];
}

/** A command. `run` returns the exit code: 0 fine, 1 problems found, 2 wrong use. */
export interface Command {
	/** One line for the list of commands. */
	summary: string;
	/** What follows `sporeprint` on the command line, such as `import DIR [options]`. */
	usage: string;
	/** Longer help, optional. */
	about?: string;
	options: Record<string, OptionSpec>;
	/** How many arguments it takes, at least and at most. */
	positionals: { min: number; max: number };
	run(args: Arguments, context: Context): Promise<number> | number;
}
