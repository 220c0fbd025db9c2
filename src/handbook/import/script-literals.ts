import { type ScriptToken, scriptTokens } from './script-tokens.js';

/** So that no file can make the reader climb without end. */
const deepest = 100;

/** What a script says by itself, without being run. */
export interface ScriptLiterals {
	/** The value that it exports by default, or as `module.exports`; undefined when that is no literal. */
	exported: unknown;
	/** Values of its constants, by name. */
	constant(name: string): unknown;
	names: readonly string[];
}

/**
 * Reads the literals of a settings file in JavaScript, TypeScript or JSON. It is never run. What only running it would tell is undefined;
 * of a call, such as `defineConfig({ … })` or `require.resolve('./x')`, it is the first argument that can be read.
 */
export function readScript(source: string): ScriptLiterals {
	const tokens = scriptTokens(source);
	const places = constantsOf(tokens);
	const reader = new LiteralReader(tokens, places);
	const start = exportOf(tokens);
	return {
		exported: start === undefined ? undefined : reader.valueAt(start),
		constant: (name) => (places.has(name) ? reader.valueAt(places.get(name) ?? 0) : undefined),
		names: [...places.keys()],
	};
}

/** The value of one expression, such as that of an attribute. */
export function readExpression(source: string): unknown {
	return new LiteralReader(scriptTokens(source), new Map()).valueAt(0);
}

class LiteralReader {
	readonly #tokens: readonly ScriptToken[];
	readonly #constants: ReadonlyMap<string, number>;
	readonly #known = new Map<number, unknown>();
	#at = 0;
	#depth = 0;

	constructor(tokens: readonly ScriptToken[], constants: ReadonlyMap<string, number>) {
		this.#tokens = tokens;
		this.#constants = constants;
	}

	valueAt(start: number): unknown {
		const [at, depth] = [this.#at, this.#depth];
		this.#at = start;
		const value = this.#value();
		[this.#at, this.#depth] = [at, depth];
		return value;
	}

	#is(sign: string, ahead = 0): boolean {
		const token = this.#tokens[this.#at + ahead];
		return token !== undefined && token.kind !== 'text' && token.value === sign;
	}

	/** A value and whatever is done with it, up to the comma or bracket that ends it. */
	#value(): unknown {
		this.#depth += 1;
		const value = this.#depth > deepest ? undefined : this.#primary();
		this.#depth -= 1;
		// TypeScript says of which type it is, or another statement begins; a sign makes another value of it.
		const next = this.#tokens[this.#at];
		const stays = next === undefined || next.kind === 'word' || [',', '}', ']', ')', ';'].some((sign) => this.#is(sign));
		this.#skip();
		return stays ? value : undefined;
	}

	#primary(): unknown {
		const token = this.#tokens[this.#at];
		if (token === undefined) return undefined;
		if (this.#is('{')) return this.#object();
		if (this.#is('[')) return this.#list();
		if (this.#is('(')) {
			this.#at += 1;
			const inner = this.#value();
			this.#at += 1;
			return this.#is('=>') ? undefined : inner;
		}
		if (token.kind === 'sign') return undefined;
		this.#at += 1;
		if (token.kind === 'text') return token.value;
		if (token.kind === 'number') return Number(token.value?.replaceAll('_', ''));
		return this.#named(token.value ?? '');
	}

	/** A word: a constant of the language or of the script, or a call. */
	#named(name: string): unknown {
		const known: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
		if (Object.hasOwn(known, name)) return known[name];
		let isPath = false;
		while (this.#is('.') && this.#tokens[this.#at + 1]?.kind === 'word') {
			this.#at += 2;
			isPath = true;
		}
		if (this.#is('(') && !['function', 'async'].includes(name)) return this.#list(')').find((value) => value !== undefined);
		const place = isPath ? undefined : this.#constants.get(name);
		return place === undefined ? undefined : this.#resolved(place);
	}

	/** The value of a constant, read once. One that names itself has none. */
	#resolved(place: number): unknown {
		if (!this.#known.has(place)) {
			this.#known.set(place, undefined);
			this.#known.set(place, this.valueAt(place));
		}
		return this.#known.get(place);
	}

	#list(end = ']'): unknown[] {
		const items: unknown[] = [];
		this.#at += 1;
		while (this.#at < this.#tokens.length && !this.#is(end)) {
			if (this.#is('...')) this.#skip();
			else if (!this.#is(',')) items.push(this.#value());
			if (this.#is(',')) this.#at += 1;
			else if (!this.#is(end)) break;
		}
		this.#at += 1;
		return items;
	}

	#object(): Record<string, unknown> {
		const entries: [string, unknown][] = [];
		this.#at += 1;
		while (this.#at < this.#tokens.length && !this.#is('}')) {
			const key = this.#tokens[this.#at];
			const isKey = key !== undefined && key.kind !== 'sign' && key.value !== undefined;
			this.#at += isKey ? 1 : 0;
			if (isKey && this.#is(':')) {
				this.#at += 1;
				entries.push([key.value ?? '', this.#value()]);
			} else if (isKey && key.kind === 'word' && (this.#is(',') || this.#is('}'))) {
				const place = this.#constants.get(key.value ?? '');
				if (place !== undefined) entries.push([key.value ?? '', this.#resolved(place)]);
			} else this.#skip();
			if (this.#is(',')) this.#at += 1;
			else if (!this.#is('}')) break;
		}
		this.#at += 1;
		return Object.fromEntries(entries);
	}

	/** Goes on to the comma or bracket that ends the value. */
	#skip(): void {
		for (let open = 0; this.#at < this.#tokens.length; this.#at += 1) {
			if (open === 0 && [',', '}', ']', ')', ';'].some((sign) => this.#is(sign))) return;
			if (['{', '[', '('].some((sign) => this.#is(sign))) open += 1;
			if (['}', ']', ')'].some((sign) => this.#is(sign))) open -= 1;
		}
	}
}

/** Where the value of each constant begins. */
function constantsOf(tokens: readonly ScriptToken[]): Map<string, number> {
	const places = new Map<string, number>();
	tokens.forEach((token, index) => {
		if (token.kind !== 'word' || !['const', 'let', 'var'].includes(token.value ?? '')) return;
		const name = tokens[index + 1];
		if (name?.kind !== 'word' || name.value === undefined || places.has(name.value)) return;
		// A type may stand between the name and its value.
		const limit = Math.min(tokens.length, index + 60);
		for (let at = index + 2; at < limit; at += 1) {
			const { kind, value } = tokens[at] ?? {};
			if (kind === 'sign' && value === ';') return;
			if (kind !== 'sign' || value !== '=') continue;
			places.set(name.value, at + 1);
			return;
		}
	});
	return places;
}

/** Where the exported value begins. */
function exportOf(tokens: readonly ScriptToken[]): number | undefined {
	const word = (index: number, value: string): boolean => tokens[index]?.kind !== 'text' && tokens[index]?.value === value;
	const index = tokens.findIndex((_token, at) => (word(at, 'export') && word(at + 1, 'default')) || (word(at, 'module') && word(at + 1, '.') && word(at + 2, 'exports') && word(at + 3, '=')));
	if (index >= 0) return word(index, 'export') ? index + 2 : index + 4;
	return word(0, '{') || word(0, '[') ? 0 : undefined;
}
