/** How often, in words that mean one length of time and nothing else. English, German, Spanish, French. */
const named: readonly (readonly [RegExp, string])[] = [
	[
		/^(?:annually|yearly|once a year|(?:every|each) year|jährlich|jedes jahr|einmal im jahr|anualmente|anual|cada año|una vez al año|annuellement|annuelle?|chaque année|tous les ans|une fois par an)$/iu,
		'P1Y',
	],
	[/^(?:half-yearly|semi-annually|twice a year|halbjährlich|zweimal im jahr|semestral|semestralmente|dos veces al año|semestrielle?|deux fois par an)$/iu, 'P6M'],
	[/^(?:quarterly|(?:every|each) quarter|vierteljährlich|quartalsweise|trimestral|trimestralmente|trimestrielle?|chaque trimestre)$/iu, 'P3M'],
	[/^(?:monthly|(?:every|each) month|once a month|monatlich|jeden monat|mensual|mensualmente|cada mes|mensuelle?|chaque mois|tous les mois)$/iu, 'P1M'],
	[/^(?:every other year|alle zwei jahre)$/iu, 'P2Y'],
];
const counted = /^(?:every|alle|cada|tous les|toutes les) (?<count>\d{1,2}|\p{L}+) (?<unit>\p{L}+)$/iu;
const units: readonly (readonly [RegExp, 'Y' | 'M' | 'W'])[] = [
	[/^(?:years?|jahre|años|ans)$/iu, 'Y'],
	[/^(?:months?|monate|meses|mois)$/iu, 'M'],
	[/^(?:weeks?|wochen|semanas|semaines)$/iu, 'W'],
];
const numbers: Readonly<Record<string, number>> = {
	...{ two: 2, three: 3, four: 4, five: 5, six: 6, nine: 9, twelve: 12, eighteen: 18 },
	...{ zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, neun: 9, zwölf: 12 },
	...{ dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, nueve: 9, doce: 12 },
	...{ deux: 2, trois: 3, quatre: 4, cinq: 5, neuf: 9, douze: 12 },
};

/** A length of time of ISO 8601 for words such as “every six months”; undefined when they are anything else. */
export function intervalOf(words: string): string | undefined {
	const text = words.trim().replace(/\.$/, '');
	const known = named.find(([pattern]) => pattern.test(text))?.[1];
	if (known !== undefined) return known;
	const { count = '', unit = '' } = counted.exec(text)?.groups ?? {};
	const number = /^\d+$/.test(count) ? Number(count) : Object.hasOwn(numbers, count.toLowerCase()) ? numbers[count.toLowerCase()] : undefined;
	const letter = units.find(([pattern]) => pattern.test(unit))?.[1];
	return number === undefined || number === 0 || letter === undefined ? undefined : `P${number}${letter}`;
}
