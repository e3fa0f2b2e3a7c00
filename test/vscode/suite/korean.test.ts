import { type CodeAction, type CodeLens, commands, env, type Hover, l10n, languages, MarkdownString } from 'vscode';
import { eventually, same } from './expect.ts';
import { closeAll, openFile, problems, rangeOf, retiredSpec } from './specs.ts';

suite('in a Korean window', () => {
  teardown(closeAll);

  test('the client and its server speak Korean', async () => {
    same(env.language, 'ko');
    const document = await openFile(retiredSpec);
    await eventually(() => problems(document), ['18:17 error retired-provider']);
    same(
      languages.getDiagnostics(document.uri).map(({ message }) => isKorean(message)),
      [true],
    );
    // The texts of the client come with its first start.
    same(isKorean(l10n.t('Plan')), true);
    const at = rangeOf(document, 'AOL');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at.start);
    const told = hovers
      .flatMap(({ contents }) => contents)
      .map((one) => (one instanceof MarkdownString ? one.value : ''));
    same(told.filter(isKorean).length > 0, true);
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, at);
    same(actions.length > 0 && actions.every(({ title }) => isKorean(title)), true);
    const lenses = async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 99);
      return found.map(({ command }) => command?.title ?? '');
    };
    await eventually(async () => (await lenses()).length > 0 && (await lenses()).every(isKorean), true);
  });
});

function isKorean(text: string): boolean {
  return /[가-힣]/.test(text);
}
