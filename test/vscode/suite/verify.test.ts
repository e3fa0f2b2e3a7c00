import { type CodeAction, commands, languages, type Uri, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, writeFile } from './specs.ts';

const SPEC = `lyncFederation: 1
server: { product: sfb-2019 }
domains:
  allowed:
    - domain: fabrikam.com
      partner: { srv: edge.fabrikam.com }
`;
const SEEN = {
  ...{ lyncFederationRecording: 1, taken: '2026-11-30T12:00:00.000Z', visits: [] },
  ...{ sip: false, certificate: false, roots: false, privateAddresses: false },
  resolvers: { public: ['192.0.2.53:53'], internal: [] },
  lookups: [
    {
      ...{ resolver: '192.0.2.53:53', name: '_sipfederationtls._tcp.fabrikam.com', type: 'SRV', outcome: 'records' },
      aliases: [],
      services: [{ priority: 0, weight: 0, port: 5061, target: 'sip.fabrikam.com', ttl: 60 }],
    },
  ],
};

suite('verify', () => {
  let spec: Uri;
  let seen: Uri;
  setup(async () => {
    spec = await writeFile('0-verify.lync.yaml', SPEC);
    seen = await writeFile('0-seen.json', JSON.stringify(SEEN));
  });
  teardown(async () => {
    await workspace.fs.delete(spec);
    await workspace.fs.delete(seen);
    await closeAll();
  });

  test('what the world shows otherwise is a problem on its line, also where the spec is open', async () => {
    await commands.executeCommand('vscode.open', spec);
    await commands.executeCommand('lyncFederation.verify', { args: ['--replay', seen.fsPath] });
    const told = () =>
      languages
        .getDiagnostics(spec)
        .filter(({ source }) => source === 'lync-federation verify')
        .map(({ range: { start }, code, message }) => `${start.line + 1} ${code}: ${message}`);
    // In the web nobody can ask, and it is said.
    if (spec.scheme !== 'file') return same(told(), []);
    await eventually(told, [
      '6 drift: The federation record of `fabrikam.com` leads to `sip.fabrikam.com`. The spec says `edge.fabrikam.com`.',
    ]);
  });

  test('a difference is taken over by its quick fix, from what was seen', async () => {
    if (spec.scheme !== 'file') return;
    const document = await workspace.openTextDocument(spec);
    await commands.executeCommand('vscode.open', spec);
    await commands.executeCommand('lyncFederation.verify', { args: ['--replay', seen.fsPath] });
    const range = document.lineAt(5).range;
    const fixes = async () => {
      const actions: readonly CodeAction[] = await commands.executeCommand(
        'vscode.executeCodeActionProvider',
        spec,
        range,
      );
      return actions.filter(({ title }) => title.startsWith('Take over'));
    };
    await eventually(async () => (await fixes()).map(({ title }) => title), ['Take over what was seen']);
    const [{ command } = {}] = await fixes();
    await commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    await eventually(() => document.lineAt(5).text, '      partner: { srv: sip.fabrikam.com }');
    await eventually(async () => (await fixes()).length, 0);
  });
});
