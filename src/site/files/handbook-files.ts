import { isFileAddress } from '../../lib/former-address.js';
import { lazily } from '../../lib/lazily.js';
import { byteHash } from '../../lib/text-hash.js';
import { archiveOf } from '../../output/archive.js';
import { bundleText } from '../../output/bundle.js';
import { calendarText } from '../../output/calendar.js';
import { atomText, jsonFeedText } from '../../output/feed.js';
import { movedPageText } from '../../output/moved-page.js';
import { printText } from '../../output/print.js';
import { handbookFeeds } from '../handbook-feeds.js';
import type { HandbookSite } from '../handbook-site.js';
import { handbookFeed } from '../view/handbook-feed.js';
import { movedPage } from '../view/moved-page.js';
import { calendarKinds, calendarPath, reviewCalendar } from '../view/review-calendar.js';
import { accentFiles } from './accent-file.js';
import { type PlainFile, textFile } from './plain-file.js';
import { sourceFiles } from './source-files.js';

/** Every file of a handbook's site that is no page. */
export function handbookFiles(site: HandbookSite): PlainFile[] {
	const { handbook, publication } = site;
	return [
		...accentFiles(site),
		...sourceFiles(site),
		...mediaFiles(site),
		textFile('handbook.json', () => printText(handbook, publication)),
		textFile('handbook.ndjson', () => bundleText(handbook)),
		archiveFile(site),
		...feedFiles(site),
		...calendarFiles(site),
		...formerPages(site),
	];
}

/** All sources and images in one file. */
function archiveFile({ handbook }: HandbookSite): PlainFile {
	const { key, bytes } = archiveOf(handbook);
	return { path: 'handbook.zip', key, content: bytes };
}

/** Every file that a visible text shows or links to, byte for byte. */
function mediaFiles({ handbook }: HandbookSite): PlainFile[] {
	return handbook.assets.map(({ name, bytes }) => ({ path: `media/${name}`, key: () => byteHash(bytes), content: () => bytes }));
}

/** Each feed for feed readers and for programs. */
function feedFiles(site: HandbookSite): PlainFile[] {
	return handbookFeeds.flatMap((feed) => {
		const whole = lazily(() => handbookFeed(feed, site));
		return [textFile(`${feed.path}.xml`, () => atomText(whole())), textFile(`${feed.path}.json`, () => jsonFeedText(whole()))];
	});
}

/** Everything that comes due, and that of each kind, for calendars. */
function calendarFiles(site: HandbookSite): PlainFile[] {
	return [undefined, ...calendarKinds].map((kind) => textFile(calendarPath(kind), () => calendarText(reviewCalendar(site, kind))));
}

/** At the addresses of files that texts had in other programs a word that leads to where the text is now. */
function formerPages(site: HandbookSite): PlainFile[] {
	return site.redirects.filter(({ from }) => isFileAddress(from)).map(({ from, to }) => textFile(from, () => movedPageText(movedPage(to, site))));
}
