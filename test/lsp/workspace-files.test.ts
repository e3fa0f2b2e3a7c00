import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { FileChangeType, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { fileNameOf } from '../../server/src/lsp/names.ts';
import { encode } from '../../server/src/machine/encoding.ts';
import { Client, type Here, here, PULLING } from './client.ts';
import { Folder } from './folder.ts';

const SCRIPT = '# Müller\r\nNew-CsAllowedDomain -Idenity fabrikam.com\r\n';
const SPEC = 'lyncFederation: 1\r\norganization: { name: 콘토소 }\r\nprovider: {}\r\n';

let server: Here;
let client: Client;
let folder: Folder;

beforeAll(async () => {
  server = await here();
});

beforeEach(() => {
  folder = new Folder();
  folder.file('.lync-federation.yaml', 'languages: [lync-federation, powershell]\n');
});

afterEach(() => {
  client.kill();
  folder.remove();
});

/** What is wrong in the workspace, as `file:line rule`. */
function wrong(items: readonly WorkspaceDocumentDiagnosticReport[]): readonly string[] {
  return items.flatMap((item) =>
    'items' in item
      ? item.items.map(({ range, code }) => `${fileNameOf(item.uri)}:${range.start.line + 1} ${code}`)
      : [],
  );
}

it('files are known by their names, whatever the case', async () => {
  const names = ['Contoso.Lync.YAML', 'LYNC-FEDERATION.Yml', 'a.FEDERATION.yaml', 'Partners.Psm1', 'SETUP.PS1'];
  for (const name of [...names, 'Partners.PSD1', 'notes.txt', '.hidden.lync.yaml'])
    folder.file(name, /ps/i.test(name) ? SCRIPT : SPEC);
  client = await Client.connected(server, PULLING, { workspaceFolders: folder.workspaceFolders });
  const { items } = await client.pullWorkspace();
  expect(wrong(items)).toEqual([
    'Contoso.Lync.YAML:3 unknown-key',
    'LYNC-FEDERATION.Yml:3 unknown-key',
    'Partners.Psm1:2 unknown-parameter',
    'SETUP.PS1:2 unknown-parameter',
    'a.FEDERATION.yaml:3 unknown-key',
  ]);
  const uri = folder.file('Later.PSM1', SCRIPT);
  await client.filesChanged([uri, FileChangeType.Created]);
  expect((await client.workspaceSymbols('New-CsAllowedDomain'))?.map(({ containerName }) => containerName)).toEqual([
    'Later.PSM1',
    'Partners.Psm1',
    'SETUP.PS1',
  ]);
  // PowerShell to the editor, and no business of ours.
  const data = { uri: `${folder.uri}/Partners.PSD1`, languageId: 'powershell', version: 1, text: SCRIPT };
  await client.connection.sendNotification('textDocument/didOpen', { textDocument: data });
  expect(await client.pull(data.uri)).toMatchObject({ items: [] });
});

it.skipIf(process.platform === 'win32')('links lead to files of the workspace, and to nothing else', async () => {
  const outside = new Folder();
  outside.file('away.lync.yaml', SPEC);
  outside.file('project.yaml', 'rules: { unknown-key: off }\n');
  folder.file('old/contoso.txt', SPEC);
  folder.file('own.lync.yaml', SPEC);
  folder.remove('.lync-federation.yaml');
  const link = (to: string, name: string) => symlinkSync(to, join(folder.path, name));
  link(join(outside.path, 'away.lync.yaml'), 'away.lync.yaml');
  link(join(outside.path, 'project.yaml'), '.lync-federation.yaml');
  link('old/contoso.txt', 'inside.lync.yaml');
  link('/', 'everything');
  const names = Array.from({ length: 12 }, (_, i) => `f${i}`);
  for (const name of names) mkdirSync(join(folder.path, name));
  for (const name of names) for (const other of names) link(`../${other}`, `${name}/to-${other}`);
  client = await Client.connected(server, PULLING, { workspaceFolders: folder.workspaceFolders });
  const { items } = await client.pullWorkspace();
  expect(wrong(items)).toEqual(['inside.lync.yaml:3 unknown-key', 'own.lync.yaml:3 unknown-key']);
  const real = realpathSync(outside.path);
  const told = (name: string, to: string) =>
    `\`${name}\` is a link that leads elsewhere, to \`${join(real, to)}\`, outside of the workspace, so it is not read. Add the folder that it leads to to the workspace.`;
  expect(client.log.toSorted()).toEqual([
    told('.lync-federation.yaml', 'project.yaml'),
    told('away.lync.yaml', 'away.lync.yaml'),
  ]);
  outside.remove();
});

it('files are read as PowerShell and YAML read them', async () => {
  const ways = [
    ['utf8', { encoding: 'utf-8', bom: true }],
    ['utf16be', { encoding: 'utf-16be', bom: true }],
    ['utf16le', { encoding: 'utf-16le', bom: true }],
  ] as const;
  for (const [name, how] of ways) {
    writeFileSync(join(folder.path, `${name}.lync.yaml`), encode({ text: SPEC, ...how }));
    writeFileSync(join(folder.path, `${name}.ps1`), encode({ text: SCRIPT, ...how }));
  }
  const western = join(folder.path, 'western.ps1');
  writeFileSync(western, encode({ text: SCRIPT, encoding: 'windows-1252', bom: false }));
  client = await Client.connected(server, PULLING, { workspaceFolders: folder.workspaceFolders });
  const { items } = await client.pullWorkspace();
  const each = ways.flatMap(([name]) => [`${name}.lync.yaml:3 unknown-key`, `${name}.ps1:2 unknown-parameter`]);
  const guessed = ['western.ps1:2 unknown-parameter', 'western.ps1:1 encoding'];
  expect(wrong(items).toSorted()).toEqual([...each, ...guessed].toSorted());
  // Saved as it is advised, it is read for certain.
  const uri = folder.file('western.ps1', `\ufeff${SCRIPT}`);
  const known = items.map((item) => ({ uri: item.uri, value: item.resultId ?? '' }));
  const after = client.pullWorkspace(known);
  await client.filesChanged([uri, FileChangeType.Changed]);
  expect(wrong((await after).items)).toEqual(['western.ps1:2 unknown-parameter']);
});
