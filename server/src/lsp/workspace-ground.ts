import type { Gathered, Ground, Judged, NamedBytes } from '../assist/ground.ts';
import { unknown } from '../assist/unknown.ts';
import { LedAway } from '../machine/links.ts';
import { megabytes } from '../machine/sizes.ts';
import { code, say } from '../text/message.ts';
import { Refusal } from '../text/refusal.ts';
import { pathOf, pathWithin, uriNamedIn, uriWithin } from './names.ts';
import type { Opened } from './opened.ts';
import type { Session } from './session.ts';

/** The documents that are open, as they stand in the editor, and the files in the folders of the workspace. */
export class WorkspaceGround implements Ground {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  get today(): string {
    return this.#session.host.today();
  }

  get env() {
    const { bundle, language = 'en' } = this.#session.env;
    return { bundle, language };
  }

  /** They lie beside the client, which shows them. */
  async rulePages() {
    return {};
  }

  async specs(): Promise<Gathered> {
    const all = await this.#session.documents.all();
    return { documents: all.filter(({ kind }) => kind === 'spec').map((one) => this.#judged(one)), complaints: [] };
  }

  async document(name: string): Promise<Judged> {
    const { documents, workspace } = this.#session;
    // What the workspace holds is known once it was searched.
    const files = await workspace.files();
    for (const uri of this.#meant(name)) {
      const opened = await documents.known(uri);
      if (opened !== undefined) return this.#judged(opened);
    }
    const open = await documents.all();
    const names = [...files.values(), ...open.map(({ uri }) => uri)].map((uri) => this.#shown(uri));
    throw unknown(say`There is no spec or script ${code(name)}.`, name, names);
  }

  async file(name: string, limit: number): Promise<NamedBytes> {
    const { workspace } = this.#session;
    const here = this.#meant(name).filter((uri) => workspace.folderOf(uri) !== undefined);
    for (const uri of here) {
      const bytes = await workspace.bytes(uri).catch((error: unknown) => {
        if (error instanceof LedAway) throw outside(name);
        return undefined;
      });
      if (bytes === undefined) continue;
      if (bytes.length <= limit) return { path: this.#shown(uri), bytes };
      throw new Refusal(say`${code(name)} is larger than ${megabytes(limit)}.`);
    }
    if (here.length === 0) throw outside(name);
    const names = [...(await workspace.files()).values()].map((uri) => this.#shown(uri));
    throw unknown(say`There is no file ${code(name)}.`, name, names);
  }

  /** What a name may mean: a URI, a path, or one from a folder of the workspace; no way up is left in it. */
  #meant(name: string): readonly string[] {
    const { folders } = this.#session.workspace;
    const uris = /^[a-z][\w+.-]+:/i.test(name)
      ? [name]
      : folders.map((folder) => uriNamedIn(uriWithin(folder, '_'), name));
    return uris.filter((uri) => !pathOf(uri).split('/').includes('..'));
  }

  /** As answers call a document: the path in the only folder of the workspace, else all of it. */
  #shown(uri: string): string {
    const { folders } = this.#session.workspace;
    const [folder] = folders;
    const path = folders.length === 1 && folder !== undefined ? pathWithin(folder, uri) : undefined;
    return path ?? uri;
  }

  #judged({ uri, analysis }: Opened): Judged {
    return { path: this.#shown(uri), analysis };
  }
}

function outside(name: string): Refusal {
  return new Refusal(say`${code(name)} lies outside of the folders of the workspace.`);
}
