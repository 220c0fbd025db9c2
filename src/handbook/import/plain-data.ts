/** A value of a settings file as fields; none when it is something else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A value of a settings file as a list; empty when it is something else. */
export function itemsOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** A value of a settings file as words, trimmed; undefined when there are none. */
export function wordsOf(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** What lies at a path within a value. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
	return path.reduce((current: unknown, key) => (Object.hasOwn(fieldsOf(current), key) ? fieldsOf(current)[key] : undefined), value);
}
