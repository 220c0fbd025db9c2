/** A fact that stands in a text, and the words it comes from. */
export interface FoundFact {
	/** A field of the text's kind. */
	field: string;
	value: unknown;
	/** Line within the text, from 1. */
	line: number;
	words: string;
	/** Whether the text says so of itself beyond doubt. What is not certain is a question for a person. */
	isCertain: boolean;
}
