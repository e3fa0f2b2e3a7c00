import { expect, it } from 'vitest';
import { loadedAtOnce } from '../loaded-at-once.ts';

it.each(['server/src/lsp/process.ts', 'server/src/lsp/browser.ts'])(
  '%s loads plans, captures and what reads them when somebody asks for them',
  async (entry) => {
    const files = await loadedAtOnce(entry);
    expect(files).toContain('server/src/analyze.ts');
    expect(files.filter((file) => /^server\/src\/(?:plan\/|features\/(?:plan|drift))/.test(file))).toEqual([]);
  },
);
