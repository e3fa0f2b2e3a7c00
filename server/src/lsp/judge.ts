import type { Connection } from 'vscode-languageserver';
import { analyze, type Options } from '../analyze.ts';
import { hasRunbook } from '../cmdlets/runbook.ts';
import type { ReadScript } from '../cmdlets/script.ts';
import type { CertificateFiles } from '../deployment/certificate-files.ts';
import { ownPart } from '../features/own-part.ts';
import { unloaded } from '../grammar/unloaded.ts';
import { settled } from '../project/project.ts';
import { AtRest } from './at-rest.ts';
import { logFailure } from './guard.ts';
import type { Host } from './host.ts';
import type { Opened } from './opened.ts';

/** A document whose verdict is asked for. */
export type Unjudged = Omit<Opened, 'options' | 'analysis' | 'own'>;

/** What there is beside a text. */
interface Beside {
  /** The verdict of the version before. */
  readonly before: Opened | undefined;
  /** The files of certificates that it names. */
  readonly certificateFiles: CertificateFiles | undefined;
}

/** Judges texts, and loads the grammar of PowerShell for those that need it. */
export class Judge {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #atRest = new AtRest();
  #readScript: ReadScript | undefined;
  #loading: Promise<ReadScript> | undefined;
  /** What was said last. */
  #logged: unknown;

  constructor(connection: Connection, host: Host) {
    this.#connection = connection;
    this.#host = host;
  }

  /** A text with its verdict: the one before, where nothing has changed. */
  judge(document: Unjudged, text: string, { before, certificateFiles }: Beside): Opened {
    const wanted = settled(document.settings, document.project);
    const { asOf = this.#host.today(), persona = 'regular', product, rules: severities } = wanted;
    const readScript = this.#readScript;
    const isUnchanged =
      before?.version === document.version &&
      before.uri === document.uri &&
      before.analysis.text === text &&
      areSame(before.extended, document.extended) &&
      before.guessedFrom === document.guessedFrom &&
      before.kind === document.kind &&
      before.settings === document.settings &&
      before.project === document.project &&
      before.options.asOf === asOf &&
      before.options.judgedAs === document.lookedAs &&
      before.options.readScript === readScript &&
      before.options.certificateFiles === certificateFiles;
    if (isUnchanged) return before;
    const isAtRest = document.version === null;
    const options: Options = {
      asOf,
      persona,
      severities,
      neverSuppress: document.project.neverSuppress,
      ...(document.lookedAs !== undefined && { judgedAs: document.lookedAs }),
      ...(document.kind === 'project' && { project: true }),
      ...(document.kind === 'script' && { script: product === undefined ? {} : { product } }),
      ...(readScript && { readScript }),
      ...(certificateFiles && { certificateFiles }),
      ...(isAtRest && { once: true }),
    };
    // What is at rest would be read again, to make reading faster.
    const known = isAtRest || before?.version === null || before?.extended ? undefined : before?.analysis;
    const judged = analyze(text, options, known);
    const analysis = isAtRest ? this.#atRest.lay(judged) : judged;
    // Only in what is open somebody looks at how it is written.
    const opened = { ...document, options, analysis, own: isAtRest ? analysis : ownPart(analysis) };
    this.#log(opened, before);
    return opened;
  }

  /** Says what failed, with the place in the code: once, and not with every key. */
  #log({ uri, analysis }: Opened, before: Opened | undefined): void {
    for (const { check, error } of analysis.failures) {
      if (this.#logged === error || before?.analysis.failures.some((one) => one.check === check)) continue;
      this.#logged = error;
      logFailure(this.#connection, `The check ${check} of ${uri}`, error);
    }
  }

  /** Whether a document was judged without the grammar that it needs. */
  lacksGrammar({ analysis }: Opened): boolean {
    return this.#readScript === undefined && (analysis.kind === 'script' || hasRunbook(analysis.spec));
  }

  /** Loads the grammar. */
  async loadGrammar(): Promise<void> {
    this.#loading ??= this.#host.powerShell().catch(unloaded);
    this.#readScript = await this.#loading;
  }
}

/** Whether files are the same versions, and called so. */
function areSame(before: Opened['extended'], now: Opened['extended']): boolean {
  if (before === now) return true;
  return [...(before ?? now ?? [])].every(([path]) => {
    const [was, is] = [before?.get(path), now?.get(path)];
    return was?.uri === is?.uri && was?.version === is?.version;
  });
}
