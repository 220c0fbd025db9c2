#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.js';

const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

// When nothing is left to do. Without it, Node takes its memory apart piece by piece before it leaves, a tenth of a second after a large build.
process.once('beforeExit', () => process.exit());

const now = new Date();

process.exitCode = await run(
	process.argv.slice(2),
	{
		cwd: process.cwd(),
		env: process.env,
		interactive: process.stdin.isTTY === true && process.stdout.isTTY === true && process.env.CI === undefined,
		today: now.toISOString().slice(0, 10),
		now,
		packageRoot,
		print: (line) => process.stdout.write(`${line}\n`),
		note: (line) => process.stderr.write(`${line}\n`),
	},
	version,
);
