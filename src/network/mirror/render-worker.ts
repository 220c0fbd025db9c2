import { parentPort, threadId } from 'node:worker_threads';
import type { MemberIndex } from './foreign-targets.js';
import { readForeignText, type TextOutcome } from './read-foreign-text.js';
import { type RenderJob, type StartMessage, unpackIndex } from './render-job.js';
import { measureSlowness } from './worker-pace.js';

/** Sixteen times the longest source, written as JSON. A page beyond it is of no use on an old phone. */
const longestOutcome = 2 * 1024 * 1024;

/** Reads one text after the other and answers with the outcome as JSON. */
function textReader(): (job: RenderJob) => string {
	let last: { key: string; index: MemberIndex } | undefined;
	return ({ number, text, index, measured }) => {
		const slowness = measured ? measureSlowness() : 1;
		parentPort?.postMessage({ number, thread: threadId, slowness } satisfies StartMessage);
		if (last?.key !== index.key) last = { key: index.key, index: unpackIndex(index) };
		return outcomeOf(text, last.index);
	};
}

function outcomeOf(text: RenderJob['text'], index: MemberIndex): string {
	try {
		const outcome = JSON.stringify(readForeignText(text, index));
		return outcome.length > longestOutcome ? quarantined('too-large') : outcome;
	} catch {
		return quarantined('too-complex');
	}
}

function quarantined(quarantine: Extract<TextOutcome, { quarantine: unknown }>['quarantine']): string {
	return JSON.stringify({ quarantine } satisfies TextOutcome);
}

export default textReader();
