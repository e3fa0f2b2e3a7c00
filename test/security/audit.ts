import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a program asked of the system, each thing once. */
export interface Deeds {
  /** Files and folders that it read, or looked at. */
  readonly read: readonly string[];
  readonly written: readonly string[];
  /** Programs that it started, and threads. */
  readonly started: readonly string[];
  /** What it has to do with a network, as Node calls it. */
  readonly network: readonly string[];
}

/** An audit of programs that Node runs: with these options, and these variables beside the usual ones. */
export class Audit {
  readonly #file: string;

  constructor() {
    this.#file = join(mkdtempSync(join(tmpdir(), 'lync-federation-audit-')), 'deeds');
    writeFileSync(this.#file, '');
  }

  get env(): { readonly AUDIT: string; readonly NODE_OPTIONS: string } {
    const script = resolve(import.meta.dirname, 'audit.cjs');
    return { AUDIT: this.#file, NODE_OPTIONS: `--permission-audit --require "${script.replaceAll('\\', '/')}"` };
  }

  /** All that was done so far. */
  get deeds(): Deeds {
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    const all = lines.map((line): readonly string[] => JSON.parse(line));
    const of = (...permissions: readonly string[]) =>
      all.flatMap(([permission = '', what = '']) => (permissions.includes(permission) ? what : []));
    return {
      read: of('FileSystemRead'),
      written: of('FileSystemWrite'),
      started: of('ChildProcess', 'WorkerThreads', 'WASI', 'Inspector'),
      network: of('Handle').filter((handle) => NETWORK.test(handle)),
    };
  }
}

/** Sockets, names that are looked up, and servers; the standard streams are a `PIPEWRAP` or a `TTYWRAP`. */
const NETWORK = /TCP|UDP|TLS|DNS|ADDRINFO|NAMEINFO|QUERY|HTTP|QUIC|CONNECT|SERVER/;
