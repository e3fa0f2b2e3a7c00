import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { PATIENCE } from '../runs.ts';

// What editors without our server do: yaml-language-server with the published copy of the schema.

const SERVER = join(
  createRequire(import.meta.url).resolve('yaml-language-server/package.json'),
  '../bin/yaml-language-server',
);
const SCHEMA = pathToFileURL('schemas/federation.draft-07.schema.json').href;

let child: ChildProcess;
let connection: ProtocolConnection;
const published = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();

beforeAll(async () => {
  child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (!child.stdin || !child.stdout) throw new Error('no pipes');
  connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const settings = { yaml: { schemas: { [SCHEMA]: '*.lync.yaml' }, validate: true, schemaStore: { enable: false } } };
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? settings.yaml : null)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
    published.get(uri)?.(diagnostics),
  );
  connection.listen();
  const capabilities = { workspace: { configuration: true }, textDocument: { publishDiagnostics: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('workspace/didChangeConfiguration', { settings });
}, PATIENCE);
afterAll(() => {
  connection.dispose();
  child.kill();
});

describe('with the draft-07 copy of the schema', () => {
  it.each(globSync('examples/*.lync.yaml').toSorted())('finds in %s what is wrong with a form', async (file) => {
    const isWrong = file.endsWith('multi-domain.lync.yaml');
    const record = 'This is not an SRV record name, such as `_sipfederationtls._tcp.contoso.com`.';
    expect(await check(readFileSync(file, 'utf8'))).toEqual(isWrong ? [record] : []);
  });

  it('finds a wrong value and an unknown key', async () => {
    const messages = await check('lyncFederation: 1\nserver: { product: lync-2012 }\nfoo: bar\n');
    expect(messages).toHaveLength(2);
    expect(messages.join('\n')).toMatch(/lync-2013/);
    expect(messages.join('\n')).toMatch(/foo/);
  });

  it('finds mistakes of form, and says what is right', async () => {
    const wrong = [
      'lyncFederation: 1',
      'asOf: 2015-02-29',
      'domains: { allowed: [my_partner.com, fabrikam, litwareinc.com] }',
      'policies: { externalAccess: [{ identity: "pool:edge" }] }',
    ];
    expect(await check(`${wrong.join('\n')}\n`)).toEqual([
      'This is not a date, such as `2014-06-30`.',
      'A name in federation has letters, digits and hyphens, and at most 256 characters.',
      'A name is looked up as a whole. Write it with its domain.',
      'This is not a scope, such as `global`, `site:Redmond` or a tag.',
    ]);
  });
});

let count = 0;

/** The messages of yaml-language-server on a text. */
async function check(text: string): Promise<readonly string[]> {
  const uri = `file:///checked-${++count}.lync.yaml`;
  const answer = new Promise<readonly Diagnostic[]>((resolve) => published.set(uri, resolve));
  const textDocument = { uri, languageId: 'yaml', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  return (await answer).map(({ message }) => String(message));
}
