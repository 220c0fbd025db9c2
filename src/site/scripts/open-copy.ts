import { newFileLink } from './new-file-link.js';

/** Lets the form make a link to a new file in the reader's repository, filled with the text that the page's address names. */
export function openCopy(form: HTMLFormElement): void {
	const { base = '/', open = '', filled = '', paste = '', unknown = '', failed = '', noText = '' } = form.dataset;
	const query = new URLSearchParams(location.search);
	const [id, file] = [query.get('text') ?? '', query.get('to') ?? ''];
	const source = `${base}${id}.copy.md`;
	const result = document.querySelector<HTMLElement>('.open-result');
	const [link, status, copy] = [result?.querySelector('a'), result?.querySelector('[role=status]'), result?.querySelector('button')];
	if (!link || !status || !copy) return;
	const isText = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(id) && /^[a-z0-9]+(?:[-/][a-z0-9]+)*\.md$/.test(file);
	copy.dataset.copy = source;
	if (!isText) status.textContent = noText;

	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		link.hidden = copy.hidden = true;
		const repository = String(new FormData(form).get('repository'));
		const text = isText ? await textAt(source) : undefined;
		const found = text === undefined ? undefined : newFileLink(repository, `content/${file}`, text);
		status.textContent = !isText ? noText : text === undefined ? failed : !found ? unknown : found.isFilled ? filled : paste;
		if (!found) return;
		link.href = found.href;
		link.textContent = open.replace('{file}', `content/${file}`);
		link.hidden = false;
		copy.hidden = found.isFilled;
		link.focus();
	});
}

async function textAt(address: string): Promise<string | undefined> {
	try {
		const answer = await fetch(address);
		return answer.ok ? await answer.text() : undefined;
	} catch {
		return undefined;
	}
}
