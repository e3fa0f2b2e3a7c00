import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentRangesFormattingRequest,
} from 'vscode-languageserver/node';
import { Client, type Here, here, VSCODE } from './client.ts';

const URI = 'file:///specs/contoso.lync.yaml';
const SPEC = 'lyncFederation: 1\nasOf:   2014-03-01\ndomains:\n    allowed:\n        -  fabrikam.com # ours\n\n\n\n';
const options = { tabSize: 2, insertSpaces: true };

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});

afterEach(() => {
  client.kill();
});

/** The document after its whole text was laid out. */
async function formatted(uri: string, more: object = {}): Promise<string> {
  const params = { textDocument: { uri }, options: { ...options, ...more } };
  client.edit(uri, (await client.connection.sendRequest(DocumentFormattingRequest.type, params)) ?? []);
  return client.text(uri);
}

describe('formatting', () => {
  it('lays out a spec, and a second time finds nothing to do', async () => {
    client = await Client.connected(server);
    await client.open(URI, SPEC);
    const tidy = 'lyncFederation: 1\nasOf: 2014-03-01\ndomains:\n  allowed:\n    - fabrikam.com # ours\n';
    expect(await formatted(URI)).toBe(tidy);
    const params = { textDocument: { uri: URI }, options };
    expect(await client.connection.sendRequest(DocumentFormattingRequest.type, params)).toEqual([]);
  });

  it('does as the editor says', async () => {
    client = await Client.connected(server);
    await client.open(URI, SPEC);
    expect(await formatted(URI, { tabSize: 3, trimFinalNewlines: false })).toBe(
      'lyncFederation: 1\nasOf: 2014-03-01\ndomains:\n   allowed:\n      - fabrikam.com # ours\n\n\n\n',
    );
  });

  it('does as the .editorconfig around the document says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lync-federation-'));
    mkdirSync(join(folder, 'specs'));
    writeFileSync(join(folder, '.editorconfig'), 'root = true\n[*.lync.yaml]\nindent_size = 4\n');
    const uri = pathToFileURL(join(folder, 'specs', 'a.lync.yaml')).href;
    client = await Client.connected(server);
    await client.open(uri, 'domains:\n  allowed:   [a.b]\n');
    expect(await formatted(uri)).toBe('domains:\n    allowed: [a.b]\n');
    writeFileSync(join(folder, '.editorconfig'), 'root = true\n[*.yaml]\nindent_size = 3\n');
    expect(await formatted(uri)).toBe('domains:\n   allowed: [a.b]\n');
  });

  it('leaves a broken spec and a script alone', async () => {
    client = await Client.connected(server);
    await client.open(URI, 'domains:\n    allowed: [\n');
    const script = 'file:///specs/set-up.ps1';
    await client.open(script, 'New-CsAllowedDomain   -Identity   fabrikam.com\n', 'powershell');
    const ask = (uri: string) =>
      client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options });
    expect([await ask(URI), await ask(script)]).toEqual([[], null]);
  });

  it('lays out only a range, or several', async () => {
    client = await Client.connected(server);
    await client.open(URI, 'asOf:   2014-03-01\nserver:   {product: lync-2013}\nedge:   {}\n');
    const line = (at: number) => ({ start: { line: at, character: 0 }, end: { line: at, character: 4 } });
    const textDocument = { uri: URI };
    const one = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument,
      options,
      range: line(1),
    });
    expect(one).toEqual([
      { range: { start: { line: 1, character: 7 }, end: { line: 1, character: 10 } }, newText: ' ' },
    ]);
    const several = await client.connection.sendRequest(DocumentRangesFormattingRequest.type, {
      textDocument,
      options,
      ranges: [line(0), line(2)],
    });
    client.edit(URI, several ?? []);
    expect(client.text(URI)).toBe('asOf: 2014-03-01\nserver:   {product: lync-2013}\nedge: {}\n');
  });

  it('is advertised, with several ranges to those that ask for them', async () => {
    client = new Client(server);
    const rangeFormatting = { rangesSupport: true };
    const { textDocument } = VSCODE;
    const { capabilities } = await client.initialize({ ...VSCODE, textDocument: { ...textDocument, rangeFormatting } });
    expect(capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: { rangesSupport: true },
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['-'] },
    });
    client.kill();
    client = new Client(server);
    expect((await client.initialize(VSCODE)).capabilities.documentRangeFormattingProvider).toBe(true);
  });
});

describe('typing', () => {
  it('indents the line that Enter begins', async () => {
    client = await Client.connected(server);
    await client.open(URI, 'domains:\n    allowed:\n      - domain: fabrikam.com\n');
    client.replace(URI, 'fabrikam.com\n', 'fabrikam.com\n\n');
    const params = { textDocument: { uri: URI }, position: { line: 3, character: 0 }, ch: '\n', options };
    client.edit(URI, (await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, params)) ?? []);
    expect(client.text(URI)).toBe('domains:\n    allowed:\n      - domain: fabrikam.com\n        \n');
    const script = 'file:///specs/set-up.ps1';
    await client.open(script, 'New-CsAllowedDomain -Identity a:\n\n', 'powershell');
    const inScript = { ...params, textDocument: { uri: script }, position: { line: 1, character: 0 } };
    expect(await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, inScript)).toBeNull();
  });
});
