import { readableAddress } from '../../lib/readable-address.js';
import type { Answer } from '../web/exchange.js';
import { type Failure, failed } from './outcome.js';

/** Why an answer without a body is a failure. */
export function refusedAnswer(answer: Exclude<Answer, { type: 'body' }>, url: string): Failure {
	if (answer.type === 'fault') return { type: 'failed', fault: answer.fault };
	if (answer.type === 'unchanged') return failed('answer-refused', `${readableAddress(url)} says that nothing has changed, although nothing was gathered from it before.`);
	const { status, retryAfter } = answer;
	if (status !== 429 && !(status === 503 && retryAfter)) return failed('answer-refused', `${readableAddress(url)} answers with the error ${status}.`);
	const until = retryAfter?.toISOString();
	const message = `${readableAddress(url)} asks for patience (answer ${status})${until ? `, until ${until.slice(0, 16).replace('T', ' ')} UTC` : ''}.`;
	return { ...failed('answer-later', message), notBefore: until };
}
