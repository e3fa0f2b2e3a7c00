import { defineConfig } from 'vitest/config';

/** `--mode soak` (`npm run soak`) tries the properties of `test/random` as often as one has time for. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'node_modules/**'],
    globalSetup: 'test/make-code.ts',
    testTimeout: mode === 'soak' ? 0 : 30_000,
    env: { SOAK: mode === 'soak' ? 'yes' : 'no' },
  },
}));
