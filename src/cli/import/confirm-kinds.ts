import { isCancel, select } from '@clack/prompts';
import type { KindCount } from '../../handbook/import/import-plan.js';
import { textCount } from '../../handbook/import/report-words.js';
import { type Kind, kinds } from '../../schema/kinds.js';

/** What a person says of the folders whose kinds were guessed. */
export interface ConfirmedKinds {
	kinds: Map<string, Kind>;
	/** Folders that stay out. */
	leave: string[];
}

const kindLabels: Readonly<Record<Kind, string>> = {
	agreement: 'Agreements: what the group has agreed',
	practice: 'Practices: what it does again and again',
	role: 'Roles: parts that somebody takes on',
	decision: 'Decisions: what was decided, and when',
	story: 'Stories: what happened',
	page: 'Pages: anything else',
};

/** Asks folder by folder what its texts are; a person can go back. Undefined when they stop. */
export async function confirmKinds(guesses: readonly KindCount[]): Promise<ConfirmedKinds | undefined> {
	const answers: (Kind | 'leave')[] = [];
	while (answers.length < guesses.length) {
		const guess = guesses[answers.length];
		if (!guess) break;
		const answer = await select<Kind | 'leave' | 'back'>({
			message: `What are the texts in ${guess.folder}/? (${textCount(guess.texts, guess.introductions)}, folder ${answers.length + 1} of ${guesses.length})`,
			options: [
				{ value: guess.kind, label: kindLabels[guess.kind], hint: 'guessed from the name of the folder' },
				...kinds.filter((kind) => kind !== guess.kind).map((kind) => ({ value: kind, label: kindLabels[kind] })),
				{ value: 'leave' as const, label: 'Leave this folder out' },
				...(answers.length > 0 ? [{ value: 'back' as const, label: 'Go back one folder' }] : []),
			],
			initialValue: guess.kind,
		});
		if (isCancel(answer)) return undefined;
		if (answer === 'back') answers.pop();
		else answers.push(answer);
	}
	const folders = guesses.map(({ folder }, index) => [folder, answers[index]] as const);
	return {
		kinds: new Map(folders.flatMap(([folder, answer]) => (answer === undefined || answer === 'leave' ? [] : [[folder, answer] as const]))),
		leave: folders.flatMap(([folder, answer]) => (answer === 'leave' ? [folder] : [])),
	};
}
