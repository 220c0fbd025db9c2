import { type CrawlReport, crawl } from '../../network/crawl.js';
import { openWeb } from '../../network/fetch.js';

/** Gathers handbooks that are served on this computer. */
export async function crawlLocal(root: string, now: Date): Promise<CrawlReport> {
	const web = openWeb({ userAgent: 'sporeprint-demo', allowPrivate: true });
	try {
		const { value } = await crawl({ root, web, now, allowPrivate: true });
		return value;
	} finally {
		await web.close();
	}
}
