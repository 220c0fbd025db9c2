import type { agreementStatuses } from '../../../schema/agreement.js';

type Status = (typeof agreementStatuses)[number];

/** Words that say where an agreement stands, and nothing else. English, German, Spanish, French. */
const words: Readonly<Record<Status, RegExp>> = {
	draft: /^(?:draft|wip|work in progress|entwurf|borrador|brouillon)$/iu,
	proposed: /^(?:proposed|vorgeschlagen|propuest[oa]|proposée?)$/iu,
	trial: /^(?:trial|on trial|in trial|in erprobung|en prueba|à l’essai|à l'essai)$/iu,
	adopted: /^(?:adopted|approved|ratified|beschlossen|angenommen|verabschiedet|aprobad[oa]|adoptad[oa]|adoptée?|approuvée?|ratifiée?)$/iu,
	paused: /^(?:paused|hibernating|on hold|dormant|pausiert|ruhend|en pausa|en pause)$/iu,
	superseded: /^(?:superseded|ersetzt|sustituid[oa]|reemplazad[oa]|remplacée?)$/iu,
	retired: /^(?:retired|archived|deprecated|obsolete|aufgehoben|archiviert|retirad[oa]|archivad[oa]|abrogée?|archivée?)$/iu,
};

/** What some words say of where an agreement stands; undefined when they are anything else. */
export function statusOf(text: string): Status | undefined {
	const plain = text.trim().replace(/\.$/, '');
	return (Object.keys(words) as Status[]).find((status) => words[status].test(plain));
}

/** What an agreement's title says, as in “Money (draft)” and “[WIP] Money”. */
export function statusOfTitle(title: string): Status | undefined {
	const [, before, behind, opening] = /^\[([^\][]{2,20})\]|[([]([^()[\]]{2,20})[)\]]$|^(wip|draft)\s*:/iu.exec(title.trim()) ?? [];
	return statusOf(before ?? behind ?? opening ?? '');
}
