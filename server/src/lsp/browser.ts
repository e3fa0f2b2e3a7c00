// The language server as a web worker.

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { type FileParams, METHODS, type ReadParams } from '../../../protocol/methods.ts';
import { ENGINE, GRAMMAR } from '../grammar/files.ts';
import { Absent } from '../machine/absence.ts';
import { today } from '../machine/clock.ts';
import type { Bundle } from '../text/message.ts';
import type { Platform } from './host.ts';
import { Lifecycle } from './lifecycle.ts';
import { start } from './server.ts';

const scope: unknown = globalThis;
if (!isWorker(scope)) throw new Error('this program is a web worker');
const lifecycle = new Lifecycle();
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
  lifecycle.options,
);
/** A worker does not know where it came from: the client reads the files beside it. */
const file = (name: string) => connection.sendRequest<Uint8Array>(METHODS.file, { name } satisfies FileParams);
const platform: Platform = {
  today,
  async powerShell() {
    const { loadPowerShell } = await import('../grammar/load.ts');
    return loadPowerShell({ engine: await file(ENGINE), grammar: await file(GRAMMAR) });
  },
  texts: async (_, said) => textsIn(said),
  async readFile(uri) {
    const bytes = await connection.sendRequest<Uint8Array | null>(METHODS.read, { uri } satisfies ReadParams);
    if (bytes === null) throw new Absent(`${uri} is not there`);
    return bytes;
  },
  findFiles: (folder) => connection.sendRequest<string[]>(METHODS.find, { folder }),
  defer(run) {
    setTimeout(run, 0);
  },
  later(run, after = 500) {
    setTimeout(run, after);
  },
};
start(connection, platform, lifecycle);

/** The texts that the client brought along. */
function textsIn(said: unknown): Bundle {
  const texts: unknown = typeof said === 'object' && said !== null && 'texts' in said ? said.texts : {};
  const pairs = Object.entries(Object(texts)).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(pairs);
}

function isWorker(candidate: unknown): candidate is DedicatedWorkerGlobalScope {
  return typeof candidate === 'object' && candidate !== null && 'postMessage' in candidate;
}
