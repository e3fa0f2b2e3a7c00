import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blocksFor, CARD, desk, FIXED, FOUND, told } from './desk.ts';

const [mode = '', eglot = '', lspMode = ''] = blocksFor('Emacs');
const shared = readFileSync('test/editors/shared.el', 'utf8');

it.runIf(process.platform === 'linux').concurrent.each([
  ['eglot.el', eglot],
  ['lsp-mode.el', lspMode],
])('Emacs shows findings and a card, and takes a fix: %s', async (script, client) => {
  const { home, env } = desk({ '.emacs.d/init.el': mode + client, 'shared.el': shared, '.git/HEAD': '' });
  const init = ['--eval', '(package-activate-all)', '--load', '.emacs.d/init.el', '--load', script];
  const seen = await told({ home, env }, 'emacs', ['--batch', ...init], script);
  expect(seen.mode).toBe('lync-federation-mode');
  // Flymake lists the overlays of a buffer, which have no order.
  const found = seen.found.toSorted(([one]: [number], [other]: [number]) => one - other);
  expect(
    found.map(([line, text]: [number, string]) => [line, text.replace(/^lync-federation \[[\w-]+\]: /, '')]),
  ).toEqual(FOUND);
  expect(seen.card).toContain(CARD);
  expect(seen.offered[0]).toContain('Rename `iconURL` to `iconUrl`');
  expect(readFileSync(join(home, 'contoso.lync.yaml'), 'utf8')).toBe(FIXED);
  expect(seen.warned).not.toContain('nknown');
});
