// On every page: the search shortcut, and buttons that copy. Everything works without it.
// The search itself is taken from the search page when it is first asked for, so that no page pays for it before.
const link = document.querySelector<HTMLAnchorElement>('[data-search]');
let ready: Promise<unknown> | undefined;

async function loadSearch(href: string): Promise<unknown> {
	const page = new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html');
	return import(/* @vite-ignore */ page.querySelector<HTMLScriptElement>('.search-panel ~ script[src]')?.src ?? '');
}

function open(event: Event): void {
	if (!link || location.pathname === link.pathname) return;
	event.preventDefault();
	ready ??= loadSearch(link.href);
	ready.then(
		() => dispatchEvent(new CustomEvent('sporeprint:search', { detail: link })),
		() => location.assign(link.href),
	);
}

link?.addEventListener('click', (event) => {
	if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
});

addEventListener('keydown', (event) => {
	const typing = (event.target as Element).closest('input,textarea,select');
	if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) open(event);
});

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
	button.onclick = async () => {
		const { copy = '', done = '', failed = '' } = button.dataset;
		try {
			const source = await fetch(copy);
			if (!source.ok) throw source;
			await navigator.clipboard.writeText(await source.text());
			button.textContent = done;
		} catch {
			button.textContent = failed;
		}
	};
}
