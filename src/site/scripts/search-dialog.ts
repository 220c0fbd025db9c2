import { mountSearch } from './search.js';

let dialog: Promise<HTMLDialogElement> | undefined;

/** Opens the search over the page. Its form is that of the search page; where that cannot be had, the reader is led there. */
export async function openSearchDialog(link: HTMLAnchorElement): Promise<void> {
	try {
		dialog ??= makeDialog(link);
		const made = await dialog;
		if (!made.open) made.showModal();
		made.querySelector('input')?.select();
	} catch {
		location.assign(link.href);
	}
}

async function makeDialog(link: HTMLAnchorElement): Promise<HTMLDialogElement> {
	const response = await fetch(link.href);
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	const panel = page.querySelector<HTMLElement>('.search-panel');
	if (!panel) throw new Error(`${link.href} has no search.`);

	const made = document.createElement('dialog');
	made.className = 'search-dialog';
	made.setAttribute('aria-label', link.textContent?.trim() ?? '');
	const close = document.createElement('button');
	close.type = 'button';
	close.className = 'close';
	close.textContent = panel.dataset.close ?? '';
	close.onclick = () => made.close();
	made.append(document.adoptNode(panel), close);
	made.addEventListener('click', (event) => {
		if (event.target === made) made.close();
	});
	document.body.append(made);
	mountSearch(panel, { pageHref: link.href });
	return made;
}
