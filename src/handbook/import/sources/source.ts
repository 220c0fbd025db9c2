import type { Layout } from '../layout.js';
import type { SourceFolder } from '../source-folder.js';

/** A program that handbooks are written for. */
export interface Source {
	/** The layout of the folder, or undefined when it was not written for this program. */
	recognise(folder: SourceFolder): Layout | undefined;
}
