import type { Kind } from '../../../schema/kinds.js';
import { wholeDate } from '../dates-in-text.js';
import type { FoundFact } from './found-fact.js';
import { intervalOf } from './intervals.js';
import type { Statement } from './statements.js';
import { statusOf } from './statuses.js';

/** What a line such as “Next review: May 2026” says, by its label. */
interface Label {
	names: RegExp;
	kinds: readonly Kind[];
	field: string;
	/** The value of the field; undefined when the words are not exactly what it takes. */
	value(words: string): unknown;
}

const every: readonly Kind[] = ['agreement', 'practice', 'role', 'decision', 'story', 'page'];

/** English, German, Spanish, French. */
const labels: readonly Label[] = [
	{ names: /^(?:status|estado|statut)$/iu, kinds: ['agreement'], field: 'status', value: statusOf },
	{
		names:
			/^(?:next review|next review date|next review due|review due|to be reviewed|nächste (?:über)?prüfung|próxima revisión|prochaine révision|prochain examen)(?: on| in| am| im| el| en| le)?$/iu,
		kinds: ['agreement', 'decision', 'role'],
		field: 'reviewOn',
		value: wholeDate,
	},
	{ names: /^(?:reviewed|to be reviewed|review|review cycle|review period|review frequency|überprüfung|revisión|révision)$/iu, kinds: ['agreement'], field: 'reviewEvery', value: intervalOf },
	{
		names: /^(?:last updated?|last modified|zuletzt aktualisiert|letzte aktualisierung|stand|última actualización|dernière mise à jour)(?: on| in| am| im| el| en| le)?$/iu,
		kinds: every,
		field: 'updated',
		value: wholeDate,
	},
	{
		names: /^(?:effective|effective date|effective from|in force since|valid from|gültig ab|gilt ab|in kraft seit|en vigor desde|en vigueur depuis)$/iu,
		kinds: ['agreement'],
		field: 'effectiveOn',
		value: wholeDate,
	},
	{ names: /^(?:expires|expires on|expiry date|valid until|gültig bis|válido hasta|valable jusqu’au|valable jusqu'au)$/iu, kinds: ['agreement'], field: 'expiresOn', value: wholeDate },
	{
		names: /^(?:(?:current )?stewards?|stewarded by|responsible|verantwortlich|zuständig|responsables?)$/iu,
		kinds: ['agreement', 'practice', 'decision', 'story', 'page'],
		field: 'stewards',
		value: (words) => namesOf(words),
	},
	{ names: /^(?:duration|dauer|duración|durée)$/iu, kinds: ['practice'], field: 'duration', value: minutesOf },
	{ names: /^(?:group size|gruppengröße|tamaño del grupo|taille du groupe)$/iu, kinds: ['practice'], field: 'groupSize', value: peopleOf },
	{ names: /^(?:materials?|material|materialien|materiales|matériel)$/iu, kinds: ['practice'], field: 'materials', value: (words) => namesOf(words) },
];

const labelled = /^(?<label>\p{L}[\p{L}\p{M}'’ -]{1,30}?)\s?[:：]\s*(?<value>\S.*)$/u;
/** A label that needs no colon before a date: “Last updated May 2020”. */
const beforeDate = /^(?<label>(?:last updated|next review|zuletzt aktualisiert)(?: on| in| am| im)?)\s+(?<value>[\d\p{L}].*)$/iu;

/** True for a line that is a label and a value, whatever they say. */
export function isLabelled(words: string): boolean {
	return labelled.test(words) || beforeDate.test(words);
}

/** The facts of a line: of each of its parts, where bars or dots stand between them. */
export function labelFacts({ words, line, isOwn, isTicked }: Statement, kind: Kind): FoundFact[] {
	if (isTicked !== undefined) return [];
	const parts = words.split(/\s[|·•]\s/);
	return (parts.every(isLabelled) ? parts : [words]).flatMap((part): FoundFact[] => {
		const { label = '', value = '' } = (labelled.exec(part) ?? beforeDate.exec(part))?.groups ?? {};
		return labels.flatMap(({ names, kinds, field, value: read }) => {
			const found = kinds.includes(kind) && names.test(label.trim()) ? read(value.trim()) : undefined;
			return found === undefined ? [] : [{ field, value: found, line, words: part, isCertain: isOwn }];
		});
	});
}

const nobody = /^(?:-+|–|—|\?+|n\/?a|none|nobody|no one|tb[dac]|todo|unknown|vacant|open|niemand|keine|offen|nadie|ninguno|personne|aucun)$/iu;

/** A list of short names with commas between them; undefined for sentences, for nobody, and for addresses. */
function namesOf(words: string): string[] | undefined {
	const names = words
		.replace(/\.$/, '')
		.split(/\s*[,;]\s*/)
		.filter(Boolean);
	const areShort = names.length > 0 && names.length <= 12 && names.every((name) => name.length <= 60 && name.split(' ').length <= 7 && !/[.!?:@`<>"“”„]|https?/u.test(name) && !nobody.test(name));
	return areShort ? names : undefined;
}

const dash = String.raw`\s*(?:-|–|—|to|bis|a|à)\s*`;
const time = new RegExp(
	String.raw`^(?<from>\d{1,3}(?:[.,]5)?)(?:${dash}(?<to>\d{1,3}(?:[.,]5)?))?\s*(?:(?<minutes>min\.?|minutes?|minuten|minutos?)|(?<hours>h|hours?|stunden?|horas?|heures?))\.?$`,
	'iu',
);

function minutesOf(words: string): unknown {
	const { from, to, hours } = time.exec(words)?.groups ?? {};
	const minutes = (text: string | undefined): number => Number(text?.replace(',', '.')) * (hours === undefined ? 1 : 60);
	return from === undefined ? undefined : rangeOf(minutes(from), to === undefined ? undefined : minutes(to));
}

const people = new RegExp(String.raw`^(?<from>\d{1,4})(?:${dash}(?<to>\d{1,4}))?(?:\s+(?:people|persons|participants|personen|menschen|personas|personnes))?\.?$`, 'iu');

function peopleOf(words: string): unknown {
	const { from, to } = people.exec(words)?.groups ?? {};
	return from === undefined ? undefined : rangeOf(Number(from), to === undefined ? undefined : Number(to));
}

function rangeOf(min: number, max: number | undefined): unknown {
	return max === undefined ? min : { min, max };
}
