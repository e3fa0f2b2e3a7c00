import {
  type CodeAction,
  commands,
  type DocumentLink,
  languages,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, rangeOf, replace, soundSpec, writeFile } from './specs.ts';

const SPEC = soundSpec.replace('- fabrikam.com', '- { domain: fabrikam.com, partner: { srv: sip.fabrikam-edge.net } }');
const TRACE = `SIP/2.0 504 Server time-out
From: <sip:amy@contoso.com>;tag=1
To: <sip:ben@fabrikam.com>
Call-ID: 1
CSeq: 1 INVITE
ms-diagnostics: 1009;reason="No match for domain in DNS SRV results";domain="fabrikam.com";fqdn1="sip.fabrikam-edge.net";source="sip.contoso.com"
Content-Length: 0

`;

suite('a diagnosis', () => {
  let trace: Uri;
  setup(async () => {
    trace = await writeFile('0-edge.log', TRACE);
  });
  teardown(async () => {
    await commands.executeCommand('lyncFederation.dismissDiagnosis');
    await workspace.fs.delete(trace);
    await closeAll();
  });

  test('stands beside the spec, leads to its lines, and its findings go with what is mended', async () => {
    const document = await diagnosed();
    await eventually(() => text(document).includes('Diagnostics 1009'), true);
    const { start } = rangeOf(document, 'sip.fabrikam-edge.net');
    const targets = async () => {
      const found = await commands.executeCommand<DocumentLink[]>(
        'vscode.executeLinkProvider',
        shown(document)?.uri,
        50,
      );
      return found.some(({ target }) => target?.fragment === `L${start.line + 1},${start.character + 1}`);
    };
    await eventually(targets, true);
    await eventually(() => found(document), ['partner-srv-wrong-domain']);
    await replace(document, 'sip.fabrikam-edge.net', 'sip.fabrikam.com');
    await eventually(() => found(document), []);
    await eventually(() => text(document).includes('Nothing in the spec explains it.'), true);
  });

  test('is dismissed by a quick fix', async () => {
    const document = await diagnosed();
    await eventually(() => found(document), ['partner-srv-wrong-domain']);
    const range = rangeOf(document, 'sip.fabrikam-edge.net');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const { command = '', arguments: given = [] } =
      actions.find(({ title }) => title === 'Dismiss the diagnosis')?.command ?? {};
    await commands.executeCommand(command, ...given);
    await eventually(() => found(document), []);
    same(
      window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label.startsWith('Diagnosis of')),
      false,
    );
  });

  test('takes the trace that a menu is about, and the only spec that is open', async () => {
    const document = await openFile(SPEC);
    // It takes the place of no tab.
    await window.showTextDocument(await workspace.openTextDocument(trace), { preview: false });
    await commands.executeCommand('lyncFederation.diagnose', trace, [trace]);
    await eventually(() => found(document), ['partner-srv-wrong-domain']);
  });

  async function diagnosed(): Promise<TextDocument> {
    const document = await openFile(SPEC);
    await commands.executeCommand('lyncFederation.diagnose', { files: [trace.toString()] });
    return document;
  }
});

function found({ uri }: TextDocument): readonly unknown[] {
  const all = languages.getDiagnostics(uri).filter(({ source }) => source === 'lync-federation diagnosis');
  return all.map(({ code }) => (typeof code === 'object' ? code.value : code));
}

/** The answer about a spec; that about another one may be still around. */
function shown(spec: TextDocument): TextDocument | undefined {
  return workspace.textDocuments.find(
    ({ uri }) => uri.path.startsWith('/Diagnosis of') && uri.query === spec.uri.toString(),
  );
}

function text(spec: TextDocument): string {
  return shown(spec)?.getText() ?? '';
}
