import type { VFile } from 'vfile';
import type { ProblemCode } from '../errors.js';

/** Something wrong in a text. Lines and columns count from 1 within the text. */
export interface TextFault {
	code: ProblemCode;
	message: string;
	hint?: string;
	line: number;
	column: number;
}

declare module 'vfile' {
	interface DataMap {
		faults: TextFault[];
	}
}

/** A node with its place in the source; nodes that a plugin made have none. */
export interface Placed {
	position?: { start: { line: number; column: number } } | undefined;
}

/** Notes a fault at a node's place. */
export function addFault(file: VFile, node: Placed, code: ProblemCode, message: string, hint?: string): void {
	const { line = 1, column = 1 } = node.position?.start ?? {};
	file.data.faults ??= [];
	file.data.faults.push({ code, message, ...(hint && { hint }), line, column });
}
