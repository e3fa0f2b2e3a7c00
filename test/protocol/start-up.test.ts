import { expect, it } from 'vitest';
import { loadedAtOnce } from '../loaded-at-once.ts';

it.each(['client/src/node.ts', 'client/src/browser.ts'])(
  '%s runs in a window without specs, and runs nothing there that speaks with a server',
  async (entry) => {
    const files = await loadedAtOnce(entry);
    expect(files).toContain('client/src/language.ts');
    const talking = [
      'session.ts',
      'node-session.ts',
      'browser-session.ts',
      'status.ts',
      'plan-preview.ts',
      'formatting.ts',
    ];
    expect(files.filter((file) => talking.some((name) => file === `client/src/${name}`))).toEqual([]);
  },
);
