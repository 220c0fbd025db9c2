import { describe, expect, test } from 'vitest';
import { allCommands } from '../../src/cli/commands/index.js';
import { callSporeprint, emptyFolder } from '../mini-handbook.js';

const commands = await allCommands();

describe('help', () => {
	test.each([['--help'], ['-h'], ['help']])('lists the commands: %s', async (word) => {
		const { code, out, err } = await callSporeprint([word]);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		for (const { usage, summary } of Object.values(commands)) {
			expect(out).toContain(usage.split(' [options]')[0]);
			expect(out).toContain(summary);
		}
	});

	test('is shown when no command is given, which is no success', async () => {
		expect(await callSporeprint([])).toMatchObject({ code: 2, out: expect.stringContaining('Use: sporeprint COMMAND') });
	});

	test.each(Object.entries(commands))('of %s names every option, and does nothing', async (name, { options, usage, summary }) => {
		for (const args of [
			[name, '--help'],
			[name, '-h'],
			[name, '--no-such-option', '--help'],
		]) {
			const { code, out, err } = await callSporeprint(args, { cwd: emptyFolder() });
			expect({ code, err }).toEqual({ code: 0, err: '' });
			expect(out).toContain(`Use: sporeprint ${usage}`);
			expect(out).toContain(summary);
			for (const [option, { about, value }] of Object.entries(options)) {
				expect(out).toContain(`--${option}${value ? ` ${value}` : ''}`);
				expect(out).toContain(about);
			}
		}
	});
});

test.each([['--version'], ['-v']])('%s prints the version', async (word) => {
	expect(await callSporeprint([word])).toEqual({ code: 0, out: '0.0.0-test', err: '' });
});

describe('wrong use ends with 2, a sentence, and no answer', () => {
	test.each([
		[['chek'], 'There is no command “chek”. Did you mean “check”? See: sporeprint --help'],
		[['Check'], 'There is no command “Check”. Did you mean “check”? See: sporeprint --help'],
		[['nwe'], 'There is no command “nwe”. Did you mean “new”? See: sporeprint --help'],
		[['frobnicate'], 'There is no command “frobnicate”. See: sporeprint --help'],
		[['constructor'], 'There is no command “constructor”. See: sporeprint --help'],
		[['__proto__'], 'There is no command “__proto__”. See: sporeprint --help'],
		[[''], 'There is no command “”. See: sporeprint --help'],
		[['--json'], 'There is no command “--json”. See: sporeprint --help'],
		[['check', '--jsn'], 'There is no option --jsn. Did you mean --json? See: sporeprint check --help'],
		[['check', '--JSON'], 'There is no option --JSON. Did you mean --json? See: sporeprint check --help'],
		[['check', '--colour=red'], 'There is no option --colour. See: sporeprint check --help'],
		[['check', '-x'], 'There is no option -x. See: sporeprint check --help'],
		[['check', 'a', 'b'], '“b” is one thing too many. Put quotes around names with spaces. See: sporeprint check --help'],
		[['demo', '--port'], 'The option --port needs a value. See: sporeprint demo --help'],
		[['demo', '--port', '--build-only'], 'The option --port needs a value. See: sporeprint demo --help'],
		[['check', '--json=yes'], 'The option --json takes no value. See: sporeprint check --help'],
	])('%j', async (args, sentence) => {
		expect(await callSporeprint(args, { cwd: emptyFolder() })).toEqual({ code: 2, out: '', err: sentence });
	});

	test.each(['x', '-1', '65536', '1.5'])('demo --port %s', async (port) => {
		expect(await callSporeprint(['demo', `--port=${port}`], { cwd: emptyFolder() })).toMatchObject({ code: 2, out: '' });
	});
});
