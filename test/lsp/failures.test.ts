import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { METHODS } from '../../protocol/methods.ts';
import { broken, type Part } from '../failing.ts';
import { bundle, Client, PULLING, VSCODE } from './client.ts';
import { Folder } from './folder.ts';

/** A spec with three problems, and the word at which some part of the program throws. */
const SPEC = `lyncFederation: 1
asOf: 2014-07-02
organization: { name: BOOM }
providers:
  public:
    - identity: AOL
      enabled: true
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 443, target: sip.contoso.com }
cmdlets:
  - Get-CsAllowedDomain -Identity 'BOOM.com
`;
/** In which the spec's provider is missing. */
const CAPTURE = '{ "version": 1, "objects": { "CsPublicProvider": [] } }';
const SOUND = SPEC.replaceAll('BOOM', 'Contoso');

let client: Client;
const folder = new Folder();
afterEach(() => client.kill());

/** How a client of a server with a broken part is made. */
function connecting(part: Part) {
  const env = { ...process.env, ...broken(part) };
  return async (capabilities: ClientCapabilities, more: Parameters<typeof Client.connected>[2] = {}) => {
    client = await Client.connected(await bundle({ failing: true }), capabilities, { ...more, env });
  };
}
type Connect = ReturnType<typeof connecting>;

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);
/** What is found in the spec that harms nobody, once the grammar is there. */
const sound = async (connect: Connect) => {
  await connect(VSCODE);
  await client.open('file:///sound.lync.yaml', SOUND);
  const published = () => client.published.map(({ diagnostics }) => codes(diagnostics));
  return client.until(() => published().find((found) => found.includes('cmdlet-syntax')));
};
const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const FAILED = (check: string) =>
  `The check \`${check}\` could not be made: boom. This is a mistake of Lync Federation, and the other checks were made; please report it.`;

describe('what throws costs its own answer', () => {
  it.each([
    ['rule', 'retired-provider', ['retired-provider']],
    ['grammar', 'cmdlets', ['cmdlet-syntax']],
    ['suppression', 'suppression', []],
  ] as const)('a failing %s leaves the other findings', async (part, check, missing) => {
    const connect = connecting(part);
    const all = await sound(connect);
    expect(all).toContain('retired-provider');
    const { diagnostics } = await client.open('file:///specs/boom.lync.yaml', SPEC);
    const others = all.filter((code) => !missing.some((one) => one === code));
    expect(codes(diagnostics)).toEqual([...others, 'check-failed']);
    expect(diagnostics.at(-1)).toMatchObject({
      message: FAILED(check),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 17 } },
    });
    const log = client.log.join('\n');
    expect(log).toContain(`The check ${check} of file:///specs/boom.lync.yaml failed: TypeError: boom\n    at `);
    // With each key the same is not said again, and what no longer fails is no longer there.
    client.replace('file:///specs/boom.lync.yaml', 'true', 'false');
    await client.diagnostics('file:///specs/boom.lync.yaml');
    expect(client.log.join('\n')).toBe(log);
    client.rewrite('file:///specs/boom.lync.yaml', SOUND);
    expect(codes((await client.diagnostics('file:///specs/boom.lync.yaml')).diagnostics)).toEqual(all);
  });

  it('a reader of YAML leaves that it failed, and every request an answer', async () => {
    const connect = connecting('yaml');
    await connect(VSCODE);
    const uri = 'file:///specs/boom.lync.yaml';
    expect((await client.open(uri, SPEC)).diagnostics).toMatchObject([{ message: FAILED('yaml') }]);
    expect(await client.pull(uri)).toMatchObject({ kind: 'full', items: [{ message: FAILED('yaml') }] });
    expect(await client.symbols(uri)).toEqual([]);
    expect(await client.completion(uri, { line: 1, character: 0 })).not.toBeUndefined();
    client.rewrite(uri, SOUND);
    expect(codes((await client.diagnostics(uri)).diagnostics)).toContain('retired-provider');
    expect(await client.symbols(uri)).not.toEqual([]);
  });

  it('a comparison with a capture leaves the findings of the spec', async () => {
    const connect = connecting('drift');
    const uri = folder.file('boom.lync.yaml', SPEC);
    folder.file('live.json', CAPTURE);
    await connect(VSCODE, { settings: { capture: 'live.json' } });
    const { diagnostics } = await client.open(uri, SPEC);
    expect(codes(diagnostics)).toContain('retired-provider');
    expect(diagnostics.at(-1)).toMatchObject({ code: 'check-failed', message: FAILED('drift') });
  });

  it('a repair of drift leaves those of other problems', async () => {
    const connect = connecting('repair');
    const uri = folder.file('boom.lync.yaml', SPEC);
    folder.file('live.json', CAPTURE);
    await connect(VSCODE, { settings: { capture: 'live.json' } });
    const { diagnostics } = await client.open(uri, SPEC);
    expect(codes(diagnostics)).toContain('drift');
    const titles = (await client.actions(uri, client.rangeOf(uri, SPEC))).map(({ title }) => title);
    expect(titles).toContain('Disable `retired-provider` on this line');
    expect(client.log.join('\n')).toMatch(/The repair of drift in file:.*boom\.lync\.yaml failed: TypeError: boom/);
  });

  it('a spec that cannot be started says so, and the next one is', async () => {
    const connect = connecting('import');
    await connect(VSCODE);
    const start = (domain: string) => {
      const csv = `Identity,Domain\n${domain},${domain}\n`;
      const files = [{ name: 'CsAllowedDomain.csv', base64: Buffer.from(csv).toString('base64') }];
      return client.connection.sendRequest(METHODS.startSpec, { files });
    };
    expect(await start('BOOM.com')).toEqual({ spec: null, summary: FAILED('import'), notes: [] });
    expect(client.log.join('\n')).toContain(`${METHODS.startSpec} failed: TypeError: boom\n    at `);
    expect(await start('fabrikam.com')).toMatchObject({ summary: 'The spec has 1 entry.' });
  });

  it('a project file that cannot be used decides nothing', async () => {
    const connect = connecting('project');
    const uri = folder.file('boom.lync.yaml', SOUND);
    folder.file('.lync-federation.yaml', 'rules: { retired-provider: off } # BOOM\nasOf: BOOM\n');
    await connect(VSCODE, { workspaceFolders: folder.workspaceFolders });
    expect(codes((await client.open(uri, SOUND)).diagnostics)).toContain('retired-provider');
    expect(client.log.join('\n')).toMatch(/The project file .* failed: TypeError: boom/);
  });

  it('a report that cannot be made says so in its own place, and the next one is made', async () => {
    const connect = connecting('report');
    const uri = 'file:///specs/boom.lync.yaml';
    await connect(PULLING);
    const textDocument = { uri, languageId: 'lync-federation', version: 1, text: SPEC };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    const told = { code: 'check-failed', message: FAILED('diagnostics'), range: RANGE };
    expect(await client.pull(uri)).toMatchObject({ kind: 'full', items: [told] });
    expect(client.log.join('\n')).toContain('textDocument/diagnostic failed: TypeError: boom\n    at ');
    client.documents.set(uri, TextDocument.create(uri, 'lync-federation', 1, SPEC));
    client.rewrite(uri, SOUND);
    const report = await client.pull(uri);
    expect(codes(report.kind === 'full' ? report.items : [])).toContain('retired-provider');
  });

  it('a feature answers nothing, and the next one does', async () => {
    const connect = connecting('hover');
    const uri = 'file:///specs/boom.lync.yaml';
    await connect(VSCODE);
    await client.open(uri, SPEC);
    expect(await client.hover(uri, { line: 4, character: 3 })).toBeNull();
    expect(client.log.join('\n')).toContain('textDocument/hover failed: TypeError: boom\n    at ');
    expect(await client.symbols(uri)).not.toBeNull();
  });
});
