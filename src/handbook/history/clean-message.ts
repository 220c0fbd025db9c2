/** Lines such as `Signed-off-by: ...`, which tools and people put below a message for each other. */
const trailer = /^(?:[a-z]+(?:-[a-z]+)+|cc|fixes|closes|refs|link|bug|bug-id):\s+\S/i;
const credit = /^[a-z]+(?:-[a-z]+)*-by:/i;
const copyNote = /^\(cherry picked from commit [0-9a-f]+\)$/;
const merging = /^Merge (?:pull request|branch|branches|remote-tracking branch|tag|commit|merge request)\b/i;
const address = /[<(]?(?:mailto:)?[^\s<>()@,;:"']+@[^\s<>()@,;:"']+[>)]?/g;

/** What the message of a commit says to a reader: without trailers and e-mail addresses. Nothing of a message that git or a host wrote about a merge. */
export function cleanMessage(raw: string): string {
	if (merging.test(raw)) return '';
	const paragraphs = raw
		.replace(/\r\n?/g, '\n')
		// Signs that no reader sees, some of which would turn the text around them.
		.replace(/[^\P{C}\n\t]/gu, '')
		.split(/\n{2,}/)
		.map((paragraph) => paragraph.trim());
	while (paragraphs.length > 1 && isTrailers(paragraphs.at(-1) ?? '')) paragraphs.pop();
	return paragraphs
		.map((paragraph) =>
			paragraph
				.split('\n')
				.filter((line) => !credit.test(line) && !copyNote.test(line))
				.map(withoutAddresses)
				.join('\n')
				.trim(),
		)
		.filter((paragraph) => paragraph !== '')
		.join('\n\n');
}

/** A text without e-mail addresses, and without the gaps that they leave. */
export function withoutAddresses(text: string): string {
	if (!text.includes('@')) return text;
	return text
		.split(' ')
		.reduce((clean, word) => {
			const left = word.includes('@') ? word.replace(address, '') : word;
			const joins = clean === '' || (left !== word && /^[,.;:!?]*$/.test(left));
			return joins ? clean + left : `${clean} ${left}`;
		}, '')
		.trimEnd();
}

function isTrailers(paragraph: string): boolean {
	return paragraph.split('\n').every((line) => line.trim() === '' || /^-+$/.test(line) || trailer.test(line) || copyNote.test(line) || /^\s+\S/.test(line));
}
