import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `--mode soak` (`npm run soak`) tries properties as long as there is time: `scripts/soak.ts`, `test/runs.ts`. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'node_modules/**'],
    // The engine keeps nothing between two calls, and nor may a test: files share what they have loaded.
    isolate: false,
    // By itself it leaves a core to the terminal: half of all there is on a machine with two. And many a file waits, for servers and clocks.
    maxWorkers: availableParallelism() + 1,
    globalSetup: 'test/run-once.ts',
    // Some seconds of work take a busy machine a minute.
    testTimeout: mode === 'soak' ? 0 : 90_000,
  },
}));
