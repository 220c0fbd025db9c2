// How figures are shown to people.
import process from 'node:process';

/** The builds of buildRound(). */
export const stateNames = { cold: 'cold', unchanged: 'unchanged', oneChanged: 'one changed' };

export function line(text) {
	process.stdout.write(`${text}\n`);
}

export function seconds(number) {
	return `${number.toFixed(1)} s`;
}

export function megabytes(bytes) {
	return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function kilobytes(bytes) {
	return `${(bytes / 1000).toFixed(1)} KB`;
}

/** One build or crawl. */
export function effort({ wall, cpu, peak, anew }) {
	const made = anew === undefined ? '' : `, ${anew} pages and files made anew`;
	return `${seconds(wall).padStart(8)} wall ${seconds(cpu).padStart(8)} CPU ${(peak / 1_000_000).toFixed(0).padStart(6)} MB at its peak${made}`;
}

/** Rows in columns: the first to the left, the others to the right. */
export function table(rows) {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	for (const row of rows) line(`  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ')}`);
}
