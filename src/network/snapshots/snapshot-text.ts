import type { z } from 'zod';
import { type MemberRecord, type Snapshot, snapshotSchema, stateSchema } from '../snapshot.js';

/** `snapshot.json`: the fields in the order of the schema, a line each, so that changes read well. */
export function snapshotText(snapshot: Snapshot): string {
	return jsonText(snapshotSchema, snapshot);
}

/** `state.json`. */
export function recordText(record: MemberRecord): string {
	return jsonText(stateSchema, record);
}

function jsonText(schema: z.ZodType, value: unknown): string {
	return `${JSON.stringify(schema.parse(value), null, '\t')}\n`;
}
