// Runs a program and measures it with everything it starts.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

const everyMilliseconds = 50;
/** Looking through all processes costs more than looking at some: new ones of the tree are found at every so many looks. */
const looksPerSearch = 5;
const ticksPerSecond = 100;

/**
 * Wall and CPU time in seconds, and the peak of resident memory in bytes, of a program and its children (memory and CPU on Linux only);
 * what it printed, and when: `lines` are those of both streams, with the seconds since the start.
 */
export async function measureOutput(program, args, options) {
	const start = performance.now();
	const elapsed = () => (performance.now() - start) / 1000;
	const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	const output = { stdout: '', stderr: '' };
	const lines = [];
	for (const name of ['stdout', 'stderr']) {
		child[name].setEncoding('utf8').on('data', (text) => {
			output[name] += text;
			for (const line of text.split('\n')) lines.push({ at: elapsed(), line });
		});
	}
	let peak = 0;
	let looks = 0;
	let tree = [];
	const ticks = new Map();
	const timer = setInterval(() => {
		tree = looks++ % looksPerSearch === 0 ? processTree(child.pid) : tree.flatMap(({ pid }) => readProcess(pid));
		peak = Math.max(
			peak,
			tree.reduce((sum, { memory }) => sum + memory, 0),
		);
		for (const { pid, cpu } of tree) ticks.set(pid, cpu);
	}, everyMilliseconds);
	const code = await new Promise((done, fail) => child.on('close', done).on('error', fail)).finally(() => clearInterval(timer));
	const wall = elapsed();
	if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output.stdout}${output.stderr}`);
	const cpu = [...ticks.values()].reduce((sum, own) => sum + own, 0) / ticksPerSecond;
	return { figures: { wall, cpu, peak }, output: output.stdout, lines };
}

/** A process and all below it, from /proc. */
function processTree(root) {
	if (process.platform !== 'linux') return [];
	const all = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => readProcess(Number(name)));
	const tree = [];
	for (let wanted = [root]; wanted.length > 0; ) {
		const found = all.filter(({ pid }) => wanted.includes(pid));
		tree.push(...found);
		wanted = all.filter(({ parent }) => wanted.includes(parent)).map(({ pid }) => pid);
	}
	return tree;
}

/** Fields as in proc(5): the name may hold spaces, so counting starts behind it. */
function readProcess(pid) {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1).split(' ');
		return [{ pid, parent: Number(fields[1]), cpu: Number(fields[11]) + Number(fields[12]), memory: Number(fields[21]) * 4096 }];
	} catch {
		return [];
	}
}
