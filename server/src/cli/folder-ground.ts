import { realpath, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { analyze } from '../analyze.ts';
import type { Gathered, Ground, Judged, NamedBytes } from '../assist/ground.ts';
import { unknown } from '../assist/unknown.ts';
import { withSecondOpinion } from '../grammar/node.ts';
import { isWithin } from '../machine/way-out.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import { Refusal } from '../text/refusal.ts';
import type { Given } from './command.ts';
import { gather, type Input } from './files.ts';
import { judgementOf } from './judgement.ts';
import { bytesOf } from './read.ts';
import type { Shell } from './shell.ts';

/** What lies in some folders; nothing leads out of them. */
export class FolderGround implements Ground {
  readonly #folders: readonly string[];
  readonly #shell: Shell;

  /** @param folders absolute paths */
  constructor(folders: readonly string[], shell: Shell) {
    this.#folders = folders;
    this.#shell = shell;
  }

  get today(): string {
    return this.#shell.today;
  }

  get env() {
    return this.#shell.programs;
  }

  rulePages() {
    return this.#shell.rulePages(this.env.language);
  }

  async specs(): Promise<Gathered> {
    const all = [];
    for (const folder of this.#folders) all.push(await this.#gathered(folder, folder));
    return {
      documents: all.flatMap(({ documents }) => documents),
      complaints: all.flatMap(({ complaints }) => complaints),
    };
  }

  async document(name: string): Promise<Judged> {
    const { folder, path } = await this.#placeOf(name);
    const { documents, complaints } = await this.#gathered(path, folder);
    const [document] = documents;
    if (document !== undefined) return document;
    throw new Refusal(complaints[0] ?? say`${code(name)} is no spec.`);
  }

  async file(name: string, limit: number): Promise<NamedBytes> {
    const { folder, path } = await this.#placeOf(name);
    const bytes = await bytesOf(path, { cwd: folder, input: nothing }, { as: say`a capture or a trace`, limit });
    if ('template' in bytes) throw new Refusal(bytes);
    return { path: this.#shown(folder, path), bytes };
  }

  /** The specs that a path names. */
  async #gathered(path: string, folder: string): Promise<Gathered> {
    const told: Message[] = [];
    const around = { cwd: folder, within: folder, input: nothing, tell: (text: Message) => void told.push(text) };
    const { inputs, complaints } = await gather([path], around);
    const documents: Judged[] = [];
    for (const input of inputs) documents.push(await this.#judged(input, folder));
    return { documents, complaints: [...told, ...complaints] };
  }

  async #judged(input: Input, folder: string): Promise<Judged> {
    const options = await judgementOf(input, NOTHING_TYPED, this.#shell);
    const analysis = await withSecondOpinion((readScript) => analyze(input.text, { ...options, readScript }));
    return { path: this.#shown(folder, resolve(folder, input.path)), analysis };
  }

  /** As answers call a file; of several folders each says which. */
  #shown(folder: string, path: string): string {
    return (this.#folders.length === 1 ? relative(folder, path) : path).replaceAll('\\', '/');
  }

  /**
   * Where a file lies that was named.
   * @throws Refusal for what is not there, or lies elsewhere, also by a link
   */
  async #placeOf(name: string): Promise<{ readonly folder: string; readonly path: string }> {
    let isMissing = false;
    for (const folder of this.#folders) {
      const path = resolve(folder, name);
      if (!isWithin(folder, path)) continue;
      const [real, realFolder] = await Promise.all([really(path), really(folder)]);
      isMissing ||= real === undefined;
      if (real === undefined || !isWithin(realFolder ?? folder, real)) continue;
      // A pipe or a device never ends.
      if (!(await stat(real)).isFile()) throw new Refusal(say`${code(name)} is no file.`);
      return { folder, path };
    }
    if (isMissing) throw unknown(say`There is no file ${code(name)}.`, name, await this.#names());
    throw new Refusal(
      say`${code(name)} lies outside of what may be looked at: ${codes(this.#folders, this.#folders.length)}.`,
    );
  }

  async #names(): Promise<readonly string[]> {
    const { search } = await import('../machine/search.ts');
    const found = await Promise.all(
      this.#folders.map(async (folder) =>
        (await search(['**/*'], { folder, absolute: true })).map((path) => this.#shown(folder, resolve(path))),
      ),
    );
    return found.flat();
  }
}

async function really(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

/** Nobody types here. */
const NOTHING_TYPED: Given = { words: [], typed: () => [], of: (option) => option.read([]) };

async function* nothing(): AsyncIterable<Uint8Array> {}
