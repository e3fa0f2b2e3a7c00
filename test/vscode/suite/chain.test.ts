import { type CodeLens, commands, type DocumentLink, type TextDocument, workspace } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, problems, soundSpec } from './specs.ts';

suite('the chain to a partner', () => {
  teardown(closeAll);

  test('is shown beside the spec, and follows it', async () => {
    const document = await openFile(soundSpec);
    await eventually(() => problems(document), []);
    await commands.executeCommand('lyncFederation.explainChat', { partner: 'fabrikam.com' });
    same(shown(document)?.uri.path, '/Why Does Chat with fabrikam.com Not Work?');
    await eventually(() => text(document).includes('The chain, as of 2014-03-01:'), true);
  });

  test('its lens opens it, and its lines lead to the spec', async () => {
    const document = await openFile(soundSpec.replace(/allowFederatedUsers: true/, 'allowFederatedUsers: false'));
    const lens = async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
      return found.find(({ command }) => command?.title === 'Why does chat not work?')?.command;
    };
    await eventually(async () => (await lens())?.command, 'lyncFederation.explainChat');
    const { command = '', arguments: given = [] } = (await lens()) ?? {};
    await commands.executeCommand(command, ...given);
    await eventually(() => text(document).includes('The first broken link: Federation is on.'), true);
    const targets = async () => {
      const found = await commands.executeCommand<DocumentLink[]>(
        'vscode.executeLinkProvider',
        shown(document)?.uri,
        50,
      );
      return found.some(({ target }) => target?.path === document.uri.path && /^L\d+,\d+$/.test(target.fragment));
    };
    await eventually(targets, true);
  });
});

/** The answer about a spec; that about another one may be still around. */
function shown(spec: TextDocument): TextDocument | undefined {
  return workspace.textDocuments.find(
    ({ uri }) => uri.scheme === 'lync-federation-answer' && uri.query === spec.uri.toString(),
  );
}

function text(spec: TextDocument): string {
  return shown(spec)?.getText() ?? '';
}
