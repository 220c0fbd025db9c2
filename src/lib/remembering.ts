/** The same function, which answers again what it was asked before: for what is asked of few texts, many times. */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
	const answers = new Map<string, T>();
	return (text) => {
		if (!answers.has(text)) answers.set(text, answer(text));
		return answers.get(text) as T;
	};
}
