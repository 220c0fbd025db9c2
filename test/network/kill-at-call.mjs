// Loaded before the command by kill.test.ts: ends the process, as kill -9 does, in the middle of one of its changes on disk.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const at = Number(process.env.KILL_AT_CALL ?? Number.POSITIVE_INFINITY);
const { mkdirSync, writeFileSync, renameSync, rmSync } = fs;
let calls = 0;

fs.mkdirSync = (...args) => killable(() => mkdirSync(...args));
fs.renameSync = (...args) => killable(() => renameSync(...args));
fs.rmSync = (...args) => killable(() => rmSync(...args));
fs.writeFileSync = (path, bytes, ...args) =>
	killable(
		() => writeFileSync(path, bytes, ...args),
		() => writeFileSync(path, bytes.subarray(0, bytes.length / 2)),
	);
syncBuiltinESMExports();
process.on('exit', () => {
	if (process.env.COUNT_CALLS_TO !== undefined) writeFileSync(process.env.COUNT_CALLS_TO, String(calls));
});

function killable(act, tear = () => {}) {
	calls += 1;
	if (calls !== at) return act();
	tear();
	process.kill(process.pid, 'SIGKILL');
}
