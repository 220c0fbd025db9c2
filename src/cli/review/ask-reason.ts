import { isCancel, text } from '@clack/prompts';
import { oneLine } from './record-wish.js';

/** Asks why a text is given up. Undefined when the person leaves without an answer. */
export async function askReason(title: string): Promise<string | undefined> {
	const answer = await text({
		message: `Why is “${title}” given up? Readers see this, and so do groups that copied it.`,
		validate: (words) => (oneLine(words) === undefined ? 'A short sentence is enough.' : undefined),
	});
	return isCancel(answer) ? undefined : oneLine(answer);
}
