import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, workspace } from '../cli/cli.ts';

const FILES = {
  'contoso.lync.yaml': readFileSync('docs/verify/contoso.lync.yaml', 'utf8'),
  'seen.json': readFileSync('docs/verify/seen.json', 'utf8'),
};
const ADDRESS = 'addresses: [203.0.113.10]';
const NAMES = 'subjectAlternativeNames: [sip.contoso.com, webcon.contoso.com, contoso.com]';

async function takenOver(...args: readonly string[]) {
  const cwd = workspace(FILES);
  const { stderr, code } = await cli(['verify', 'contoso.lync.yaml', '--replay', 'seen.json', ...args], { cwd });
  const text = readFileSync(join(cwd, 'contoso.lync.yaml'), 'utf8');
  return { code, stderr, hasAddress: text.includes(ADDRESS), hasNames: text.includes(NAMES) };
}

it('takes over all that was seen, or what the report points to at one place', async () => {
  expect(await takenOver()).toEqual({ code: 1, stderr: '', hasAddress: false, hasNames: false });
  expect(await takenOver('--take-over')).toEqual({
    ...{ code: 1, stderr: '`contoso.lync.yaml`: 2 differences taken over\n' },
    ...{ hasAddress: true, hasNames: true },
  });
  expect(await takenOver('--take-over-at', '23:32')).toEqual({
    ...{ code: 1, stderr: '`contoso.lync.yaml`: 1 difference taken over\n' },
    ...{ hasAddress: true, hasNames: false },
  });
  expect(await takenOver('--take-over-at', '2:1')).toEqual({
    ...{ code: 1, stderr: 'There is nothing to take over into `contoso.lync.yaml`.\n' },
    ...{ hasAddress: false, hasNames: false },
  });
});
