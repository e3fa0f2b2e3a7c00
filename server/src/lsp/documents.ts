import { type CancellationToken, type Connection, Emitter } from 'vscode-languageserver';
import { isProjectName, isScriptName, isSpecName, namesOurCmdlets } from '../../../protocol/names.ts';
import type { Governing, ProjectFiles } from '../machine/project-files.ts';
import { isOurs } from '../project/included.ts';
import { BesideCertificates } from './certificates.ts';
import type { Configuration } from './configuration.ts';
import type { Identified } from './convert.ts';
import { ExtendedTexts, type WholeText } from './extended-texts.ts';
import { attempt } from './guard.ts';
import type { Host } from './host.ts';
import { Judge, type Unjudged } from './judge.ts';
import { folderOf, pathOf, pathWithin } from './names.ts';
import { kindOf, OpenTexts } from './open-texts.ts';
import type { Opened } from './opened.ts';
import { projectFiles } from './projects.ts';
import { SharedFiles } from './shared-files.ts';
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
  readonly #connection: Connection;
  readonly #configuration: Configuration;
  readonly #workspace: Workspace;
  readonly #host: Host;
  readonly #open: OpenTexts;
  readonly #judge: Judge;
  readonly #projects: ProjectFiles;
  readonly #certificates: BesideCertificates;
  readonly #extended: ExtendedTexts;
  /** The files that specs extend. */
  readonly shared = new SharedFiles();
  /** Documents by their paths, as they stood when last asked for. */
  readonly #known = new Map<string, Opened>();
  /** The days as of which somebody looks at open documents, by their paths. */
  readonly #looks = new Map<string, string>();
  /** How many files went so far. */
  #losses = 0;
  readonly #changed = new Emitter<string>();
  readonly #judged = new Emitter<string>();
  readonly #gone = new Emitter<string>();

  /** Tells of each document whose verdict may be another now. */
  readonly onChange = this.#changed.event;
  /** Tells of each open document of which there is a new verdict. */
  readonly onJudged = this.#judged.event;
  /** Tells of each document that is neither open nor on disk any more. */
  readonly onGone = this.#gone.event;

  constructor({ connection, configuration, workspace, host }: Surroundings) {
    this.#connection = connection;
    this.#configuration = configuration;
    this.#workspace = workspace;
    this.#host = host;
    this.#open = new OpenTexts(connection);
    this.#judge = new Judge(connection, host);
    this.#certificates = new BesideCertificates(host);
    this.#extended = new ExtendedTexts(this.#open, workspace);
    this.#projects = projectFiles(connection, async (uri) => (await this.textOf(uri))?.text);
    this.#open.onOpen((uri) => this.#opened(uri));
    this.#open.onChange((uri) => this.#change(uri));
    this.#open.onSave(() => this.#lookAgain());
    this.#open.onClose((uri) => this.#closed(uri));
    workspace.onChange((uri) => this.#change(uri));
    workspace.onGone((uri) => this.#drop(uri));
    workspace.onBeside((uri) => this.#attempt('a look at certificates', () => this.#changeBeside(uri)));
    configuration.onLate((uri) => this.#changed.fire(uri));
  }

  /** The newest version of an open document, analysed; undefined when it is not open. */
  async newest(uri: string): Promise<Opened | undefined> {
    // While the client answers, files are looked at.
    const asked = this.#configuration.of(this.#open.get(uri)?.uri ?? uri);
    const governing = await this.projectOf(uri);
    const project = governing.projectOf(uri);
    const settings = await asked;
    const open = this.#open.get(uri);
    if (open !== undefined && kindOf(open) === 'script') {
      if (settings.scripts === false) return undefined;
      if (namesOurCmdlets(open.getText())) await this.#judge.loadGrammar();
    }
    const path = pathOf(uri);
    for (;;) {
      const document = this.#open.get(uri);
      const kind = document && kindOf(document);
      if (document === undefined || kind === undefined) return undefined;
      const known = this.#known.get(path);
      const lookedAs = this.#looks.get(path);
      const look = lookedAs === undefined ? {} : { lookedAs };
      const own = { uri: document.uri, path, version: document.version, kind, settings, project, ...look };
      const { turn } = this.#extended;
      const whole = this.#withExtended(own, document.getText(), governing.file);
      const { text, ...extended } = whole instanceof Promise ? await whole : whole;
      // While files were read, somebody may have typed.
      if (turn !== this.#extended.turn) continue;
      const unjudged = { ...own, ...extended };
      const certificateFiles = this.#certificates.of(unjudged);
      const opened = this.#judge.judge(unjudged, text, { before: known, certificateFiles });
      if (opened !== known) {
        this.#keep(path, opened);
        if (this.#judge.lacksGrammar(opened)) this.#askForGrammar(document.uri);
        this.#judged.fire(document.uri);
      }
      if (!this.#certificates.lacks(opened)) {
        if (certificateFiles && opened.version !== known?.version) this.#host.later(() => this.#lookBeside(opened));
        return opened;
      }
      await this.#certificates.look(opened);
    }
  }

  /** What is judged for a document; at once where that is its own text. */
  #withExtended(document: Unjudged, text: string, projectFile: string | undefined): WholeText | Promise<WholeText> {
    if (document.kind !== 'spec' || !text.includes('extends')) return { text };
    return this.#extended.with({ uri: document.uri, settings: document.settings, text, projectFile });
  }

  /** The specs that extend a file, as they were judged last. */
  usersOf(path: string): readonly Opened[] {
    return this.shared.usersOf(path)?.flatMap((user) => this.#known.get(user) ?? []) ?? NONE;
  }

  #keep(path: string, opened: Opened | undefined): void {
    const before = this.#known.get(path);
    if (opened) this.#known.set(path, opened);
    else this.#known.delete(path);
    if (before?.extended ?? opened?.extended) this.shared.exchange(before, opened);
  }

  /** Loads it when what is known without it was told. */
  #askForGrammar(uri: string): void {
    this.#host.later(async () => {
      await this.#judge.loadGrammar();
      this.#changed.fire(uri);
    }, TELLING);
  }

  /** A document as it is open, else as it lies in the workspace; undefined where it is neither. */
  async known(uri: string): Promise<Opened | undefined> {
    if (this.isOpen(uri)) return this.newest(uri);
    const file = await this.#workspace.file(uri);
    return file === undefined ? undefined : this.#unopened(file);
  }

  /** What governs a document; at once where it is known. */
  projectOf(uri: string): Governing | Promise<Governing> {
    return this.#projects.of(uri);
  }

  /** The text of a document, open or not, and its version where it is open. */
  async textOf(uri: string): Promise<(Identified & { readonly text: string }) | undefined> {
    const open = this.#open.get(uri);
    if (open !== undefined) return { uri: open.uri, text: open.getText(), version: open.version };
    const onDisk = await this.#workspace.read(uri);
    return onDisk && { uri, text: onDisk.text, version: null };
  }

  /** All specs and scripts, in order of name; `step` hears how many files of how many were looked at. */
  async all(token?: CancellationToken, step?: (done: number, of: number) => void): Promise<readonly Opened[]> {
    const uris = await this.#uris((uri) => !isProjectName(uri));
    // All at once, as far as a name tells; each request is answered in its turn.
    this.#configuration.expect(uris.flatMap(([, uri]) => (isSpecName(uri) ? uri : [])));
    const found: Opened[] = [];
    let done = 0;
    for (const [path, uri] of uris) {
      if (token?.isCancellationRequested) break;
      const before = this.#known.get(path);
      const one = this.isOpen(uri)
        ? await this.newest(uri)
        : (await this.projectOf(uri)).includes(uri)
          ? await this.#unopened(uri)
          : undefined;
      if (one !== undefined) found.push(one);
      step?.(++done, uris.length);
      if (one !== before) await this.#pause();
    }
    return found;
  }

  /** The specs beside a script, or the scripts beside a spec, as far as they are known already. */
  async beside({ kind }: Opened): Promise<readonly Opened[]> {
    await Promise.all([...this.#open.all.values()].map(({ uri }) => this.newest(uri)));
    return [...this.#known.values()]
      .filter((one) => one.kind !== kind && one.kind !== 'project')
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** All project files. */
  async projects(): Promise<readonly Opened[]> {
    const uris = await this.#uris(isProjectName);
    const found = await Promise.all(uris.map(([, uri]) => this.known(uri)));
    return found.flatMap((one) => one ?? []);
  }

  isOpen(uri: string): boolean {
    return this.#open.get(uri) !== undefined;
  }

  /** Whether nobody has asked yet for what is wrong with a document as it is now in the editor. */
  isUnjudged(uri: string): boolean {
    const version = this.#open.get(uri)?.version;
    return version !== undefined && version !== this.#known.get(pathOf(uri))?.version;
  }

  /** Has an open document judged as of another day, until it is closed; without a day as it says itself. */
  lookAs(uri: string, date: string | undefined): void {
    if (date === undefined) this.#looks.delete(pathOf(uri));
    else this.#looks.set(pathOf(uri), date);
    this.#changed.fire(uri);
  }

  /** Judges all documents anew: what decides has changed. */
  refresh(): void {
    const uris = new Map([...this.#known, ...this.#open.all].map(([path, { uri }]) => [path, uri]));
    for (const uri of uris.values()) this.#changed.fire(uri);
  }

  /** The paths and URIs of open documents and other files of the workspace, in order of name. */
  async #uris(isWanted: (uri: string) => boolean): Promise<readonly (readonly [path: string, uri: string])[]> {
    const open = [...this.#open.all].map(([path, { uri }]) => [path, uri] as const);
    const uris = new Map([...(await this.#workspace.files()), ...open]);
    return [...uris].filter(([path]) => isWanted(path)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  /** A file of the workspace, where it is one of ours. */
  async #unopened(uri: string): Promise<Opened | undefined> {
    const path = pathOf(uri);
    const losses = this.#losses;
    const onDisk = await this.#workspace.read(uri);
    const kind = isProjectName(uri) ? 'project' : isScriptName(uri) ? 'script' : 'spec';
    if (onDisk === undefined || (kind !== 'project' && !isOurs(path, onDisk.text))) {
      this.#keep(path, undefined);
      return undefined;
    }
    const settings = await this.#configuration.of(uri);
    if (kind === 'script' && settings.scripts === false) return undefined;
    const governing = await this.projectOf(uri);
    const project = governing.projectOf(uri);
    const { guessedFrom } = onDisk;
    const guessed = guessedFrom === undefined ? {} : { guessedFrom };
    const own = { uri, path, version: null, kind, settings, project, ...guessed } as const;
    const { turn } = this.#extended;
    const { text, ...extended } = await this.#withExtended(own, onDisk.text, governing.file);
    const unjudged = { ...own, ...extended };
    if (kind === 'script') await this.#judge.loadGrammar();
    const judged = (before: Opened | undefined) =>
      this.#judge.judge(unjudged, text, { before, certificateFiles: this.#certificates.of(unjudged) });
    const known = this.#known.get(path);
    let opened = judged(known);
    const lacksGrammar = opened !== known && this.#judge.lacksGrammar(opened);
    if (lacksGrammar) await this.#judge.loadGrammar();
    const isOther = await this.#certificates.look(opened);
    if (lacksGrammar || isOther) opened = judged(opened);
    // It may have been opened or deleted meanwhile.
    const isOtherNow = opened.extended !== undefined && turn !== this.#extended.turn;
    if (this.isOpen(uri) || losses !== this.#losses || isOtherNow) return this.known(uri);
    if (opened !== this.#known.get(path)) this.#keep(path, opened);
    return opened;
  }

  #opened(uri: string): void {
    this.#workspace.named(uri);
    this.#extended.lookAgain();
    // Who does not tell of changes on disk may have changed a project file; opening is a good time to look.
    if (!this.#workspace.isWatched) this.#projects.forget();
  }

  #closed(uri: string): void {
    this.#looks.delete(pathOf(uri));
    this.#keep(pathOf(uri), undefined);
    this.#certificates.forget(pathOf(uri));
    this.#workspace.forget(uri);
    this.#configuration.forget(uri);
    this.#change(uri);
    this.#lookAgain();
  }

  #lookAgain(): void {
    this.#extended.lookAgain();
    if (this.#workspace.isWatched) return;
    this.#projects.forget();
    this.#attempt('another look at the workspace', () => this.#workspace.lookAgain());
  }

  /** What is gone from disk is gone from here, unless it is still open. */
  #drop(uri: string): void {
    this.#losses++;
    if (!this.isOpen(uri)) {
      this.#keep(pathOf(uri), undefined);
      this.#certificates.forget(pathOf(uri));
      this.#configuration.forget(uri);
      this.#gone.fire(uri);
    }
    this.#change(uri);
  }

  /** A project file that is another decides about all that it governs. */
  #change(uri: string): void {
    if (isProjectName(uri)) {
      this.#projects.forget();
      this.refresh();
    }
    this.#extended.changed(uri);
    this.#changed.fire(uri);
    if (this.shared.usersOf(pathOf(uri)) === undefined) return;
    const tell = () => {
      for (const user of this.usersOf(pathOf(uri))) this.#changed.fire(user.uri);
    };
    const version = this.#open.get(uri)?.version;
    if (version === undefined) tell();
    // What extends a file that somebody types in waits until nothing was typed for a while.
    else
      this.#host.later(() => {
        if (this.#open.get(uri)?.version === version) tell();
      });
  }

  /** The specs around a certificate may name it; what went without being a spec may have been extended. */
  async #changeBeside(uri: string): Promise<void> {
    for (const file of this.shared.uris)
      if (pathOf(file) === pathOf(uri) || pathWithin(uri, file) !== undefined) this.#change(file);
    const around = [...this.#known.values()].filter((spec) => pathWithin(folderOf(spec.uri) ?? '', uri) !== undefined);
    await Promise.all(around.map((spec) => this.#lookBeside(spec)));
  }

  /** Looks at the certificates of a spec again. */
  async #lookBeside(spec: Opened): Promise<void> {
    if (await this.#certificates.look(spec)) this.#changed.fire(spec.uri);
  }

  #attempt(name: string, run: () => Promise<void>): void {
    attempt(this.#connection, name, run);
  }

  /** What waits, such as a key that was typed, comes first. */
  #pause(): Promise<void> {
    return new Promise((resolve) => this.#host.defer(resolve));
  }
}

const NONE: readonly Opened[] = [];

/** Milliseconds in which what is known without the grammar is told, before the grammar loads. */
const TELLING = 20;
