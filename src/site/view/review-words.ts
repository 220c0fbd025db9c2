import type { DueItem } from '../../handbook/review/review-plan.js';
import { listFormat } from '../../lib/intl-formats.js';
import { formatPartialDate } from '../../lib/partial-date.js';
import { fillText } from '../../strings/index.js';
import type { Site } from '../site.js';

/** Who sees to it; undefined when nobody is named. */
export function keepersText({ keepers }: Pick<DueItem, 'keepers'>, { strings, lang }: Pick<Site, 'strings' | 'lang'>): string | undefined {
	return keepers.length === 0 ? undefined : fillText(strings.review.keepers, { names: listFormat(lang).format(keepers) });
}

/** What came of the last review; undefined when there was none. */
export function lastTimeText({ last }: Pick<DueItem, 'last'>, { strings, lang }: Pick<Site, 'strings' | 'lang'>): string | undefined {
	return last && fillText(strings.review.last, { outcome: strings.values.reviewOutcome[last.outcome], date: formatPartialDate(last.date, lang) });
}
