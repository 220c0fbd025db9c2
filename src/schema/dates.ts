import { z } from 'zod';
import { parseIsoDuration } from '../lib/iso-duration.js';
import { isPartialDate } from '../lib/partial-date.js';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. A bare year may be written as a number, as YAML reads it. */
export const partialDate = z
	.union([z.string(), z.number().int()])
	.transform(String)
	.refine(isPartialDate, 'should be a date such as 2026, 2026-05 or 2026-05-17')
	.meta({ jsonSchema: { type: ['string', 'integer'], pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' } });

/** A duration of ISO 8601 in years, months, weeks and days. */
export const isoDuration = z
	.string()
	.refine((text) => parseIsoDuration(text) !== undefined, 'should be a length of time such as P1Y (a year), P6M (six months) or P2W (two weeks)');
