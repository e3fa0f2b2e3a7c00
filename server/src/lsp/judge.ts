import type { Connection } from 'vscode-languageserver';
import { analyze, type Options } from '../analyze.ts';
import { hasRunbook } from '../cmdlets/runbook.ts';
import type { ReadScript } from '../cmdlets/script.ts';
import { settled } from '../project/project.ts';
import { reason } from './guard.ts';
import type { Host } from './host.ts';
import type { Opened } from './opened.ts';

/** A document whose verdict is asked for. */
export type Unjudged = Omit<Opened, 'options' | 'analysis'>;

/** Judges texts, and loads the grammar of PowerShell for those that need it. */
export class Judge {
  readonly #connection: Connection;
  readonly #host: Host;
  #readScript: ReadScript | undefined;
  #loading: Promise<void> | undefined;

  constructor(connection: Connection, host: Host) {
    this.#connection = connection;
    this.#host = host;
  }

  /** A text with its verdict: the one before, where nothing has changed. */
  judge(document: Unjudged, text: string, before?: Opened): Opened {
    const wanted = settled(document.settings, document.project);
    const { asOf = this.#host.today(), persona = 'regular', product, rules: severities } = wanted;
    const readScript = this.#readScript;
    const isUnchanged =
      before?.version === document.version &&
      before.uri === document.uri &&
      before.analysis.text === text &&
      before.guessedFrom === document.guessedFrom &&
      before.kind === document.kind &&
      before.settings === document.settings &&
      before.project === document.project &&
      before.options.asOf === asOf &&
      before.options.readScript === readScript;
    if (isUnchanged) return before;
    const options: Options = {
      asOf,
      persona,
      severities,
      ...(document.kind === 'project' && { project: true }),
      ...(document.kind === 'script' && { script: product === undefined ? {} : { product } }),
      ...(readScript && { readScript }),
    };
    const opened = { ...document, options, analysis: analyze(text, options, before?.analysis) };
    for (const { rule, error } of opened.analysis.failures)
      this.#connection.console.error(`The rule ${rule} failed on ${document.uri}: ${reason(error)}`);
    return opened;
  }

  /** Whether a document was judged without the grammar that it needs. */
  lacksGrammar({ analysis }: Opened): boolean {
    return this.#readScript === undefined && (analysis.kind === 'script' || hasRunbook(analysis.spec));
  }

  /** Loads the grammar; tells whether it is there. Without it scripts stay unread, and runbooks are read as well as can be. */
  async loadGrammar(): Promise<boolean> {
    this.#loading ??= this.#host.powerShell().then(
      (readScript) => {
        this.#readScript = readScript;
      },
      (error) => this.#connection.console.error(`The grammar of PowerShell could not be loaded: ${reason(error)}`),
    );
    await this.#loading;
    return this.#readScript !== undefined;
  }
}
