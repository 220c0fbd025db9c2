// What Sporeprint wants to reach, beside others in the same run.

/** Each target with what was measured and how much is allowed. Left out is what cannot be judged, because a peer is missing. */
export function targetsOf({ comparisons: [few, many], growth }) {
	const sporeprint = contender(few, 'Sporeprint');
	const starlight = contender(few, 'Starlight');
	const manySporeprint = contender(many, 'Sporeprint');
	const hugo = contender(many, 'Hugo');
	const besideStarlight = `of Starlight's at ${few.entries} entries`;
	return [
		...(starlight === undefined
			? []
			: [
					target(`time of a cold build, ${besideStarlight}`, sporeprint.builds.cold.wall / starlight.builds.cold.wall, 0.4),
					target(`memory of a cold build, ${besideStarlight}`, sporeprint.builds.cold.peak / starlight.builds.cold.peak, 0.7),
					target(`time with one text changed, ${besideStarlight}`, sporeprint.builds.oneChanged.wall / starlight.builds.oneChanged.wall, 0.15),
					target(`time with nothing changed, ${besideStarlight}`, sporeprint.builds.unchanged.wall / starlight.builds.unchanged.wall, 0.1),
					target(`bytes of the site, ${besideStarlight}`, sporeprint.output.bytes / starlight.output.bytes, 0.08),
				]),
		...(hugo === undefined ? [] : [target(`time with one text changed, of Hugo's and Pagefind's cold at ${many.entries} entries`, manySporeprint.builds.oneChanged.wall / hugo.builds.cold.wall, 1)]),
		...Object.entries(growth).flatMap(([state, { wall, peak }]) => [
			target(`time from ${few.entries} to ${many.entries} entries, ${words[state]}`, wall, 6),
			target(`memory from ${few.entries} to ${many.entries} entries, ${words[state]}`, peak, 3),
		]),
	];
}

const words = { cold: 'cold', unchanged: 'unchanged', oneChanged: 'with one text changed' };

function target(name, measured, allowed) {
	return { name, measured, allowed, met: measured <= allowed };
}

/** The first contender of a comparison whose name begins so. */
function contender({ contenders }, name) {
	return contenders.find((one) => one.name.startsWith(name));
}
