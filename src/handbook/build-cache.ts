/** Where a build keeps what the next one can use again. */
export interface BuildCache {
	folder: string;
	/** Which program this is: another one may read, render or judge differently. */
	program: string;
}
