import type { Catalog } from '../catalog/catalog.generated.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import type { CertificateFiles } from '../deployment/certificate-files.ts';
import type { GroundsWithFaults } from '../deployment/grounds.ts';
import type { Fix } from '../edits/fix.ts';
import type { Spec } from '../spec/model.ts';
import type { Schema } from '../spec/schema.ts';
import type { Suppression } from '../suppression/suppressions.ts';
import type { LineTable } from '../text/lines.ts';
import type { Message } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Mapping } from '../yaml/tree.ts';
import type { RuleId } from './ids.generated.ts';

/** The worst first. */
export const severities = ['error', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/** How much a reader wants to hear: what is wrong, also what could be better, or all there is to know. */
export const personas = ['regular', 'pedantic', 'auditor'] as const;

export type Persona = (typeof personas)[number];

/** One smell: what it is, which facts it rests on, and how it is found. */
export interface Rule {
  /** Names the smell in kebab-case; also the file, the docs page, the diagnostic code and the suppression word. */
  readonly id: RuleId;
  /** What is wrong, in one line; for lists of rules. */
  readonly summary: Message;
  /** The severity of a finding that does not say its own. */
  readonly severity: Severity;
  /** The first persona that hears of it; absent for what everybody should know. */
  readonly persona?: Exclude<Persona, 'regular'>;
  /** Not finished: nobody hears of it but who gives it a level, and its page and repairs may be incomplete. */
  readonly draft?: true;
  /** The catalog entries the verdict rests on: `section` or `section.id`. */
  readonly facts: readonly Fact[];
  /**
   * What it reports as missing: sections, or keys of each entry such as `providers.hosting.*.enabled`. It is silent where these were not
   * shown to who made the spec. What `isUnreadable` answers need not stand here.
   */
  readonly misses?: readonly string[];
  /** Judges the commands of a stand-alone script too; there the spec is empty but for the product. */
  readonly scripts?: true;
  /** Judges values wherever they stand: also what commands set, which is handed to it as a spec. */
  readonly values?: true;
  /** Judges project files too; there the spec is empty, and the schema another one. */
  readonly projects?: true;
  /** Rules about suppression comments run when it is known which of these were needed. */
  readonly about?: 'suppressions';
  /** What is wrong in this spec. Yields; never throws for what a user can write. */
  check(spec: Spec, context: Context): Iterable<Finding>;
}

/** The level of a rule where nothing else is said. */
export function usualLevel({ draft, severity }: Rule): Severity | 'off' {
  return draft ? 'off' : severity;
}

/** A section of the catalog, or one entry of it: `providers`, `providers.aol`. */
export type Fact = { [S in keyof Catalog]: S | `${S}.${keyof Catalog[S] & string}` }[keyof Catalog];

/** What a rule may look at beside the spec. */
export interface Context extends GroundsWithFaults {
  /** The schema of the format in which the document is written. */
  readonly schema: Schema;
  /** The document as it was read, with what is no part of the spec. */
  readonly root: Mapping | undefined;
  /** Where the lines of the text begin. */
  readonly lines: LineTable;
  /** The commands of `cmdlets:`, in order. */
  readonly runbook: readonly RunbookCommand[];
  /** Commands that the server of the spec, which has no Management Shell, cannot run; they are no part of `runbook`. */
  readonly beyondServer: readonly RunbookCommand[];
  /** Places of commands that are no PowerShell. */
  readonly scriptFaults: readonly Range[];
  /** The spec around the commands whose values are judged. */
  readonly beside?: Spec;
  /** The document is a script that stands alone, and no spec. */
  readonly isScript: boolean;
  /** The suppression comments, and whether a finding needed them. */
  readonly suppressions: readonly Suppression[];
  /** What the files of certificates are, where somebody looked; what the spec leaves to them is in it. */
  readonly certificateFiles: CertificateFiles | undefined;
}

/** One thing that is wrong, on the smallest text that is wrong. */
export interface Finding {
  readonly at: Range;
  /** Which of several things that the text at `at` may lack; tells findings of one rule at one place from each other. */
  readonly about?: string;
  /** What it is about, where its rule looks for several things: ids of the catalog, or keys of the format. */
  readonly subjects?: readonly string[];
  readonly message: Message;
  readonly severity?: Severity;
  /** What is to be known beside the message; a sentence of its own in reports. */
  readonly note?: Message;
  readonly related?: readonly Related[];
  readonly tag?: 'deprecated' | 'unnecessary';
  readonly fixes?: readonly Fix[];
}

/** Another place that explains the finding. */
export interface Related {
  readonly at: Range;
  readonly message: Message;
}
