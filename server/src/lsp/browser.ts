// The language server as a web worker.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { today } from './clock.ts';
import { start } from './server.ts';

const scope: unknown = globalThis;
if (!isWorker(scope)) throw new Error('this program is a web worker');
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
);
start(connection, { today, defer: (run) => void setTimeout(run, 0), later: (run) => void setTimeout(run, 500) });

function isWorker(candidate: unknown): candidate is DedicatedWorkerGlobalScope {
  return typeof candidate === 'object' && candidate !== null && 'postMessage' in candidate;
}
