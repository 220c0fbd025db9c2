import type { Progress } from '../../handbook/import/plan-import.js';

/** A line that says how far an import is. */
export interface ProgressLine {
	see: Progress;
	/** Takes the line away. */
	clear(): void;
}

/** With fewer texts than this, all is done before anybody could read the line. */
const fewTexts = 100;
const words = { reading: 'Reading', planning: 'Planning', writing: 'Writing' };

/** A line at a terminal that is written over again and again; nothing where nobody watches. */
export function progressLine(isWatched: boolean, write: (text: string) => void = (text) => process.stderr.write(text), now: () => number = Date.now): ProgressLine {
	let last = Number.NEGATIVE_INFINITY;
	let isShown = false;
	return {
		see: (step, done, total) => {
			if (!isWatched || total < fewTexts || (done < total && now() - last < 100)) return;
			last = now();
			isShown = true;
			write(`\r\u001b[K${words[step]} ${done} of ${total}`);
		},
		clear: () => {
			if (isShown) write('\r\u001b[K');
			isShown = false;
		},
	};
}
