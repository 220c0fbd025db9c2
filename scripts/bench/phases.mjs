// The phases of a build, told by the lines that `phase-lines.mjs` prints when each of them ends.

/** How long each phase took, in seconds, in the order in which they came. `lines` and `wall` are those of measureOutput(). */
export function phasesOf(lines, wall) {
	const phases = [];
	let last = 0;
	for (const { at, line } of lines) {
		const [, phase] = /^\[phase\] (.+)$/.exec(line) ?? [];
		if (phase === undefined) continue;
		phases.push({ phase, seconds: at - last });
		last = at;
	}
	return [...phases, { phase: 'the end of the processes', seconds: wall - last }];
}
