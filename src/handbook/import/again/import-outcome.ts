/** A text or file of the source, and where it is in the handbook, from the handbook's root. */
export interface OutcomePlace {
	from: string;
	file: string;
}

/** What became of the handbook's files. */
export interface ImportOutcome {
	/** True when this source was imported into this handbook before: then only what changed since is written. */
	isAgain: boolean;
	/** Files that were not written, because something else is in their place. */
	notWritten: { file: string; why: string }[];
	/** Texts that the author and the source have both changed in the same place, and the lines at which somebody has to decide. */
	conflicts: (OutcomePlace & { lines: number[] })[];
	/** Files that an author had changed and that are as in the source again, as was told with `--force`. */
	lost: OutcomePlace[];
	/** Texts that were hidden, and are not any more, because the source says so. */
	nowVisible: OutcomePlace[];
	/** Texts that the author and the source have both changed, each in other places. */
	merged: OutcomePlace[];
	/** Texts and files that had not been changed here, and are as in the source again. */
	replaced: OutcomePlace[];
	/** Texts and files that are new in the source since the last import. */
	added: OutcomePlace[];
	/** Texts that nobody had changed, and that went to the folder of another kind. */
	moved: (OutcomePlace & { was: string })[];
	/** Texts that were changed here and not in the source: they stay. */
	keptEdits: OutcomePlace[];
	/** Texts and files that were deleted here, and are not brought back. */
	deletedHere: OutcomePlace[];
	/** Texts that are no longer in the source, and stay here. */
	goneInSource: OutcomePlace[];
	/** True when the source says something new of the group, and `content/group.md` has it now. */
	groupChanged: boolean;
	/** Every text that was written: where it is, the whole of it, and the facts that it had when it was imported last. */
	written: (OutcomePlace & { text: string; factsBefore: Readonly<Record<string, unknown>> })[];
}

/** Nothing has become of anything yet. */
export function emptyOutcome(): ImportOutcome {
	return {
		isAgain: false,
		notWritten: [],
		conflicts: [],
		lost: [],
		nowVisible: [],
		merged: [],
		replaced: [],
		added: [],
		moved: [],
		keptEdits: [],
		deletedHere: [],
		goneInSource: [],
		groupChanged: false,
		written: [],
	};
}
