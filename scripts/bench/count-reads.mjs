// Stands in front of a program (node --import) and counts how often it reads a file below a folder; at its end it writes the number down.
import { appendFileSync, default as fs } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const { COUNT_READS_BELOW: folder, COUNT_READS_INTO: report } = process.env;
let reads = 0;
for (const [owner, name] of [
	[fs, 'readFileSync'],
	[fs, 'readFile'],
	[fs.promises, 'readFile'],
]) {
	const read = owner[name];
	owner[name] = (path, ...others) => {
		if (String(path).startsWith(folder)) reads += 1;
		return read.call(owner, path, ...others);
	};
}
syncBuiltinESMExports();
process.on('exit', () => appendFileSync(report, `${reads}\n`));
