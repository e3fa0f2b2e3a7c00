import { expect, it } from 'vitest';
import { loadedAtOnce } from '../loaded-at-once.ts';

it.each([
  'server/src/lsp/process.ts',
  'server/src/lsp/browser.ts',
  'server/src/cli/program.ts',
  'server/src/cli/commands/check.ts',
  'server/src/cli/commands/explain.ts',
])('%s loads what explains symptoms when somebody asks for it', async (entry) => {
  const files = await loadedAtOnce(entry);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => /symptoms|\/diagnose\//.test(file))).toEqual([]);
});
