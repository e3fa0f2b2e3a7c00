import { type CancellationToken, type Connection, Emitter, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, type Options } from '../analyze.ts';
import type { ReadScript } from '../cmdlets/script.ts';
import { isOurs, isProjectName } from '../project/included.ts';
import { settled } from '../project/project.ts';
import { isScriptName, namesOurCmdlets } from '../spec/names.ts';
import type { Configuration } from './configuration.ts';
import { reason } from './guard.ts';
import type { Host } from './host.ts';
import type { Opened } from './opened.ts';
import { type Governing, Projects } from './projects.ts';
import type { Workspace } from './workspace.ts';

/** What the documents need around them. */
export interface Surroundings {
  readonly connection: Connection;
  readonly configuration: Configuration;
  readonly workspace: Workspace;
  readonly host: Host;
}

/** All documents there are, analysed once per version: those open in the editor, and the other files of the workspace. */
export class Documents {
  readonly #around: Surroundings;
  readonly #texts = new TextDocuments(TextDocument);
  readonly #open = new Map<string, Opened>();
  readonly #unopened = new Map<string, Opened>();
  readonly #changed = new Emitter<string>();
  readonly #projects: Projects;
  #readScript: ReadScript | undefined;
  #loading: Promise<void> | undefined;

  /** Tells of each document whose verdict may be another now. */
  readonly onChange = this.#changed.event;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#projects = new Projects(async (uri) => (await this.textOf(uri))?.text);
    // Who does not tell of changes on disk may have changed a project file; opening is a good time to look.
    this.#texts.onDidOpen(() => around.workspace.isWatched || this.#projects.forget());
    this.#texts.onDidChangeContent(({ document }) => this.#change(document.uri));
    this.#texts.onDidClose(({ document }) => this.#close(document.uri));
    this.#texts.listen(around.connection);
    around.workspace.onChange((uri) => this.#change(uri));
  }

  /** The newest version of an open document, analysed; undefined when it is not open. */
  async newest(uri: string): Promise<Opened | undefined> {
    const governing = this.projectOf(uri); // asked at the same time
    const settings = await this.#around.configuration.of(uri);
    const { project } = await governing;
    const open = this.#texts.get(uri);
    if (open !== undefined && isScript(open)) {
      if (settings.scripts === false) return undefined;
      if (namesOurCmdlets(open.getText())) await this.#load();
    }
    const document = this.#texts.get(uri);
    if (document === undefined) return undefined;
    const known = this.#open.get(uri);
    const { version } = document;
    const opened = this.#judged({ uri, version, kind: kindOf(document), settings, project }, document.getText(), known);
    if (opened === known) return known;
    this.#open.set(uri, opened);
    if (this.#readScript === undefined && opened.analysis.runbook.length > 0)
      void this.#load().then(() => this.#readScript && this.#changed.fire(uri));
    return opened;
  }

  /** A document as it is open, else as it lies in the workspace; undefined where it is neither. */
  async known(uri: string): Promise<Opened | undefined> {
    if (this.isOpen(uri)) return this.newest(uri);
    return (await this.#around.workspace.has(uri)) ? this.#unopenedAs(uri) : undefined;
  }

  /** What governs a document; at once where it is known. */
  projectOf(uri: string): Governing | Promise<Governing> {
    return this.#projects.of(uri);
  }

  /** The text of a document, open or not, and its version where it is open. */
  async textOf(uri: string): Promise<(Pick<Opened, 'version'> & { readonly text: string }) | undefined> {
    const open = this.#texts.get(uri);
    if (open !== undefined) return { text: open.getText(), version: open.version };
    const text = await this.#around.workspace.text(uri);
    return text === undefined ? undefined : { text, version: null };
  }

  /** All specs and scripts, in order of name; `step` hears how many files of how many were looked at. */
  async all(token?: CancellationToken, step?: (done: number, of: number) => void): Promise<readonly Opened[]> {
    const uris = new Set(this.#texts.keys().filter((uri) => !isProjectName(uri)));
    for (const uri of await this.#around.workspace.list()) {
      if (!isProjectName(uri) && (await this.projectOf(uri)).includes(uri)) uris.add(uri);
    }
    const found: Opened[] = [];
    let done = 0;
    for (const uri of [...uris].toSorted()) {
      if (token?.isCancellationRequested) break;
      const before = this.#unopened.get(uri);
      const one = this.isOpen(uri) ? await this.newest(uri) : await this.#unopenedAs(uri);
      if (one !== undefined) found.push(one);
      step?.(++done, uris.size);
      if (one !== before) await this.#pause();
    }
    return found;
  }

  /** The specs beside a script, or the scripts beside a spec, as far as they are known already. */
  async beside({ kind }: Opened): Promise<readonly Opened[]> {
    const open = await Promise.all(this.#texts.keys().map((uri) => this.newest(uri)));
    const unopened = [...this.#unopened.values()].filter(({ uri }) => !this.isOpen(uri));
    return [...open, ...unopened].flatMap((one) =>
      one === undefined || one.kind === kind || one.kind === 'project' ? [] : one,
    );
  }

  /** All project files. */
  async projects(): Promise<readonly Opened[]> {
    const uris = new Set([...this.#texts.keys(), ...(await this.#around.workspace.list())]);
    const found = await Promise.all(
      [...uris]
        .filter(isProjectName)
        .toSorted()
        .map((uri) => this.known(uri)),
    );
    return found.flatMap((one) => one ?? []);
  }

  isOpen(uri: string): boolean {
    return this.#texts.get(uri) !== undefined;
  }

  /** Judges all documents anew: what decides has changed. */
  refresh(): void {
    for (const uri of new Set([...this.#texts.keys(), ...this.#unopened.keys()])) this.#changed.fire(uri);
  }

  /** A file of the workspace, where it is one of ours. */
  async #unopenedAs(uri: string): Promise<Opened | undefined> {
    const { configuration, workspace } = this.#around;
    const text = await workspace.text(uri);
    const kind = isProjectName(uri) ? 'project' : isScriptName(uri) ? 'script' : 'spec';
    if (text === undefined || (kind !== 'project' && !isOurs(uri, text))) {
      this.#unopened.delete(uri);
      return undefined;
    }
    const settings = await configuration.of(uri);
    if (kind === 'script' && settings.scripts === false) return undefined;
    const { project } = await this.projectOf(uri);
    const document = { uri, version: null, kind, settings, project } as const;
    if (kind === 'script') await this.#load();
    let opened = this.#judged(document, text, this.#unopened.get(uri));
    if (this.#readScript === undefined && opened.analysis.runbook.length > 0) {
      await this.#load();
      opened = this.#judged(document, text, opened);
    }
    this.#unopened.set(uri, opened);
    return opened;
  }

  /** A text with its verdict: the one before, where nothing has changed. */
  #judged(document: Unjudged, text: string, before?: Opened): Opened {
    const wanted = settled(document.settings, document.project);
    const { asOf = this.#around.host.today(), persona = 'regular', product, rules: severities } = wanted;
    const readScript = this.#readScript;
    const isUnchanged =
      before?.version === document.version &&
      before.analysis.text === text &&
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
      this.#around.connection.console.error(`The rule ${rule} failed on ${document.uri}: ${reason(error)}`);
    return opened;
  }

  /** Loads the grammar; without it scripts stay unread, and runbooks are read as well as can be. */
  #load(): Promise<void> {
    const { connection, host } = this.#around;
    this.#loading ??= host.powerShell().then(
      (readScript) => {
        this.#readScript = readScript;
      },
      (error) => connection.console.error(`The grammar of PowerShell could not be loaded: ${reason(error)}`),
    );
    return this.#loading;
  }

  #close(uri: string): void {
    this.#open.delete(uri);
    this.#around.workspace.forget(uri);
    this.#around.configuration.forget(uri);
    this.#change(uri);
  }

  /** A project file that is another decides about all that it governs. */
  #change(uri: string): void {
    if (isProjectName(uri)) {
      this.#projects.forget();
      this.refresh();
    }
    this.#changed.fire(uri);
  }

  /** What waits, such as a key that was typed, comes first. */
  #pause(): Promise<void> {
    return new Promise((resolve) => this.#around.host.defer(resolve));
  }
}

type Unjudged = Omit<Opened, 'options' | 'analysis'>;

function kindOf(document: TextDocument): Opened['kind'] {
  if (isProjectName(document.uri)) return 'project';
  return isScript(document) ? 'script' : 'spec';
}

function isScript(document: TextDocument): boolean {
  return document.languageId === 'powershell' || isScriptName(document.uri);
}
