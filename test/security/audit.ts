import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a program asked of the system, each thing once. */
export interface Deeds {
  /** Files and folders that it read, or looked at. */
  readonly read: readonly string[];
  /** But for what Node compiled of the program, and keeps. */
  readonly written: readonly string[];
  /** Programs that it started, and threads. */
  readonly started: readonly string[];
  /** What it has to do with a network, as Node calls it. */
  readonly network: readonly string[];
}

/** An audit of programs that Node runs: with these options, and these variables beside the usual ones. */
export class Audit {
  /** The folder in which the programs of the user keep what they can make again. */
  readonly #cache: string;
  readonly #file: string;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'lync-federation-audit-'));
    this.#cache = join(folder, 'cache');
    this.#file = join(folder, 'deeds');
    writeFileSync(this.#file, '');
  }

  get env() {
    const script = resolve(import.meta.dirname, 'audit.cjs');
    return {
      AUDIT: this.#file,
      NODE_OPTIONS: `--permission-audit --require "${script.replaceAll('\\', '/')}"`,
      XDG_CACHE_HOME: this.#cache,
    };
  }

  /** All that was done so far. */
  get deeds(): Deeds {
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    const all = lines.map((line): readonly string[] => JSON.parse(line));
    const of = (...permissions: readonly string[]) =>
      all.flatMap(([permission = '', what = '']) => (permissions.includes(permission) ? what : []));
    const isKept = (path: string) => path.startsWith(this.#cache);
    return {
      read: of('FileSystemRead').filter((path) => !isKept(path)),
      written: of('FileSystemWrite').filter((path) => !isKept(path)),
      started: of('ChildProcess', 'WorkerThreads', 'WASI', 'Inspector'),
      network: of('Handle').filter((handle) => NETWORK.test(handle)),
    };
  }
}

/** Sockets, names that are looked up, and servers; the standard streams are a `PIPEWRAP` or a `TTYWRAP`. */
const NETWORK = /TCP|UDP|TLS|DNS|ADDRINFO|NAMEINFO|QUERY|HTTP|QUIC|CONNECT|SERVER/;
