/**
 * The questions by which groups ask to join, as GitHub writes them above the answers. They stand in the form itself too:
 * `.github/ISSUE_TEMPLATE/join.yml` of a network.
 */
export const joinQuestions = {
	url: 'Address of your handbook',
	id: 'Short name',
	since: 'Member since',
	note: 'A note',
} as const;

/** What a group answered, by the field of its file. */
export type JoinAnswers = Partial<Record<keyof typeof joinQuestions, string>>;

/** GitHub takes no more than 65,536 characters. */
const longestForm = 70_000;

/**
 * Reads a filled-in form: each question a heading of its own, the answer below it. Whoever wrote it may have changed any of it,
 * so an answer is one line, a question stands there once, and everything else is passed over.
 */
export function readJoinForm(text: string): { answers: JoinAnswers; faults: string[] } {
	if (text.length > longestForm) return { answers: {}, faults: ['This is too long to be a filled-in form.'] };
	const answers: JoinAnswers = {};
	const faults: string[] = [];
	const sections = text
		.replace(/\r\n?/g, '\n')
		.split(/^### /m)
		.map((section) => section.split('\n'));
	for (const [field, question] of Object.entries(joinQuestions) as [keyof JoinAnswers, string][]) {
		const found = sections.filter(([heading]) => heading?.trim() === question);
		const lines = (found[0] ?? []).slice(1).flatMap((line) => line.trim() || []);
		const [answer] = lines;
		if (found.length > 1) faults.push(`The question “${question}” is there twice. Leave it there once.`);
		else if (lines.length > 1) faults.push(`The answer to “${question}” should be one line.`);
		else if (answer !== undefined && answer !== '_No response_') answers[field] = answer;
	}
	return { answers, faults };
}
