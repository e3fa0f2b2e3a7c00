import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { Client, type Here, here, PULLING, VSCODE } from './client.ts';
import { Folder } from './folder.ts';

const CERTIFICATES = join(import.meta.dirname, '../plan/formats/certificate');
const SPEC = `lyncFederation: 1
asOf: 2027-01-01
server: { product: sfb-se }
certificates:
  - name: access-edge
    file: edge.pem
    notAfter: 2027-03-31
`;

let server: Here;
let client: Client;
let folder: Folder;

beforeAll(async () => {
  server = await here();
});

beforeEach(() => {
  folder = new Folder();
});

afterEach(() => {
  client.kill();
  folder.remove();
});

/** Puts a certificate, or what is called one, into the folder. */
function put(name: string, as = 'edge.pem'): string {
  return folder.file(as, readFileSync(join(CERTIFICATES, name), 'utf8'));
}

const codes = ({ diagnostics }: { readonly diagnostics: readonly { readonly code?: unknown }[] }) =>
  diagnostics.map(({ code }) => code);

it('a certificate beside the spec is compared with it, and each change of its name is heard', async () => {
  put('access-edge.pem');
  client = await Client.connected(server, VSCODE, { workspaceFolders: folder.workspaceFolders });
  const uri = `${folder.uri}/a.lync.yaml`;
  const { diagnostics } = await client.open(uri, SPEC);
  expect(diagnostics.map(({ code, range }) => [code, range.start.line])).toEqual([
    ['certificate-differs-from-file', 6],
  ]);
  client.replace(uri, 'edge.pem', 'edges.pem');
  expect(codes(await client.diagnostics(uri))).toEqual(['certificate-file-unusable']);
  client.replace(uri, 'edges.pem', '../edge.pem');
  expect((await client.diagnostics(uri)).diagnostics[0]?.message).toContain('leads out of the folder');
  client.replace(uri, '../edge.pem', 'edge.pem');
  client.replace(uri, '2027-03-31', '2027-03-30');
  expect(codes(await client.diagnostics(uri))).toEqual([]);
});

it('a certificate that changes on disk is judged anew, where the client tells of it', async () => {
  client = await Client.connected(server, VSCODE, { workspaceFolders: folder.workspaceFolders });
  const uri = `${folder.uri}/a.lync.yaml`;
  const last = () => codes(client.published.filter((params) => params.uri === uri).at(-1) ?? { diagnostics: [] });
  const becomes = (code: string) => client.until(() => (last()[0] === code ? true : undefined));
  expect(codes(await client.open(uri, SPEC))).toEqual(['certificate-file-unusable']);
  const pem = put('access-edge.pem');
  await client.filesChanged([pem, FileChangeType.Created]);
  await becomes('certificate-differs-from-file');
  put('damaged.pem');
  await client.filesChanged([pem, FileChangeType.Changed]);
  await becomes('certificate-file-unusable');
  put('access-edge.pem');
  await client.filesChanged([pem, FileChangeType.Changed]);
  await becomes('certificate-differs-from-file');
  folder.remove('edge.pem');
  await client.filesChanged([pem, FileChangeType.Deleted]);
  await becomes('certificate-file-unusable');
});

it('a spec that is not open is judged with its certificate, too', async () => {
  put('access-edge.pem', 'specs/edge.pem');
  folder.file('specs/a.lync.yaml', SPEC);
  client = await Client.connected(server, PULLING, { workspaceFolders: folder.workspaceFolders });
  const { items } = await client.pullWorkspace();
  expect(items.map((item) => ('items' in item ? item.items.map(({ code }) => code) : []))).toEqual([
    ['certificate-differs-from-file'],
  ]);
});

it.skipIf(process.platform === 'win32')('no link leads to a certificate elsewhere', async () => {
  put('access-edge.pem', 'outside/a.pem');
  put('access-edge.pem', 'inside/other.pem');
  symlinkSync('../outside/a.pem', join(folder.path, 'inside/edge.pem'));
  client = await Client.connected(server, VSCODE, { workspaceFolders: folder.workspaceFolders });
  const { diagnostics } = await client.open(`${folder.uri}/inside/a.lync.yaml`, SPEC);
  expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('leads out of the folder')]);
});

it('a private key is refused, and shown nowhere', async () => {
  folder.file('edge.pem', '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n');
  client = await Client.connected(server, VSCODE, { workspaceFolders: folder.workspaceFolders });
  const { diagnostics } = await client.open(`${folder.uri}/a.lync.yaml`, SPEC);
  expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('holds a private key')]);
  expect(JSON.stringify([client.published, client.log])).not.toContain('c2VjcmV0');
});

it('nothing is looked at where the workspace is not trusted, nor for a spec that was never saved', async () => {
  client = await Client.connected(server, VSCODE, { settings: { trusted: false } });
  const uri = `${folder.uri}/a.lync.yaml`;
  expect(codes(await client.open(uri, SPEC))).toEqual([]);
  expect(codes(await client.open('untitled:Untitled-1', SPEC))).toEqual([]);
  client.settings = {};
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.published.find((params) => params.uri === uri && params.diagnostics.length === 1));
});
