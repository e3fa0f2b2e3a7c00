import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity, DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { LENS_COMMANDS } from '../../protocol/commands.ts';
import { type CollectorAnswer, METHODS, type StartAnswer, type TemplateAnswer } from '../../protocol/methods.ts';
import { LARGEST_CAPTURE, LARGEST_CAPTURES } from '../../protocol/sizes.ts';
import { snippetOf } from '../../server/src/features/template-snippet.ts';
import { collectorScript } from '../../server/src/plan/collector.ts';
import { templates } from '../../server/src/templates/templates.ts';
import { Client, type Here, here, VSCODE } from './client.ts';

const PLAN = join(import.meta.dirname, '../plan');
const CONSOLE =
  'PS C:\\> Get-CsAllowedDomain | fl\r\n\r\nIdentity  : fabrikam.com\r\nDomain    : fabrikam.com\r\nProxyFqdn :\r\n';

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});
beforeEach(async () => {
  client = await Client.connected(server);
});
afterEach(() => {
  client.kill();
});

function start(files: Readonly<Record<string, string | Buffer>>): Promise<StartAnswer | null> {
  const given = Object.entries(files).map(([name, bytes]) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  return client.connection.sendRequest<StartAnswer | null>(METHODS.startSpec, { files: given });
}

it('templates go to the editor as snippets', async () => {
  const answer = await client.connection.sendRequest<readonly TemplateAnswer[]>(METHODS.templates);
  expect(answer.map(({ name, snippet }) => ({ name, snippet }))).toEqual(
    templates.map((template) => ({ name: template.name, snippet: snippetOf(template) })),
  );
  expect(answer[0]?.title).toBe('Green field');
});

describe('what is empty', () => {
  const uri = 'file:///new.lync.yaml';

  it.each([
    ['', DiagnosticSeverity.Hint],
    ['# Contoso\n', DiagnosticSeverity.Hint],
    ['contoso\n', DiagnosticSeverity.Error],
  ])('is no error: %j', async (text, severity) => {
    await client.open(uri, text);
    const { items } = await client.connection
      .sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })
      .then((report) => (report.kind === 'full' ? report : { items: [] }));
    expect(items.map((item) => [item.code, item.severity])).toEqual([['yaml-syntax', severity]]);
  });

  it('has lenses for the client that knows their commands', async () => {
    const commands = Object.values(LENS_COMMANDS);
    for (const known of [commands, []]) {
      client.kill();
      client = await Client.connected(server, {
        ...VSCODE,
        experimental: { status: true, commands: { commands: known } },
      });
      await client.open(uri, '');
      const lenses = (await client.lenses(uri)) ?? [];
      expect(lenses.map(({ command }) => command?.command)).toEqual(
        known.length > 0 ? [LENS_COMMANDS.newSpec, LENS_COMMANDS.startSpec, LENS_COMMANDS.startSpecFromClipboard] : [],
      );
    }
  });
});

describe('a spec is started', () => {
  it('from a capture, as the command line makes it, and what is left is told', async () => {
    const capture = readFileSync(join(PLAN, 'captures/contoso.json'));
    const notes = readFileSync(join(PLAN, 'captures/contoso.json.notes.txt'), 'utf8');
    expect(await start({ 'contoso.json': capture })).toEqual({
      spec: readFileSync(join(PLAN, 'captures/contoso.json.lync.yaml'), 'utf8'),
      summary: 'The spec has 16 entries; 1 object or line stands in it as a comment.',
      notes: notes.trimEnd().split('\n'),
    });
  });

  it('from several files as one: a console in UTF-16, a certificate in DER, a script', async () => {
    const pem = readFileSync(join(PLAN, 'formats/certificate/server-only.cer'), 'utf8');
    const answer = await start({
      'console.txt': Buffer.from(`\ufeff${CONSOLE}`, 'utf16le'),
      'certificates/edge.cer': Buffer.from(pem.replace(/-----.*?-----/g, ''), 'base64'),
      'setup.ps1': 'New-CsAllowedDomain -Identity litwareinc.com\n',
    });
    expect(answer?.spec).toMatch(/^# Imported from console\.txt, certificates\/edge\.cer, setup\.ps1\n/);
    expect(answer?.spec).toMatch(/allowed:\n {4}- fabrikam\.com\n {4}- litwareinc\.com\n/);
    expect(answer?.spec).toMatch(/^ {4}file: certificates\/edge\.cer$/m);
  });

  it('from bytes of every value', async () => {
    // In the code page of western Windows, in which redirection by the Command Prompt writes.
    const answer = await start({ 'a.txt': Buffer.from(CONSOLE.replace('ProxyFqdn :', 'Comment : Müller'), 'latin1') });
    expect(answer?.spec).toMatch(/comment: Müller/);
  });

  it('and is none where nothing became part of it', async () => {
    expect(await start({ 'a.json': '{ "name": "x" }' })).toEqual({
      spec: null,
      summary: 'Nothing of `a.json` became part of a spec.',
      notes: ['a.json: It is not clear which cmdlet showed `x`; kept as a comment.'],
    });
    const refused = await start({ 'a.txt': 'nothing', 'b.bin': Buffer.from([0, 1, 2, 0]) });
    expect(refused?.spec).toBeNull();
    expect(refused?.summary).toMatch(/^`b\.bin` is a binary file, not a capture\. `a\.txt` is no capture\. /);
  });

  it('from what can be read, and what cannot is told', async () => {
    const answer = await start({ 'console.txt': CONSOLE, 'b.bin': Buffer.from([0, 1, 2, 0]) });
    expect(answer?.spec).toMatch(/fabrikam\.com/);
    expect(answer?.summary).toBe('The spec has 1 entry. `b.bin` is a binary file, not a capture.');
  });

  it('from no file that is too large', async () => {
    const answer = await start({ 'large.json': Buffer.alloc(LARGEST_CAPTURE + 1, ' ') });
    expect(answer).toEqual({
      spec: null,
      summary: '`large.json` is larger than 32 MB, too large for a capture.',
      notes: ['`large.json` is larger than 32 MB, too large for a capture.'],
    });
  });

  it('from files as far as they are not too large together', async () => {
    const blank = Buffer.alloc(LARGEST_CAPTURES / 2 - 10, ' ');
    const answer = await start({ '1.txt': blank, '2.txt': blank, '3.txt': CONSOLE, '4.txt': 'Get-CsSite' });
    expect(answer?.spec).toBeNull();
    expect(answer?.summary).toContain('`3.txt` is not read: with it the captures are more than 64 MB together.');
    expect(answer?.summary).not.toContain('`4.txt` is not read');
  });

  it('from nothing that is no file', async () => {
    for (const files of [[{ name: 'a', base64: '!' }], [{}], undefined])
      expect(await client.connection.sendRequest(METHODS.startSpec, { files })).toEqual({
        spec: null,
        summary: expect.stringMatching(/^The check `import` could not be made: /),
        notes: [],
      });
    expect(await start({ 'console.txt': CONSOLE })).toMatchObject({ summary: 'The spec has 1 entry.' });
  });
});

it('the collector is a file for Windows PowerShell, made by the program that asks for it', async () => {
  const answer = await client.connection.sendRequest<CollectorAnswer>(METHODS.collector, { version: '1.2.3' });
  expect(answer.script).toBe(`\ufeff${collectorScript('1.2.3').replaceAll('\n', '\r\n')}`);
  expect(answer.script).toContain('Made by lync-federation 1.2.3.');
});
