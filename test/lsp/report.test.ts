import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { METHODS, type ReportAnswer } from '../../protocol/methods.ts';
import { CONTOSO } from '../map/sight.ts';
import { Client, here, VSCODE } from './client.ts';

let client: Client;

afterEach(() => client.kill());

it('a report is told as a file, with the capture of the settings', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lync-federation-report-'));
  const capture = { version: 1, captured: '2014-06-28T10:12:44Z', objects: { CsBlockedDomain: [] } };
  writeFileSync(join(folder, 'live.json'), JSON.stringify(capture));
  const uri = pathToFileURL(join(folder, 'contoso.lync.yaml')).href;
  client = await Client.connected(await here(), VSCODE, { settings: { capture: 'live.json', asOf: '2014-07-01' } });
  await client.open(uri, CONTOSO);
  const ask = async (format: string) => {
    const params = { textDocument: { uri }, format };
    return (await client.connection.sendRequest<ReportAnswer>(METHODS.report, params))?.report ?? '';
  };
  const words = await ask('md');
  expect(words).toContain('\n- Judged as of: 2014-07-01\n');
  expect(words).toContain('\n- Servers: Compared with `live.json`, captured 2014-06-28T10:12:44Z\n');
  expect(words).toContain('| 17 | CsBlockedDomain | `spam.example` |');
  expect(words).toContain('\n| 2015-01-02 | From this day on: ');
  expect((await ask('html')).match(/<section id="[\w-]+">/g)).toHaveLength(9);
});
