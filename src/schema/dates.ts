import { z } from 'zod';
import { parseIsoDuration } from '../lib/iso-duration.js';
import { isPartialDate } from '../lib/partial-date.js';

const dateForm = 'should be a date such as 2026, 2026-05 or 2026-05-17';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. A bare year may be written as a number, as YAML reads it. */
export const partialDate = z
	.union([z.string().refine(isPartialDate, dateForm).meta({ pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$' }), z.int(dateForm).min(1000, dateForm).max(9999, dateForm)], dateForm)
	.transform(String);

/** A duration of ISO 8601 in years, months, weeks and days. */
export const isoDuration = z
	.string()
	.refine((text) => parseIsoDuration(text) !== undefined, 'should be a length of time such as P1Y (a year), P6M (six months) or P2W (two weeks)')
	.meta({ pattern: '^P(?=\\d)(\\d{1,3}Y)?(\\d{1,3}M)?(\\d{1,3}W)?(\\d{1,4}D)?$' });
