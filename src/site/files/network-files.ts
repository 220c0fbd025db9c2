import { lazily } from '../../lib/lazily.js';
import { bundleLines, measureBundle } from '../../output/bundle.js';
import { atomText, jsonFeedText } from '../../output/feed.js';
import { networkPrintText } from '../../output/network-print.js';
import { opmlText } from '../../output/opml.js';
import { statusText } from '../../output/status.js';
import type { NetworkSite } from '../network-site.js';
import { networkFeed } from '../view/network-feed.js';
import { accentFiles } from './accent-file.js';
import { type PlainFile, textFile } from './plain-file.js';
import { sourceFiles } from './source-files.js';

/** Every file of a network's site that is no page. */
export function networkFiles(site: NetworkSite): PlainFile[] {
	const { network, publication, entries } = site;
	const feed = lazily(() => networkFeed(site));
	return [
		...accentFiles(site),
		...sourceFiles(site),
		textFile('network.json', () => networkPrintText(network, publication)),
		// All sources of a large network do not fit into memory twice.
		{ path: 'network.ndjson', key: () => measureBundle(entries).sha256, content: () => bundleLines(entries) },
		textFile('status.json', () => statusText(network, publication)),
		textFile('feed.xml', () => atomText(feed())),
		textFile('feed.json', () => jsonFeedText(feed())),
		textFile('handbooks.opml', () => opmlText(network)),
	];
}
