import { inertSentences } from '../../handbook/adopt/inert-report.js';
import type { AdoptionPlan } from '../../handbook/adopt/plan-adoption.js';
import { listText } from '../../lib/list-text.js';
import type { Upstream } from '../../network/upstream/upstream.js';

/** Where the texts come from, when that is not their home. */
export function originText({ home, from, isWithdrawn }: Upstream): string[] {
	if (from === 'origin') return [];
	return [
		`This is the copy that the index ${from.index} keeps, because the text cannot be had from its home ${home}`,
		`  ${from.because.message}`,
		...(isWithdrawn ? ['  The group itself has taken it back.'] : []),
	];
}

/** What a plan would write and what a person should know before. */
export function planLines({ title, group, url, text, images, imagesLeft, dropped, inert, licence, copies }: AdoptionPlan): string[] {
	const reasons = Map.groupBy(dropped, ({ why }) => why);
	const disarmed = inertSentences(inert);
	return [
		`“${title}” by ${group}`,
		`  From: ${url}`,
		`  To: content/${text.path}`,
		`  Licence: ${licence.licence ?? 'none'}. ${licence.sentence}`,
		...(images.length > 0 ? [`  Images: ${images.map(({ path }) => `content/${path}`).join(', ')}`] : []),
		...(imagesLeft > 0
			? [`  ${imagesLeft === 1 ? 'An image is' : `${imagesLeft} images are`} not brought along, and ${imagesLeft === 1 ? 'becomes a link' : 'become links'} to the page at its home.`]
			: []),
		...[...reasons].map(([why, fields]) => `  Left out: ${listText(fields.map(({ field }) => field))}, because ${why}.`),
		...(disarmed.length > 0 ? [`  Made harmless: ${disarmed.join('; ')}.`] : []),
		...(copies.length > 0 ? [`  You have a copy of it already: ${copies.map((path) => `content/${path}`).join(', ')}.`] : []),
	];
}

/** The texts that a handbook has, for somebody who has to name one. */
export function entryList({ entries }: Upstream): string {
	return entries.map(({ kind, title, url }) => `${kind}: ${title}\n  ${url}`).join('\n');
}
