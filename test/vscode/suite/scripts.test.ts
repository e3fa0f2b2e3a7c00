import {
  type CompletionList,
  ConfigurationTarget,
  commands,
  type LocationLink,
  type SemanticTokens,
  type SignatureHelp,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { eventually, same } from './expect.ts';
import { hover } from './hover.ts';
import { after, closeAll, openFile, problems, soundSpec } from './specs.ts';

const script = `# partners
Get-Date -Nothing x
New-CsAllowedDomain -Identity fabrikam.com -Nothing x
Set-CsAllowedDomain -Identity 'fabrikam.com' -Comment x
`;

let files = 0;

suite('a PowerShell script', () => {
  teardown(closeAll);

  test('is judged by its cmdlets of ours alone', async () => {
    const document = await openScript();
    same(document.languageId, 'powershell');
    await eventually(() => problems(document), ['3:44 error unknown-parameter']);
  });

  test('shows the card of a cmdlet', async () => {
    const document = await openScript();
    await eventually(async () => (await hover(document, 'New-CsAllowedDomain')).includes('[Reference]'), true);
    same(await hover(document, 'Get-Date'), '');
  });

  test('has completion and signatures', async () => {
    const document = await openScript();
    await eventually(async () => (await labels(document, 'New-CsAllowedDomain -')).includes('-ProxyFqdn'), true);
    const place = after(document, '-Comment ');
    const { uri } = document;
    const help = await commands.executeCommand<SignatureHelp>('vscode.executeSignatureHelpProvider', uri, place);
    same(help.signatures[help.activeSignature]?.label.split(' ')[0], 'Set-CsAllowedDomain');
  });

  test('leads to the entry of the spec beside it', async () => {
    const spec = await openFile(soundSpec);
    const document = await openScript();
    const { uri } = document;
    const place = after(document, '-Identity fabri');
    const lines = async () => {
      const found = await commands.executeCommand<LocationLink[]>('vscode.executeDefinitionProvider', uri, place);
      return found.map((one) => `${one.targetUri.path.split('/').at(-1)}:${one.targetRange.start.line + 1}`);
    };
    // Documents that other tests have closed may still be there for a while.
    await eventually(async () => (await lines()).includes(`${spec.uri.path.split('/').at(-1)}:15`), true);
  });

  test('is renamed in its own quotes', async () => {
    const document = await openScript();
    await eventually(() => problems(document).length, 1);
    const place = after(document, '-Identity fabri');
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place,
      'adatum.com',
    );
    await workspace.applyEdit(edit);
    same(document.getText(), script.replaceAll('fabrikam', 'adatum'));
  });

  test('has its words coloured', async () => {
    const document = await openScript();
    const read = async () =>
      (await commands.executeCommand<SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri))
        ?.data.length;
    await eventually(read, 10 * 5);
  });

  test('is left alone where a setting says so', async () => {
    const document = await openScript();
    await eventually(() => problems(document).length, 1);
    const settings = () => workspace.getConfiguration('lyncFederation', document.uri);
    await settings().update('powershell.enable', false, ConfigurationTarget.Workspace);
    await eventually(() => problems(document), []);
    await settings().update('powershell.enable', undefined, ConfigurationTarget.Workspace);
    await eventually(() => problems(document).length, 1);
  });
});

suite('the runbook of a spec', () => {
  teardown(closeAll);

  test('is renamed with the entry it names', async () => {
    const text = `${soundSpec}cmdlets:\n  - Set-CsAllowedDomain -Identity 'fabrikam.com' -Comment x\n`;
    const document = await openFile(text);
    await eventually(async () => (await hover(document, 'Set-CsAllowedDomain')).includes('[Reference]'), true);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      after(document, '- fabri'),
      'adatum.com',
    );
    await workspace.applyEdit(edit);
    same(document.getText(), text.replaceAll('fabrikam', 'adatum'));
  });
});

function openScript(): Promise<TextDocument> {
  return openFile(script, `suite-${++files}.ps1`);
}

async function labels(document: TextDocument, before: string): Promise<readonly string[]> {
  const { uri } = document;
  const place = after(document, before);
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, place);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
