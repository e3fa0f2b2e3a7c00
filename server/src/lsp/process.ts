// The language server as a process of its own: over IPC (`--node-ipc`), or over standard input and output (`--stdio`).
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Framing } from './framing.ts';
import { logFailure, reason } from './guard.ts';
import { Lifecycle } from './lifecycle.ts';
import { keepHeapSmall } from './node-heap.ts';
import { nodeHost } from './node-host.ts';
import { start } from './server.ts';
import { writeWhole } from './whole-messages.ts';

keepHeapSmall();
const lifecycle = new Lifecycle();
const connection = createConnection(ProposedFeatures.all, lifecycle.options);
// A promise of a library that nobody holds ends nothing.
process.on('unhandledRejection', (error) => logFailure(connection, 'something that nobody waited for', error));
if (process.argv.includes('--stdio')) {
  endWhereFramesAreLost();
  writeWhole(process.stdout);
  // Nobody reads any more what is said.
  process.stdout.on('error', () => process.exit(1));
}
start(connection, nodeHost(), lifecycle);

/** Nothing that comes then can be understood, and a client that waits would wait for ever. */
function endWhereFramesAreLost(): void {
  const framing = new Framing();
  const follow = (bytes: Buffer | string) => {
    try {
      framing.take(Buffer.from(bytes), (head) => {
        process.stderr.write(`No head of a message, and read past: ${head}\n`);
        // What came in one piece with it the library reads only when more comes.
        queueMicrotask(() => process.stdin.emit('data', Buffer.alloc(0)));
      });
    } catch (error) {
      process.stdin.off('data', follow);
      const what = error instanceof Error ? error.message : reason(error);
      process.stderr.write(`The language server ends, as what its client sends is ${what}\n`, () => process.exit(1));
    }
  };
  process.stdin.on('data', follow);
}
