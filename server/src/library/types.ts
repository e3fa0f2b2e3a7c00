/** What a rule can be set to. */
export type Level = 'off' | 'info' | 'warning' | 'error';

/** How a text is judged: as a project file says it, but nobody looks for one. */
export interface Manner {
  /** The day to judge by where the text names none, `YYYY-MM-DD`. No clock is looked at. */
  readonly asOf: string;
  /** Who reads: what will not work (`regular`, if it is not said), also what could be better, or all there is to know. */
  readonly persona?: 'regular' | 'pedantic' | 'auditor';
  /** The server product that a script is for, such as `lync-2013`. */
  readonly product?: string;
  /** Levels of rules by their id, where they are to differ from the rules' own. */
  readonly rules?: Readonly<Record<string, Level>>;
  /** What reports call the text. By its name it is a spec, a script (`.ps1`) or a project file; a spec if it is not said. */
  readonly path?: string;
  /** The language of messages, titles and notes; English if it is not said. */
  readonly language?: 'en' | 'ko';
}

/** A text with its name. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What is wrong with a text: a file in the report of `check --format json`. */
export interface Verdict {
  readonly path: string;
  /** The day by which it was judged. */
  readonly asOf: string;
  /** What is wrong, by place. */
  readonly problems: readonly Problem[];
  /** What a comment keeps back. */
  readonly suppressed: readonly Suppressed[];
  /** Checks that could not be made, by a mistake of Lync Federation. */
  readonly failures: readonly { readonly check: string; readonly message: string }[];
}

/** Something that is wrong. */
export interface Problem {
  /** The id of the rule. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** What else there is to know. */
  readonly note?: string;
  readonly range: Range;
  /** Other places that have to do with it. */
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  /** Repairs, of which one is taken; the best one first. */
  readonly fixes: readonly Fix[];
  /** The address of the page about the rule. */
  readonly docs: string;
  /** The same as long as the problem is there, wherever its lines move. Not the same twice in a text. */
  readonly fingerprint: string;
}

/** A problem that a comment keeps back. */
export interface Suppressed extends Problem {
  readonly by: { readonly range: Range; readonly reason: string; readonly until?: string };
}

/** A repair. It was tried: the problem is gone then, and nothing else changes. */
export interface Fix {
  readonly title: string;
  /** Whether it may be taken unasked, or a person has to look at it. */
  readonly safety: 'safe' | 'review';
  /** In order and apart from each other; all ranges are those of the text before any of them. */
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** From a place up to another one, which is no longer in it. */
export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** Both from 1 on; columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text after its repairs. */
export interface Repaired {
  readonly text: string;
  /** What was repaired, in order. */
  readonly done: readonly { readonly rule: string; readonly title: string }[];
  /** Whether there is more to do than is done in one go: repair the text again. */
  readonly isUnfinished: boolean;
  /** What is wrong with the text now. */
  readonly left: Verdict;
}

/** What brings the servers to what a spec says. */
export interface Plan {
  /** Why there is no plan; the other lists and the scripts are empty then. */
  readonly refusals: readonly Note[];
  /** In the order in which they are safe. */
  readonly steps: readonly Step[];
  /** Differences that no command of the server ends. */
  readonly byHand: readonly {
    readonly object: string;
    readonly identity: string;
    readonly reason: string;
    readonly line: number;
  }[];
  /** What the plan does not do, and what is not known. */
  readonly notes: readonly Note[];
  /** The script for Windows PowerShell, and the one that takes it back. */
  readonly script: string;
  readonly rollback: string;
}

/** One thing to do to one object. */
export interface Step {
  readonly action: 'add' | 'change' | 'remove';
  /** The noun of its cmdlets, and which one it is. */
  readonly object: string;
  readonly identity: string;
  readonly commands: readonly string[];
  readonly reason: string;
  /** The line of the spec it comes from. */
  readonly line: number;
}

/** A remark, and the line of the spec it is about. */
export interface Note {
  readonly message: string;
  readonly line: number;
}

/** A spec made of what there is. */
export interface Imported {
  readonly text: string;
  /** How many sections and entries of lists it has; with none there is nothing in the files for a spec. */
  readonly entries: number;
  /** How many objects and lines stand in it as comments. */
  readonly leftovers: number;
  /** What did not become part of it, or not as it was found. */
  readonly notes: readonly string[];
  /** Which files could not be read, and why. */
  readonly complaints: readonly string[];
}
